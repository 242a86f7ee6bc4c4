import { createHash, type X509Certificate } from 'node:crypto';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Change } from '../../_kit/store.ts';
import { attribute, refuseForged } from '../../_relying/certificate.ts';
import { proofsFor } from '../../_relying/proofs.ts';
import type { Portal } from '../portal.ts';
import { refuseSigned } from './begin.ts';
import { acceptable } from './certificate.ts';
import { preparation, prepared } from './document.ts';
import { type HeldSigning, saveSigning } from './held.ts';
import { signatureAtProvider } from './provider.ts';
import { type SignatureRecord, type Signing, signedDocumentId } from './signing.ts';
import { failureIn } from './view.ts';

/** How a signing stands after a request, and what is to be saved. */
export interface Moved {
  signing: Signing;
  changes: Change[];
  /** What was wrong with what was given, or with the signing itself. */
  fault?: Fault;
}

/** Refusals after which the same may be tried again. */
const passing = new Set(['register_unavailable', 'signing_over']);

/** Runs a step; a refusal that is no passing one ends the signing. The dossier stays as it was. */
async function stepped(
  x: Exchange,
  portal: Portal,
  held: HeldSigning,
  step: () => Promise<Moved>,
): Promise<Moved> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (passing.has(error.code)) return { signing: held.signing, changes: [], fault: error };
    const signing: Signing = { ...held.signing, state: 'failed', failure: failureIn(error) };
    return { signing, changes: [saveSigning(x, portal, held, signing)], fault: error };
  }
}

/** @throws Fault signing_over */
function requireState({ signing }: HeldSigning, wanted: Signing['state']): void {
  if (signing.way !== 'usb' || signing.state !== wanted)
    throw new Fault('signing_over', `this signing is at ${signing.state}, by ${signing.way}`);
}

const commonName = (name: string): string => attribute(name, 'CN') ?? name;

function recordOf(
  x: Exchange,
  { dossier, format, level, way }: Signing,
  leaf: X509Certificate,
  document: Uint8Array,
): SignatureRecord {
  return {
    dossier,
    format,
    level,
    way,
    signer: commonName(leaf.subject),
    issuer: commonName(leaf.issuer),
    serial: leaf.serialNumber,
    signedAt: new Date(x.clock.now).toISOString(),
    bytes: document.byteLength,
    sha256: createHash('sha256').update(document).digest('hex'),
  };
}

function signed(
  x: Exchange,
  portal: Portal,
  held: HeldSigning,
  { leaf, document }: { leaf: X509Certificate; document: Uint8Array },
): Moved {
  const { kinds } = portal;
  const { signing } = held;
  const done: Signing = { ...signing, state: 'signed' };
  const id = signedDocumentId(signing.dossier, signing.format);
  const changes = [
    saveSigning(x, portal, held, done),
    x.put(kinds.signature, id, recordOf(x, signing, leaf, document), { if: 'absent' }),
    x.put(kinds.signedDocument, id, { document: Buffer.from(document).toString('base64') }, { if: 'absent' }),
  ];
  return { signing: done, changes };
}

/** Believes nothing that came: the signature, then the certificate as it stands now, and only then the document is kept. @throws Fault */
async function finish(x: Exchange, portal: Portal, held: HeldSigning, signature: string): Promise<Moved> {
  const { signing, dossier, applicant } = held;
  const { format, level, prepared: kept } = signing;
  if (!kept) throw new Fault('signing_over', 'nothing was prepared to be signed');
  await refuseSigned(x, portal, signing);
  const waiting = await prepared(portal, dossier, format, kept);
  if (Buffer.from(waiting.digest).toString('hex') !== kept.digest)
    throw new Fault('signature_expired', 'the document is no longer made as it was when it was prepared');
  const chain = await acceptable(x, applicant, kept.certificate);
  refuseForged(chain.leaf, { text: waiting.toSign, signature, certificate: kept.certificate });
  const bytes = new Uint8Array(Buffer.from(signature, 'base64'));
  const document = await waiting.finish(bytes, await proofsFor(x, chain, level));
  return signed(x, portal, held, { leaf: chain.leaf, document });
}

/** Asks the provider whether the signer has answered; what was signed is taken at once. Nothing waits: nothing happens. */
export function advance(x: Exchange, portal: Portal, held: HeldSigning): Promise<Moved> {
  return stepped(x, portal, held, async () => {
    const { signing } = held;
    const asks = signing.state === 'waiting' && signing.way !== 'usb';
    const signature = asks ? await signatureAtProvider(x, portal, signing) : undefined;
    if (signature !== undefined) return finish(x, portal, held, signature);
    return { signing, changes: [] };
  });
}

/** The certificate in a USB token: what is to be signed with it is prepared. */
export function takeCertificate(
  x: Exchange,
  portal: Portal,
  held: HeldSigning,
  certificate: string,
): Promise<Moved> {
  return stepped(x, portal, held, async () => {
    requireState(held, 'certificate');
    const { signing, dossier, applicant } = held;
    const chain = await acceptable(x, applicant, certificate);
    const kept = await preparation(x, portal, dossier, { format: signing.format, chain });
    const waiting: Signing = { ...signing, state: 'waiting', prepared: kept };
    return { signing: waiting, changes: [saveSigning(x, portal, held, waiting)] };
  });
}

/** The signature of a USB token. */
export function takeSignature(
  x: Exchange,
  portal: Portal,
  held: HeldSigning,
  signature: string,
): Promise<Moved> {
  return stepped(x, portal, held, () => {
    requireState(held, 'waiting');
    return finish(x, portal, held, signature);
  });
}
