import type { SigningWish } from '../../../contracts/_portal/signing-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { secret } from '../../_oidc/secret.ts';
import { SIM_SECONDS } from '../../_relying/simpki.ts';
import type { Portal } from '../portal.ts';
import { acceptable } from './certificate.ts';
import { preparation } from './document.ts';
import { type HeldDossier, readSignature } from './held.ts';
import { askProvider, certificateAtProvider, signerOf } from './provider.ts';
import { LIFETIME_SECONDS, type Signing } from './signing.ts';

/** @throws Fault already_signed */
export async function refuseSigned(x: Exchange, portal: Portal, { dossier, format }: Signing): Promise<void> {
  if (await readSignature(x, portal, dossier, format))
    throw new Fault('already_signed', 'a document is signed once: submit another dossier');
}

/** Two phases: the certificate first, because it is part of what is signed, then the digest. @throws Fault */
async function asked(x: Exchange, portal: Portal, held: HeldDossier, signing: Signing): Promise<Signing> {
  const { dossier, applicant } = held;
  const found = await certificateAtProvider(x, portal, { signing, applicant });
  const chain = await acceptable(x, applicant, found.certificate);
  const prepared = await preparation(x, portal, dossier, { format: signing.format, chain });
  const wish = { serial: found.serial, digest: prepared.digest };
  const transaction = await askProvider(x, portal, { signing, applicant }, wish);
  return {
    ...signing,
    state: 'waiting',
    prepared,
    transaction,
    until: x.clock.now + patience(x, signing) * 1000,
  };
}

/** For how many seconds the signer is waited for: the sandbox's setting, and what a SIM is asked with. */
function patience({ workspace }: Exchange, { way }: Signing): number {
  const { seconds } = workspace.settings.signing;
  return Math.min(seconds, way === 'sim' ? SIM_SECONDS : LIFETIME_SECONDS);
}

/** Begins to sign a dossier. A USB token is not asked by the server: the page, or whoever calls, brings what it says. @throws Fault */
export async function begin(
  x: Exchange,
  portal: Portal,
  held: HeldDossier,
  { format, level, way, ca, phone }: SigningWish,
): Promise<{ id: string; signing: Signing; changes: Change[] }> {
  const { dossier, applicant } = held;
  const number = phone === '' ? applicant.phone : phone;
  const at = {
    ...(way === 'remote' && { ca }),
    ...(way === 'sim' && number !== undefined && { phone: number.replace(/^\+?84(?=\d{9}$)/, '0') }),
  };
  const signer = await signerOf(x, applicant, { way, ...at });
  const blank = { dossier: dossier.code, format, level, way, applicant: applicant.id, signer, ...at };
  const first: Signing = { ...blank, state: 'certificate' };
  await refuseSigned(x, portal, first);
  const signing = way === 'usb' ? first : await asked(x, portal, held, first);
  const id = secret(x.deps.random, 18);
  const put = x.put(portal.kinds.signing, digest(id), signing, { lifetime: LIFETIME_SECONDS, if: 'absent' });
  return { id, signing, changes: [put] };
}
