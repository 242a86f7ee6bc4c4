import type { DigestsToSign, DocumentToSign, SignDocInput } from '../../../contracts/_csc/sign-doc.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digestOf } from '../../_sign/algorithms.ts';
import type { Certificate } from '../../_sign/certificate.ts';
import type { HashName } from '../../_sign/keys.ts';
import { hashOf, normal, requireLength } from '../algorithms.ts';
import { credentialFor, requireGood } from '../credential.ts';
import type { Made } from '../kinds.ts';
import { sadOf, spent } from '../sad.ts';
import { requireLeave } from '../sign-hash.ts';
import { callerOfV2 } from './caller.ts';
import { answered } from './result.ts';

/** One signature to make. */
interface Wanted {
  hash: HashName;
  digest: Uint8Array;
  /** What the signature is to hold. */
  content?: Uint8Array;
  /** PAdES claims no time inside: the PDF says it. */
  dated: boolean;
  stamped: boolean;
}

const wrong = (detail: string): Fault => new Fault('invalid_request', detail);

const levels: Readonly<Record<string, { stamped: boolean }>> = {
  'ades-b-b': { stamped: false },
  'ades-b': { stamped: false },
  'ades-b-t': { stamped: true },
  'ades-t': { stamped: true },
};

type Common = DigestsToSign | DocumentToSign;

/** @throws Fault invalid_request */
function manner({ key }: Certificate, asked: Common, hashOid: string | undefined) {
  const { conformance_level: level = 'Ades-B-B', signature_format: format, signAlgo } = asked;
  const name = level.toLowerCase();
  const known = Object.hasOwn(levels, name) ? levels[name] : undefined;
  if (!known) throw wrong('Invalid parameter conformance_level');
  const hash = hashOf(key, signAlgo, { value: hashOid, name: 'hashAlgorithmOID' });
  return { hash, dated: format === 'C', stamped: known.stamped };
}

/** Signatures that stand beside what they sign. */
function byDigest(credential: Certificate, asked: DigestsToSign): Wanted[] {
  const how = manner(credential, asked, asked.hashAlgorithmOID);
  const { hashes, signed_envelope_property: envelope } = asked;
  if (hashes.length === 0) throw wrong('Invalid object parameter documentDigests');
  if (asked.signature_format === 'C' && envelope !== undefined && envelope !== 'Detached')
    throw wrong('Invalid parameter signed_envelope_property');
  requireLength(hashes, how.hash);
  return hashes.map((hash) => ({ ...how, digest: Buffer.from(hash, 'base64') }));
}

/** The signature of a whole document: it holds the document unless told. */
function byDocument(credential: Certificate, asked: DocumentToSign): Wanted {
  const { document, signature_format: format, signed_envelope_property: envelope = 'Attached' } = asked;
  if (format !== 'C') throw wrong('Invalid parameter signature_format');
  if (envelope !== 'Attached' && envelope !== 'Detached')
    throw wrong('Invalid parameter signed_envelope_property');
  const how = manner(credential, asked, asked.hashAlgorithmOID);
  const content = Buffer.from(document, 'base64');
  const held = envelope === 'Attached' && { content };
  return { ...how, digest: digestOf(how.hash, content), ...held };
}

async function made(x: Exchange, credential: Certificate, wanted: Wanted): Promise<string> {
  // Only here: most calls sign hashes.
  const { cmsOf } = await import('../../_sign/cms.ts');
  const { hash, digest, content, dated, stamped } = wanted;
  const cms = await cmsOf(x, credential, content ? { content } : { digest }, {
    hash,
    attached: content !== undefined,
    ...(!dated && { signingTime: null }),
    ...(stamped && { timeStamp: 'time' }),
  });
  return Buffer.from(cms).toString('base64');
}

/** Those that hold their document, and those that stand beside it. */
async function madeOf(x: Exchange, credential: Certificate, all: readonly Wanted[]): Promise<Made> {
  const [holding, beside] = await Promise.all(
    [all.filter(({ content }) => content), all.filter(({ content }) => !content)].map((some) =>
      Promise.all(some.map((one) => made(x, credential, one))),
    ),
  );
  return {
    ...(holding?.length && { DocumentWithSignature: holding }),
    ...(beside?.length && { SignatureObject: beside }),
  };
}

/** Whether the leave covers each of them. @throws Fault invalid_request */
function requireLeaveFor(item: Awaited<ReturnType<typeof sadOf>>, digests: readonly string[]): void {
  requireLeave(item, digests, 'documentDigests or documents are not authorized by the SAD');
}

/** @throws Fault invalid_request */
function requireOneKind({ documentDigests, documents }: SignDocInput): void {
  if (documentDigests.length + documents.length === 0)
    throw wrong('Empty documentDigests and documents objects');
  if (documentDigests.length > 0 && documents.length > 0)
    throw wrong('Both documentDigests and documents parameters passed');
}

/** CAdES signatures of documents, or of their digests; and what goes into a PDF for its digest. */
export async function signDoc(x: Exchange<SignDocInput>) {
  const { credentialID, documentDigests, documents } = x.input;
  const caller = await callerOfV2(x);
  const SAD = x.input.SAD ?? caller.SAD;
  if (SAD === undefined) throw wrong('Missing (or invalid type) string parameter SAD');
  const credential = await credentialFor(x, caller, credentialID);
  const item = await sadOf(x, caller, { SAD, credentialID });
  requireOneKind(x.input);
  const all = [
    ...documentDigests.flatMap((asked) => byDigest(credential, asked)),
    ...documents.map((asked) => byDocument(credential, asked)),
  ];
  const digests = all.map(({ digest }) => normal(Buffer.from(digest).toString('base64')));
  requireLeaveFor(item, digests);
  await requireGood(x, credential);
  const result = await madeOf(x, credential, all);
  return answered(x, caller, credential.person, result, [spent(x, item, digests)]);
}
