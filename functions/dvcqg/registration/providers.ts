import { createHash } from 'node:crypto';
import { nationalPortal, portalAtAuthorities, portalAtSimpki } from '../../../contracts/_national-portal.ts';
import type { Person } from '../../../contracts/person.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personByPhone, personBySlug } from '../../_kit/people.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { secret } from '../../_oidc/secret.ts';
import { askRemote, remoteCertificate, remoteSignature } from '../../_relying/ca769.ts';
import type { Signed } from '../../_relying/certificate.ts';
import type { RelyingParty } from '../../_relying/party.ts';
import { askSim, simSignature } from '../../_relying/simpki.ts';
import { signatures } from './kept.ts';
import type { Purpose, SignatureOutcome, SignatureRequest } from './signature.ts';
import { signerOf } from './signer.ts';

/** A signature that somebody is asked for at a provider, on the phone. */
export interface AskedAtProvider {
  purpose: Purpose;
  kind: SignatureRequest['kind'];
  /** What is signed: it holds the purpose, and a number that was used for nothing else. */
  text: string;
  at:
    | { method: 'sim'; phone: string; transaction: string }
    /** DER in base64. */
    | { method: 'remote'; ca: string; transaction: string; certificate: string };
}

/** The national portal, as the providers know it. */
const party: RelyingParty = {
  spId: portalAtAuthorities.spId,
  apId: portalAtSimpki.apId,
  secret: nationalPortal.secret,
};

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();

const LIFETIME_SECONDS = 600;

const shown: Readonly<Record<Purpose, string>> = {
  register: 'Đăng ký tài khoản Cổng Dịch vụ công quốc gia',
  'sign-in': 'Đăng nhập Cổng Dịch vụ công quốc gia',
};

/** @throws Fault no_certificate */
function suits(person: Person | undefined, { kind }: SignatureRequest): Person {
  if (!person) throw new Fault('no_certificate', 'nobody of the sandbox is called so');
  if (kind === 'enterprise' && !person.organisation)
    throw new Fault('no_certificate', `${person.slug} represents no enterprise`);
  return person;
}

async function askBySim(x: Exchange, asked: SignatureRequest, text: string): Promise<AskedAtProvider['at']> {
  const phone = asked.phone ?? '';
  const user = await personByPhone(x, phone);
  if (user) x.remarks.person = user.slug;
  const enterprise = asked.kind === 'enterprise';
  const transaction = await askSim(x, party, {
    phone,
    enterprise,
    digest: sha256(text),
    shown: shown[asked.purpose],
  });
  return { method: 'sim', phone, transaction };
}

async function askRemotely(
  x: Exchange,
  asked: SignatureRequest,
  text: string,
): Promise<AskedAtProvider['at']> {
  const person = suits(await personBySlug(x, asked.person ?? ''), asked);
  x.remarks.person = person.slug;
  const number = asked.kind === 'enterprise' ? (person.organisation?.taxCode ?? '') : person.personalNumber;
  const ca = asked.ca ?? 'vnpt-ca';
  const { serial, certificate } = await remoteCertificate(x, party, ca, number);
  const transaction = secret(x.deps.random, 18);
  await askRemote(x, party, {
    ca,
    number,
    serial,
    transaction,
    digest: sha256(text),
    shown: shown[asked.purpose],
  });
  return { method: 'remote', ca, transaction, certificate };
}

/** Asks whoever has the key to sign, on the phone. @throws Fault no_certificate, signer_busy, register_unavailable */
export async function askToSign(
  x: Exchange,
  asked: SignatureRequest,
): Promise<{ transaction: string; changes: Change[] }> {
  const text = `dvcqg ${asked.purpose} ${asked.kind} ${secret(x.deps.random, 24)}`;
  const at = await (asked.method === 'sim' ? askBySim : askRemotely)(x, asked, text);
  const transaction = secret(x.deps.random, 18);
  const { purpose, kind } = asked;
  const change = x.put(
    signatures,
    digest(transaction),
    { purpose, kind, text, at },
    { lifetime: LIFETIME_SECONDS },
  );
  return { transaction, changes: [change] };
}

async function signedAt(x: Exchange, { at, text }: AskedAtProvider): Promise<Signed | undefined> {
  if (at.method === 'sim') {
    const found = await simSignature(x, party, at.transaction);
    return found && { ...found, text };
  }
  const signature = await remoteSignature(x, party, at.ca, at.transaction);
  return signature === undefined ? undefined : { signature, certificate: at.certificate, text };
}

/** Refusals after which the provider may still be asked again. */
const passing = new Set(['register_unavailable']);

/** Whether the signer has answered: a signature for one purpose is none for another. @throws Fault signature_expired */
export async function signatureGiven(
  x: Exchange,
  transaction: string,
  purpose: Purpose,
): Promise<SignatureOutcome> {
  const item = await x.read(signatures, digest(transaction));
  if (item?.value.purpose !== purpose)
    throw new Fault(
      'signature_expired',
      'no signature for this purpose is waited for under this transaction',
    );
  try {
    const { at, kind } = item.value;
    const signed = await signedAt(x, item.value);
    if (!signed) return { ok: 'waiting' };
    const phone = at.method === 'sim' ? at.phone : undefined;
    return { ok: true, holder: await signerOf(x, signed, { kind, phone }), changes: [x.remove(item)] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, fault: error, changes: passing.has(error.code) ? [] : [x.remove(item)] };
  }
}
