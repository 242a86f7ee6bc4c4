import { verify, X509Certificate } from 'node:crypto';
import type { X509Certificate as Certificate, X509Crl } from '@peculiar/x509';
import type { Clock } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { isForDocuments } from '../_sign/purposes.ts';
import { inTime, PATIENCE_WITH_KEYS_MS, unavailable } from './call.ts';
import { untrusted } from './certificate.ts';
import {
  NOT_FOR_DOCUMENTS,
  NOT_FOR_SIGNING,
  OLD_LIST,
  outOfTime,
  STRANGER,
  takenBack,
  WEAK,
} from './reasons.ts';

/** Where the workspace's authorities publish, no slash at the end. */
export const publishedAt = (x: Exchange): string => `${x.deps.origin}/${x.workspace.id}/pki`;

/** What stands at an address, or is answered there. @throws Fault register_unavailable */
export async function bytesAt(x: Exchange, url: string, init: RequestInit = {}): Promise<Uint8Array> {
  const abort = new AbortController();
  const work = x.deps
    .fetch(url, { ...init, signal: abort.signal })
    .then(async (answer) => ({ answer, bytes: new Uint8Array(await answer.arrayBuffer()) }));
  const { answer, bytes } = await inTime(work, abort, 'pki').catch((error: unknown) => {
    work.catch(() => undefined);
    throw error instanceof Fault ? error : unavailable('pki', `${url} answers nothing`);
  });
  if (!answer.ok) throw unavailable('pki', `${url} answers ${answer.status}`);
  return bytes;
}

/** Where the certificate says that its issuer publishes, as long as that is the sandbox. @throws Fault */
export function issuerName(x: Exchange, { infoAccess = '' }: X509Certificate): string {
  const [, url = ''] = /^CA Issuers - URI:(\S+)$/m.exec(infoAccess) ?? [];
  const [, name] = /\/ca\/([a-z\d-]{1,40})\.cer$/.exec(url) ?? [];
  if (name === undefined || !url.startsWith(`${publishedAt(x)}/ca/`))
    throw untrusted('the certificate does not say where its issuer is', STRANGER);
  return name;
}

const strong: readonly string[] = ['SHA-256', 'SHA-384', 'SHA-512'];

/** @throws Fault signature_not_trusted */
function refuseWeak({ signatureAlgorithm }: Certificate): void {
  if (!strong.includes(signatureAlgorithm.hash.name))
    throw untrusted('the certificate was signed over SHA-1, or over another hash that is not SHA-2', WEAK);
}

/** A list that was made while the portal waited for it is not of the future. @throws Fault signature_not_trusted */
function refuseStale({ now }: Clock, { thisUpdate, nextUpdate }: X509Crl): void {
  if (thisUpdate.getTime() > now + PATIENCE_WITH_KEYS_MS)
    throw untrusted('the revocation list is of the future', OLD_LIST);
  if (nextUpdate === undefined || nextUpdate.getTime() <= now)
    throw untrusted('the revocation list is not the newest: its next one is overdue', OLD_LIST);
}

/** @throws Fault signature_not_trusted */
function refuseOtherTimes(
  x: Exchange,
  certificate: X509Certificate,
  whose: 'signer' | 'authority' = 'authority',
) {
  const reason = outOfTime(x.clock.now, certificate, whose);
  if (reason) throw untrusted('a certificate is expired, or not valid yet', reason);
}

/** `X509Crl.verify` knows no list that was signed by ECDSA. */
async function isSignedBy({ rawData, signatureAlgorithm }: X509Crl, issuer: X509Certificate) {
  const [{ AsnConvert }, { CertificateList }] = await Promise.all([
    import('@peculiar/asn1-schema'),
    import('@peculiar/asn1-x509'),
  ]);
  const { tbsCertListRaw, signature } = AsnConvert.parse(rawData, CertificateList);
  const signed = Buffer.from(tbsCertListRaw ?? new ArrayBuffer(0));
  return verify(signatureAlgorithm.hash.name, signed, issuer.publicKey, Buffer.from(signature));
}

/** The newest list of an authority, as it is signed and in time. @throws Fault */
export async function revocationList(x: Exchange, name: string, issuer: X509Certificate): Promise<X509Crl> {
  const bytes = await bytesAt(x, `${publishedAt(x)}/crl/${name}.crl`);
  await import('reflect-metadata');
  const { X509Crl } = await import('@peculiar/x509');
  const list = new X509Crl(new Uint8Array(bytes));
  if (!(await isSignedBy(list, issuer)))
    throw untrusted('the revocation list is not of the issuer', OLD_LIST);
  refuseStale(x.clock, list);
  return list;
}

/** @throws Fault signature_not_trusted */
async function refuseWeakMisusedOrRevoked(
  x: Exchange,
  name: string,
  leaf: X509Certificate,
  issuer: X509Certificate,
) {
  const list = await revocationList(x, name, issuer);
  const { KeyUsageFlags, KeyUsagesExtension, X509Certificate: Certificate } = await import('@peculiar/x509');
  const certificate = new Certificate(new Uint8Array(leaf.raw));
  refuseWeak(certificate);
  const usages = certificate.getExtension(KeyUsagesExtension)?.usages ?? 0;
  if ((usages & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) === 0)
    throw untrusted("the certificate's key is not for signing", NOT_FOR_SIGNING);
  if (!isForDocuments(leaf))
    throw untrusted('the certificate is for something else than documents', NOT_FOR_DOCUMENTS);
  const found = list.findRevoked(leaf.serialNumber.toLowerCase());
  if (found) throw untrusted('the certificate was revoked or suspended', takenBack(found));
}

/**
 * Holds a certificate to the national root, to the token clock and to its issuer's list; gives those above it.
 * @throws Fault signature_not_trusted, register_unavailable
 */
export async function requireTrusted(
  x: Exchange,
  leaf: X509Certificate,
): Promise<{ issuer: X509Certificate; root: X509Certificate }> {
  const name = issuerName(x, leaf);
  const [issuer, root] = (
    await Promise.all([
      bytesAt(x, `${publishedAt(x)}/ca/${name}.cer`),
      bytesAt(x, `${publishedAt(x)}/ca/root.cer`),
    ])
  ).map((bytes) => new X509Certificate(bytes)) as [X509Certificate, X509Certificate];
  if (!leaf.checkIssued(issuer) || !leaf.verify(issuer.publicKey))
    throw untrusted('the certificate is not of the issuer that it names', STRANGER);
  if (!issuer.checkIssued(root) || !issuer.verify(root.publicKey) || !root.verify(root.publicKey))
    throw untrusted('the issuer does not stand under the national root', STRANGER);
  refuseOtherTimes(x, leaf, 'signer');
  for (const each of [issuer, root]) refuseOtherTimes(x, each);
  await refuseWeakMisusedOrRevoked(x, name, leaf, issuer);
  return { issuer, root };
}
