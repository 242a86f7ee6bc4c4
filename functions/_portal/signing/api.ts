import type { SigningWish } from '../../../contracts/_portal/signing-data.ts';
import { type Answer, json, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { visitor } from '../linking/enter.ts';
import type { Portal } from '../portal.ts';
import { begin } from './begin.ts';
import { advance, type Moved, takeCertificate, takeSignature } from './finish.ts';
import { type HeldSigning, readDossier, readSigning, signaturesOf } from './held.ts';
import { LIFETIME_SECONDS } from './signing.ts';
import { signatureView, signingView } from './view.ts';

export async function listSignatures(x: Exchange, portal: Portal): Promise<Answer> {
  const { dossier } = await readDossier(x, portal, x.params.code ?? '');
  const all = await signaturesOf(x, portal, [dossier.code]);
  return json({ signatures: all.map((record) => signatureView(x, record)) });
}

export async function beginSigning(x: Exchange<SigningWish>, portal: Portal): Promise<Answer> {
  const held = await readDossier(x, portal, x.params.code ?? '');
  const { id, signing, changes } = await begin(x, portal, held, x.input);
  const key = portal.kinds.signing.key(x.workspace.space, digest(id));
  const item = { key, value: signing, version: '', expires: x.clock.now + LIFETIME_SECONDS * 1000 };
  return json(signingView(x, { ...held, id, item, signing }, signing), { status: 201, changes });
}

/** A signing that has failed is told as it stands; what was given and cannot be taken is refused. */
function told(x: Exchange, held: HeldSigning, { signing, changes, fault }: Moved): Answer | Refusal {
  if (fault) return refuse(fault, changes);
  return json(signingView(x, held, signing), { changes });
}

export async function signingState(x: Exchange, portal: Portal): Promise<Answer | Refusal> {
  const held = await readSigning(x, portal);
  const moved = await advance(x, portal, held);
  if (moved.fault?.code === 'register_unavailable') return told(x, held, moved);
  return json(signingView(x, held, moved.signing), { changes: moved.changes });
}

type Certificate = Exchange<{ certificate: string }>;
type Signature = Exchange<{ signature: string }>;

async function withCertificate(x: Certificate, portal: Portal, account?: string) {
  const held = await readSigning(x, portal, account);
  return told(x, held, await takeCertificate(x, portal, held, x.input.certificate));
}

async function withSignature(x: Signature, portal: Portal, account?: string) {
  const held = await readSigning(x, portal, account);
  return told(x, held, await takeSignature(x, portal, held, x.input.signature));
}

export const giveCertificate = (x: Certificate, portal: Portal) => withCertificate(x, portal);
export const giveSignature = (x: Signature, portal: Portal) => withSignature(x, portal);

/** The account that is signed in. @throws Fault sign_in_required */
async function account(x: Exchange, portal: Portal): Promise<string> {
  const who = await visitor(x, portal, '/dossiers');
  if (who.elsewhere) throw new Fault('sign_in_required', 'nobody is signed in with a local account');
  return who.applicant.id;
}

export const pageCertificate = async (x: Certificate, portal: Portal) =>
  withCertificate(x, portal, await account(x, portal));
export const pageSignature = async (x: Signature, portal: Portal) =>
  withSignature(x, portal, await account(x, portal));
