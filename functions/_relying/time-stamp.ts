import { createHash, verify, type X509Certificate } from 'node:crypto';
import { Attribute, SignedData } from '@peculiar/asn1-cms';
import { AsnArray, AsnConvert, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { unavailable } from './call.ts';
import { bytesAt, publishedAt } from './pki.ts';

// Time stamps (RFC 3161) of the workspace's authority. Loaded when somebody signs: the readers of ASN.1 are heavy.

const SHA256 = '2.16.840.1.101.3.4.2.1';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

const bytesOf = (buffer: ArrayBuffer | undefined): Buffer => Buffer.from(buffer ?? new ArrayBuffer(0));

/** As they are signed (RFC 5652, 5.4). */
class SetOfAttributes extends AsnArray<Attribute> {}
AsnType({ type: AsnTypeTypes.Set, itemType: Attribute })(SetOfAttributes);

function requestFor(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
    hashedMessage: new OctetString(digest),
  });
  const request = new TimeStampReq({ messageImprint, nonce: Uint8Array.from(nonce).buffer, certReq: true });
  return new Uint8Array(AsnConvert.serialize(request));
}

const bad = (why: string) => unavailable('pki', `the time stamp ${why}`);

interface Wanted {
  /** Certificate of the authority that stamps here. */
  by: X509Certificate;
  digest: Uint8Array;
  nonce: Uint8Array;
}

/** What is certified must be what was asked. @throws Fault register_unavailable */
function refuseOther(content: Buffer, { digest, nonce }: Wanted): void {
  const info = AsnConvert.parse(content, TSTInfo);
  if (!bytesOf(info.messageImprint.hashedMessage.buffer).equals(digest)) throw bad('is over another digest');
  if (!bytesOf(info.nonce).equals(nonce)) throw bad('is the answer to another question');
}

/** @throws Fault register_unavailable */
function refuseForeign(content: Buffer, { signerInfos }: SignedData, { by }: Wanted): void {
  const [signer] = [...signerInfos];
  const attributes = signer?.signedAttrs ?? [];
  const told = attributes.find(({ attrType }) => attrType === MESSAGE_DIGEST)?.attrValues[0];
  const digest = createHash('sha256').update(content).digest();
  if (!told || !bytesOf(AsnConvert.parse(told, OctetString).buffer).equals(digest))
    throw bad('does not fit its signature');
  const signed = new Uint8Array(AsnConvert.serialize(new SetOfAttributes([...attributes])));
  if (!verify('sha256', signed, by.publicKey, bytesOf(signer?.signature.buffer)))
    throw bad('is not of the authority that stamps here');
}

/** @throws Fault register_unavailable */
function tokenIn(answer: Uint8Array, wanted: Wanted): Uint8Array {
  const { status, timeStampToken } = AsnConvert.parse(answer, TimeStampResp);
  if (status.status > 1 || !timeStampToken) throw bad('was refused');
  const data = AsnConvert.parse(timeStampToken.content, SignedData);
  const content = bytesOf(data.encapContentInfo.eContent?.single?.buffer);
  refuseOther(content, wanted);
  refuseForeign(content, data, wanted);
  return new Uint8Array(AsnConvert.serialize(timeStampToken));
}

/** A token over a digest by SHA-256, checked; DER. `by`: the authority's certificate. @throws Fault register_unavailable */
export async function timeStampOf(x: Exchange, by: X509Certificate, digest: Uint8Array): Promise<Uint8Array> {
  // Positive and without a zero in front: the INTEGER comes back as it went.
  const nonce = Buffer.concat([Uint8Array.of(0x5a), x.deps.random(8)]);
  const answer = await bytesAt(x, `${publishedAt(x)}/tsa`, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from(requestFor(digest, nonce)),
  });
  try {
    return tokenIn(answer, { by, digest, nonce });
  } catch (error) {
    throw error instanceof Fault ? error : bad('cannot be read');
  }
}
