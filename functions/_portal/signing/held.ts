import { type DocumentFormat, documentFormats } from '../../../contracts/_portal/signing-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change, Item } from '../../_kit/store.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import type { Applicant } from '../linking/applicant.ts';
import { holderOf, personOf } from '../linking/applicants.ts';
import type { Portal } from '../portal.ts';
import { type SignatureRecord, type Signing, signedDocumentId } from './signing.ts';

/** A dossier, and the account that it belongs to today. */
export interface HeldDossier {
  dossier: Dossier;
  applicant: Applicant;
}

/** `visitor`: id of the account that is signed in; absent: whoever it belongs to. @throws Fault unknown_dossier */
export async function readDossier(
  x: Exchange,
  portal: Portal,
  code: string,
  visitor?: string,
): Promise<HeldDossier> {
  const dossier = (await x.read(portal.kinds.dossier, code))?.value;
  const held = dossier && (await holderOf(x, portal, dossier.applicant));
  if (!held || (visitor !== undefined && held.applicant.id !== visitor))
    throw new Fault('unknown_dossier', 'no dossier of this account has this code');
  x.remarks.person = await personOf(x, held.applicant.number);
  return { dossier, applicant: held.applicant };
}

/** A signing as it was read, under the id that only its own account knows. */
export interface HeldSigning extends HeldDossier {
  id: string;
  item: Item<Signing>;
  signing: Signing;
}

/** @throws Fault unknown_signing */
export async function readSigning(x: Exchange, portal: Portal, visitor?: string): Promise<HeldSigning> {
  const id = x.params.id ?? '';
  const item = await x.read(portal.kinds.signing, digest(id));
  const holder = item && (await holderOf(x, portal, item.value.applicant));
  if (!holder || (visitor !== undefined && holder.applicant.id !== visitor))
    throw new Fault('unknown_signing', 'nobody waits for a signature under this id');
  const held = await readDossier(x, portal, item.value.dossier, holder.applicant.id);
  return { ...held, id, item, signing: item.value };
}

/** The signing as it goes on: of parallel requests one saves. */
export const saveSigning = (
  x: Exchange,
  { kinds }: Portal,
  { item }: HeldSigning,
  signing: Signing,
): Change =>
  x.put(kinds.signing, item.key[3], signing, { expires: item.expires!, if: { version: item.version } });

/** How a dossier was signed as such a document; undefined: it was not. */
export const readSignature = async (
  x: Exchange,
  { kinds }: Portal,
  code: string,
  format: DocumentFormat,
): Promise<SignatureRecord | undefined> =>
  (await x.read(kinds.signature, signedDocumentId(code, format)))?.value;

/** All signatures of these dossiers, in one round trip. */
export async function signaturesOf(
  x: Exchange,
  { kinds }: Portal,
  codes: readonly string[],
): Promise<SignatureRecord[]> {
  const keys = codes.flatMap((code) =>
    documentFormats.map((format) => kinds.signature.key(x.workspace.space, signedDocumentId(code, format))),
  );
  const items = keys.length > 0 ? await x.readMany<SignatureRecord>(keys) : [];
  return items.flatMap((item) => item?.value ?? []);
}
