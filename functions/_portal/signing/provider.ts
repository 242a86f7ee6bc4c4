import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personByPhone } from '../../_kit/people.ts';
import { secret } from '../../_oidc/secret.ts';
import { askRemote, remoteCertificate, remoteSignature } from '../../_relying/ca769.ts';
import { askSim, simCertificate, simSignature } from '../../_relying/simpki.ts';
import { holderOfNumber } from '../../_sign/holder.ts';
import type { Applicant } from '../linking/applicant.ts';
import type { Portal } from '../portal.ts';
import type { Signing } from './signing.ts';

/** Whom a provider is asked for. */
interface Asked {
  signing: Signing;
  applicant: Applicant;
}

/** By which number the authorities know whoever has this account. @throws Fault no_certificate */
function subscriber({ kind, number, taxCode }: Applicant): string {
  const known = kind === 'enterprise' ? taxCode : number;
  if (known === undefined)
    throw new Fault('no_certificate', 'the account has no number to ask an authority for');
  return known;
}

/** Whose phone or token, in the sandbox, is going to ask. */
export async function signerOf(
  x: Exchange,
  applicant: Applicant,
  { way, phone }: Pick<Signing, 'way' | 'phone'>,
): Promise<string | null> {
  if (way === 'sim') return (await personByPhone(x, phone ?? ''))?.slug ?? null;
  const number = applicant.kind === 'enterprise' ? applicant.taxCode : applicant.number;
  return (number && (await holderOfNumber(x, number))?.person.slug) || null;
}

/**
 * The certificate of whoever is going to sign, as the provider hands it out before: `get_certificate` of Decision 769,
 * and `MSS_Registration` of SIM PKI. DER, base64, with what a request to sign has to name.
 * @throws Fault no_certificate, register_unavailable …
 */
export async function certificateAtProvider(
  x: Exchange,
  { party }: Portal,
  { signing, applicant }: Asked,
): Promise<{ certificate: string; serial: string }> {
  const { way, ca = 'vnpt-ca', phone = '' } = signing;
  if (way === 'remote') return remoteCertificate(x, party, ca, subscriber(applicant));
  const enterprise = applicant.kind === 'enterprise';
  return { certificate: await simCertificate(x, party, { phone, enterprise }), serial: '' };
}

/** Asks the signer for a signature over a digest; gives the transaction. @throws Fault */
export async function askProvider(
  x: Exchange,
  { party }: Portal,
  { signing, applicant }: Asked,
  { serial, digest }: { serial: string; digest: string },
): Promise<string> {
  const { way, ca = 'vnpt-ca', phone = '', dossier, format } = signing;
  const bytes = Buffer.from(digest, 'hex');
  const shown = `Hồ sơ ${dossier} (${format.toUpperCase()})`;
  if (way === 'sim') {
    const enterprise = applicant.kind === 'enterprise';
    return askSim(x, party, { phone, enterprise, digest: bytes, shown: `Ký ${shown}, mã %%VC%%` });
  }
  const transaction = secret(x.deps.random, 18);
  const number = subscriber(applicant);
  await askRemote(x, party, { ca, number, serial, transaction, digest: bytes, shown });
  return transaction;
}

/** The signature, base64; undefined: the signer has not answered. @throws Fault */
export async function signatureAtProvider(
  x: Exchange,
  { party }: Portal,
  { way, ca = 'vnpt-ca', transaction = '' }: Signing,
): Promise<string | undefined> {
  if (way === 'remote') return remoteSignature(x, party, ca, transaction);
  return (await simSignature(x, party, transaction))?.signature;
}
