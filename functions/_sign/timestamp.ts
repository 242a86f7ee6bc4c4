import {
  Accuracy,
  id_ct_tstInfo,
  MessageImprint,
  PKIFailureInfo,
  PKIFreeText,
  PKIStatus,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TimeStampToken,
  TSTInfo,
} from '@peculiar/asn1-tsp';
import { type AuthorityName, authorities } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digestOf, hashByOid, signed } from './algorithms.ts';
import { asItIs, bufferOf, hashIdentifier, octets, positive, read, secondOf, written } from './asn1.ts';
import { authorityOf } from './authority.ts';
import { prepareCms } from './cms.ts';
import { type HashName, hashLengths } from './keys.ts';

/** Those who stamp: `stranger-time` is trusted by nobody. */
export type TimeAuthority = 'time' | 'stranger-time';

/** How a time stamp can be wrong; `rejected`: there is none. */
export type TimeStampFlaw = 'wrong-hash' | 'wrong-nonce' | 'stranger' | 'weak-hash' | 'rejected';

export interface TimeStampRequest {
  hash: HashName;
  digest: Uint8Array;
  /** Content of an INTEGER. */
  nonce?: Uint8Array;
  /** Whether the authority's certificates go along. */
  certificates: boolean;
}

/** Under ITU-T's arc for examples (X.660): the sandbox's policy of time stamps. */
const POLICY = '2.999.1';

/** Bits of PKIFailureInfo (RFC 3161, 2.4.2), and what is said to a reader. */
const failures = {
  badAlg: [0, 'Thuật toán băm không được nhận / Hash algorithm not accepted'],
  badRequest: [2, 'Yêu cầu không đúng / Bad request'],
  badDataFormat: [5, 'Độ dài giá trị băm không đúng / The digest has a wrong length'],
  unacceptedPolicy: [15, 'Không có chính sách này / No such policy'],
  unacceptedExtension: [16, 'Không nhận phần mở rộng / Extensions are not accepted'],
  systemFailure: [25, 'Hệ thống cấp dấu thời gian gặp lỗi / The time stamping system failed'],
} as const;

type FailureName = keyof typeof failures;

function rejection(failure: FailureName): Uint8Array {
  const [bit, text] = failures[failure];
  const status = new PKIStatusInfo({
    status: PKIStatus.rejection,
    statusString: new PKIFreeText([text]),
    // The library's names for these bits are of others.
    failInfo: new PKIFailureInfo(2 ** bit),
  });
  return written(new TimeStampResp({ status }));
}

/** A request, or why it is rejected (RFC 3161, 2.4.1). @throws RangeError where it is none at all */
function readRequest(der: Uint8Array): TimeStampRequest | FailureName {
  const { version, messageImprint, reqPolicy, nonce, certReq, extensions } = read(der, TimeStampReq);
  if (version !== 1) return 'badRequest';
  const hash = hashByOid(messageImprint.hashAlgorithm.algorithm);
  if (hash === undefined || hash === 'sha1') return 'badAlg';
  const digest = new Uint8Array(messageImprint.hashedMessage.buffer);
  if (digest.byteLength !== hashLengths[hash]) return 'badDataFormat';
  if (reqPolicy !== undefined && reqPolicy !== POLICY) return 'unacceptedPolicy';
  if (extensions) return 'unacceptedExtension';
  return { hash, digest, certificates: certReq, ...(nonce && { nonce: new Uint8Array(nonce) }) };
}

function parsed(der: Uint8Array): TimeStampRequest | FailureName {
  try {
    return readRequest(der);
  } catch {
    return 'badRequest';
  }
}

const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);

/** What is certified: this digest existed now. */
function timeStampInfo(x: Exchange, { hash, digest, nonce }: TimeStampRequest, flaw?: TimeStampFlaw) {
  const own = nonce && (flaw === 'wrong-nonce' ? positive(x.deps.random(8)) : bufferOf(nonce));
  return written(
    new TSTInfo({
      policy: POLICY,
      messageImprint: new MessageImprint({
        hashAlgorithm: hashIdentifier(hash),
        hashedMessage: octets(flaw === 'wrong-hash' ? turned(digest) : digest),
      }),
      serialNumber: positive(x.deps.random(16)),
      genTime: secondOf(x.clock.now),
      accuracy: new Accuracy({ seconds: 1 }),
      ...(own && { nonce: own }),
    }),
  );
}

/** A time stamp (RFC 3161) by the token clock: CMS SignedData, DER. */
export async function timeStampToken(
  x: Exchange,
  by: TimeAuthority,
  asked: TimeStampRequest,
  flaw?: TimeStampFlaw,
): Promise<Uint8Array> {
  const name = flaw === 'stranger' ? 'stranger-time' : by;
  const parent: AuthorityName = authorities[name].parent;
  const [signer, above] = await Promise.all([authorityOf(x, name), authorityOf(x, parent)]);
  const content = timeStampInfo(x, asked, flaw);
  const hash = flaw === 'weak-hash' ? 'sha1' : 'sha256';
  const prepared = prepareCms({
    certificate: signer.certificate,
    chain: [above.certificate],
    bare: !asked.certificates,
    hash,
    digest: digestOf(hash, content),
    content,
    contentType: id_ct_tstInfo,
    signingTime: x.clock.now,
  });
  return prepared.finish(signed(signer.privateKey, hash, prepared.toSign));
}

/** What the time stamping authority answers, DER: granted with a token, or rejected and why. */
export async function timeStampAnswer(
  x: Exchange,
  by: TimeAuthority,
  request: Uint8Array,
  flaw?: TimeStampFlaw,
): Promise<Uint8Array> {
  if (flaw === 'rejected') return rejection('systemFailure');
  const asked = parsed(request);
  if (typeof asked === 'string') return rejection(asked);
  const token = asItIs(TimeStampToken, await timeStampToken(x, by, asked, flaw));
  return written(new TimeStampResp({ timeStampToken: token }));
}
