import { type AuthorityName, authorities } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { digestOf, hashAlgorithm, hashNamed, signed } from './algorithms.ts';
import { authorityOf } from './authority.ts';
import { prepareCms } from './cms.ts';
import {
  type Element,
  element,
  generalTime,
  integer,
  octets,
  oid,
  only,
  partsOf,
  sequence,
  utf8,
} from './der.ts';
import { type HashName, hashLengths } from './keys.ts';

/** Those who stamp: `stranger-time` is trusted by nobody. */
export type TimeAuthority = 'time' | 'stranger-time';

/** How a time stamp can be wrong; `rejected`: there is none. */
export type TimeStampFlaw = 'wrong-hash' | 'wrong-nonce' | 'stranger' | 'weak-hash' | 'rejected';

export interface TimeStampRequest {
  hash: HashName;
  digest: Uint8Array;
  /** INTEGER, whole. */
  nonce?: Uint8Array;
  /** Whether the authority's certificates go along. */
  certificates: boolean;
}

/** Under ITU-T's arc for examples (X.660): the sandbox's policy of time stamps. */
export const POLICY = '2.999.1';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

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
  const info = Buffer.alloc((bit >> 3) + 1);
  info[bit >> 3] = 0x80 >> (bit & 7);
  const failInfo = element(0x03, Uint8Array.of(7 - (bit & 7)), info);
  return sequence(sequence(integer(2), sequence(utf8(text)), failInfo));
}

/** A request, or why it is rejected (RFC 3161, 2.4.1). */
function readRequest(der: Uint8Array): TimeStampRequest | FailureName {
  const [version, imprint, ...rest] = partsOf(only(der, 0x30).content, 0x02, 0x30);
  if (Buffer.compare(version!.content, Uint8Array.of(1)) !== 0) return 'badRequest';
  const [algorithm, digest] = partsOf(imprint!.content, 0x30, 0x04);
  const hash = hashNamed(partsOf(algorithm!.content, 0x06)[0]!.whole);
  if (hash === undefined || hash === 'sha1') return 'badAlg';
  if (digest!.content.byteLength !== hashLengths[hash]) return 'badDataFormat';
  const named = (wanted: number): Element | undefined => rest.find(({ tag: found }) => found === wanted);
  const policy = named(0x06);
  if (policy && Buffer.compare(policy.whole, oid(POLICY)) !== 0) return 'unacceptedPolicy';
  if (named(0xa0)) return 'unacceptedExtension';
  const nonce = named(0x02)?.whole;
  const certificates = named(0x01)?.content[0] === 0xff;
  return { hash, digest: digest!.content, certificates, ...(nonce && { nonce }) };
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
  const own = nonce && (flaw === 'wrong-nonce' ? integer(x.deps.random(8)) : nonce);
  return sequence(
    integer(1),
    oid(POLICY),
    sequence(hashAlgorithm(hash), octets(flaw === 'wrong-hash' ? turned(digest) : digest)),
    integer(x.deps.random(16)),
    generalTime(x.clock.now),
    sequence(integer(1)),
    ...(own ? [own] : []),
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
    contentType: TST_INFO,
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
  return sequence(sequence(integer(0)), await timeStampToken(x, by, asked, flaw));
}
