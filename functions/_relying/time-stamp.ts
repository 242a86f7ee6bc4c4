import { createHash, verify, type X509Certificate } from 'node:crypto';
import type { SignedData } from '@peculiar/asn1-cms';
import type { TimeStampResp } from '@peculiar/asn1-tsp';
import type { Exchange } from '../_kit/exchange.ts';
import { unavailable } from './call.ts';
import { bytesAt, publishedAt } from './pki.ts';

// Time stamps (RFC 3161) of the workspace's authority.

const SHA256 = '2.16.840.1.101.3.4.2.1';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

async function asn1() {
  const [schema, x509, cms, tsp] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
    import('@peculiar/asn1-cms'),
    import('@peculiar/asn1-tsp'),
  ]);
  return { ...schema, ...x509, ...cms, ...tsp };
}

type Asn1 = Awaited<ReturnType<typeof asn1>>;

const bytesOf = (buffer: ArrayBuffer | undefined): Buffer => Buffer.from(buffer ?? new ArrayBuffer(0));

function requestFor(asn: Asn1, digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const messageImprint = new asn.MessageImprint({
    hashAlgorithm: new asn.AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
    hashedMessage: new asn.OctetString(digest),
  });
  const request = new asn.TimeStampReq({
    messageImprint,
    nonce: Uint8Array.from(nonce).buffer,
    certReq: true,
  });
  return new Uint8Array(asn.AsnConvert.serialize(request));
}

const bad = (why: string) => unavailable('pki', `the time stamp ${why}`);

function answerIn(asn: Asn1, der: Uint8Array): TimeStampResp {
  try {
    return asn.AsnConvert.parse(der, asn.TimeStampResp);
  } catch {
    throw bad('cannot be read');
  }
}

/** What is certified must be what was asked, and by the authority that this portal trusts. @throws Fault */
function refuseForeign(
  asn: Asn1,
  data: SignedData,
  by: X509Certificate,
  digest: Uint8Array,
  nonce: Uint8Array,
) {
  const content = bytesOf(data.encapContentInfo.eContent?.single?.buffer);
  const info = asn.AsnConvert.parse(content, asn.TSTInfo);
  if (!bytesOf(info.messageImprint.hashedMessage.buffer).equals(digest)) throw bad('is over another digest');
  if (!bytesOf(info.nonce).equals(nonce)) throw bad('is the answer to another question');
  const [signer] = [...data.signerInfos];
  const attribute = signer?.signedAttrs?.find(({ attrType }) => attrType === MESSAGE_DIGEST)?.attrValues[0];
  const digested = attribute && asn.AsnConvert.parse(attribute, asn.OctetString);
  if (!bytesOf(digested?.buffer).equals(createHash('sha256').update(content).digest()))
    throw bad('does not fit its signature');
  const attributes = bytesOf(signer?.signedAttrsRaw);
  // As a SET OF, which is what was signed (RFC 5652, 5.4).
  attributes[0] = 0x31;
  if (!verify('sha256', attributes, by.publicKey, bytesOf(signer?.signature.buffer)))
    throw bad('is not of the authority that stamps here');
}

/** A token over a digest by SHA-256, checked; DER. `by`: the authority's certificate. @throws Fault register_unavailable */
export async function timeStampOf(x: Exchange, by: X509Certificate, digest: Uint8Array): Promise<Uint8Array> {
  const asn = await asn1();
  // Positive and without a zero in front: the INTEGER comes back as it went.
  const nonce = Buffer.concat([Uint8Array.of(0x5a), x.deps.random(8)]);
  const answer = await bytesAt(x, `${publishedAt(x)}/tsa`, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: Buffer.from(requestFor(asn, digest, nonce)),
  });
  const { status, timeStampToken } = answerIn(asn, answer);
  if (status.status > 1 || !timeStampToken) throw bad('was refused');
  const data = asn.AsnConvert.parse(timeStampToken.content, asn.SignedData);
  refuseForeign(asn, data, by, digest, nonce);
  return new Uint8Array(asn.AsnConvert.serialize(timeStampToken));
}
