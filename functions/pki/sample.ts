import { authorityFor } from '../../contracts/_pki/providers.ts';
import { type Sample, type SampleName, samples } from '../../contracts/_pki/samples.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import type { Change } from '../_kit/store.ts';
import { digestOf } from '../_sign/algorithms.ts';
import { authorityOf } from '../_sign/authority.ts';
import { type Certificate, certificateOf, chainOf, hasCertificate } from '../_sign/certificate.ts';
import { crlOf } from '../_sign/crl.ts';
import { type HashName, privateKeyOf, signDigest } from '../_sign/keys.ts';
import type { DocumentRequest, PreparedDocument, Proofs } from '../_sign/prepared.ts';
import { timeStampToken } from '../_sign/timestamp.ts';
import * as documents from './sample-documents.ts';

const DAY = 86_400_000;

/** Long names would be taken for types of media. */
const formatOf = (name: SampleName): string => name.slice(name.lastIndexOf('.') + 1);

/** The moment of signing: now, or when the certificate was good. */
const momentOf = (x: Exchange, { when }: Sample, { notBefore }: Certificate): number =>
  when === 'then' ? notBefore + DAY / 2 : x.clock.now;

/** The same workspace at another moment of its clock: what an authority stamped then. */
const asOf = (x: Exchange, now: number): Exchange =>
  Object.create(x, { clock: { value: { ...x.clock, now } } });

/** @throws Fault no_certificate: the cast was changed */
async function signerOf(x: Exchange, slug: string, kind: Sample['kind'] = 'citizen', unknown = false) {
  const person = await personBySlug(x, slug);
  if (!person || !hasCertificate(person)) throw new Fault('no_certificate', `${slug} has no certificate`);
  const authority = authorityFor('file', kind);
  const made = await certificateOf(x, { provider: unknown ? 'unknown' : 'file', authority, person, kind });
  return unknown ? { ...made, changes: [] } : made;
}

async function proofsOf(
  x: Exchange,
  { stamp, proofs }: Sample,
  own: Certificate,
  at: number,
): Promise<Proofs> {
  const timeStamp = (digest: Uint8Array) =>
    timeStampToken(
      asOf(x, at),
      'time',
      { hash: 'sha256', digest, certificates: true },
      stamp === 'time' ? undefined : stamp,
    );
  const base = stamp ? { timeStamp } : {};
  if (!proofs) return base;
  const certificates = (
    await Promise.all((['root', 'time'] as const).map((each) => authorityOf(x, each)))
  ).map(({ certificate }) => certificate);
  const crls = await Promise.all([own.authority, 'root' as const].map((each) => crlOf(x, each)));
  return { ...base, revocation: { certificates, ocsp: [], crls } };
}

/** CMS that holds its content, prepared like the others. */
async function prepareCms(asked: DocumentRequest): Promise<PreparedDocument> {
  const { prepareCms: prepare } = await import('../_sign/cms.ts');
  const { document, hash, ...rest } = asked;
  const prepared = prepare({ ...rest, hash, content: document, digest: digestOf(hash, document) });
  const finish = async (signature: Uint8Array, { timeStamp }: Proofs = {}) =>
    prepared.finish(signature, await timeStamp?.(digestOf('sha256', signature)));
  return { ...prepared, finish };
}

async function preparer(format: string): Promise<(asked: DocumentRequest) => Promise<PreparedDocument>> {
  if (format === 'pdf') return (await import('../_sign/pades.ts')).preparePdf;
  return format === 'xml' ? (await import('../_sign/xades.ts')).prepareXml : prepareCms;
}

async function signedBy(x: Exchange, sample: Sample, own: Certificate, document: Uint8Array, format: string) {
  const at = momentOf(x, sample, own);
  const hash: HashName = sample.weak ? 'sha1' : 'sha256';
  const prepared = await (await preparer(format))({
    document,
    certificate: Buffer.from(own.der, 'base64'),
    chain: (await chainOf(x, own)).map((der) => Buffer.from(der, 'base64')),
    hash,
    signingTime: at,
  });
  const signature = await signDigest(privateKeyOf(own.pkcs8), hash, prepared.digest);
  return prepared.finish(signature, await proofsOf(x, sample, own, at));
}

async function spoilt(signed: Uint8Array, { spoilt: how }: Sample, format: string): Promise<Uint8Array> {
  if (how === 'content') return documents.withOtherContent(signed, format);
  if (how === 'signature') return documents.withOtherValue(signed, format);
  if (how === 'added') return documents.withAddition(signed, format);
  return how === 'cut' ? signed.subarray(0, Math.floor(signed.length / 2)) : signed;
}

async function blank(x: Exchange, title: string, format: string): Promise<Uint8Array> {
  if (format === 'pdf') return documents.samplePdf(title, x.clock.now);
  return format === 'xml' ? documents.sampleXml(title) : documents.sampleText(title);
}

/** A sample, made now: signed with the workspace's keys, and wrong in the way that it is to be wrong. */
export async function sampleOf(
  x: Exchange,
  name: SampleName,
): Promise<{ bytes: Uint8Array; changes: Change[] }> {
  const sample: Sample = samples[name];
  const format = formatOf(name);
  const document = await blank(x, sample.title.vi, format);
  if (!sample.person) return { bytes: document, changes: [] };
  const { certificate, changes } = await signerOf(x, sample.person, sample.kind, sample.unknown);
  let signed = await signedBy(x, sample, certificate, document, format);
  if (sample.second) {
    const other = await signerOf(x, sample.second);
    signed = await signedBy(x, sample, other.certificate, signed, format);
    changes.push(...other.changes);
  }
  return { bytes: await spoilt(signed, sample, format), changes };
}
