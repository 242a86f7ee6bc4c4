import type { HashRequest } from '../../contracts/_signhub/data.ts';
import type { SignhubAccount } from '../../contracts/_signhub/settings.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { refuseForeignNumbers } from '../_sign/holder.ts';
import {
  beginSigning,
  type HeldSigning,
  isFast,
  type Signing,
  signingById,
  stageOf,
} from '../_sign/signing.ts';
import { success } from './answer.ts';
import { usable } from './credentials.ts';
import { notify } from './webhook.ts';

/** How long a handle lives, whatever the settings give a signer. */
const HANDLE_SECONDS = 300;

const states = {
  signed: { statusCode: 0, resultCode: 'SIGNED', errorCode: null },
  waiting: { statusCode: 2, resultCode: 'PROCESSING', errorCode: null },
  refused: { statusCode: 3, resultCode: 'REJECTED', errorCode: null },
  failed: { statusCode: 1, resultCode: 'FAILED', errorCode: 'SIGNING_FAILED' },
  blocked: { statusCode: 1, resultCode: 'FAILED', errorCode: 'PIN_BLOCKED' },
  /** The signer's consent did not come in time. */
  expired: { statusCode: 1, resultCode: 'FAILED', errorCode: 'errorcode4005' },
} as const;

/** As polling says it, and the webhook. */
export const shownSigning = (x: Exchange, handle: string, signing: Signing) => ({
  handle,
  ...states[stageOf(x, signing)],
  signatures: signing.outcome.at === 'signed' ? signing.outcome.signatures : [],
});

export const isSigningOfHub = (held: HeldSigning | undefined): held is HeldSigning =>
  held?.value.system === 'signhub';

/** Asks the holder of a certificate to sign hashes. @throws Fault nothing_found, certificate_ended, foreign_number */
export async function signHash(x: Exchange<HashRequest>, account: SignhubAccount): Promise<Answer> {
  const { credentialID, documents } = x.input;
  const { certificate, provider } = await usable(x, (slug) => personBySlug(x, slug), credentialID);
  const names = documents.map(({ documentName }) => documentName);
  refuseForeignNumbers(x, names);
  const { id, signing, changes } = await beginSigning(x, {
    system: 'signhub',
    client: account.username,
    asks: account.title,
    certificate,
    seconds: HANDLE_SECONDS,
    description: `Ký ${names.length} tài liệu / Sign ${names.length} document${names.length > 1 ? 's' : ''}`,
    documents: documents.map(({ documentName, digestValue }, at) => ({
      id: String(at + 1),
      name: documentName,
      hash: 'sha256' as const,
      digest: digestValue,
    })),
    tells: true,
    own: { provider, told: isFast(x) },
  });
  const after = async () => {
    await notify(x, account, 'SIGNHASH_WEBHOOK_TRANSCODE', { handle: id, provider });
    if (signing.outcome.at === 'waiting') return;
    await notify(x, account, 'SIGNHASH_WEBHOOK_RESULT', shownSigning(x, id, signing));
  };
  const expiresIn = Math.round((signing.until - signing.at) / 1000);
  return success({ handle: id, expiresIn, provider }, { changes, after });
}

/** What came of a signing of this account. @throws Fault nothing_found */
export async function polling(x: Exchange<{ handle: string }>, { username }: SignhubAccount) {
  const held = await signingById(x, x.input.handle);
  const isOwn = isSigningOfHub(held) && held.value.client === username && 'provider' in held.value.own;
  if (!isOwn) throw new Fault('nothing_found', 'this account has no such handle');
  x.remarks.person = held.value.person;
  return success(shownSigning(x, x.input.handle, held.value));
}
