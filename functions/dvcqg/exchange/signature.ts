import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import { type Answer, page, type Refusal, redirect, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personBySlug } from '../../_kit/people.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { phoneUrl } from '../registration/paths.ts';
import { type Holder, phoneNote } from '../registration/signature.ts';
import { closedBy } from './doors.ts';
import { pages } from './pages.ts';
import { stepping } from './refusals.ts';
import { accountOf, signedInBy } from './signed-by.ts';
import { readStep, type Step, stepOn } from './waiting.ts';

type Begin = Exchange<{
  sessionDataKey: string;
  method: 'usb' | 'sim' | 'remote';
  kind: AccountKind;
  holder: string;
  ca?: string | undefined;
}>;

interface Asked {
  transaction: string;
  person: string | null;
}

/** Whose sandbox phone the signer is asked on. */
async function phoneOf(x: Exchange, slug: string | null) {
  const person = slug === null ? undefined : await personBySlug(x, slug);
  return person && { url: phoneUrl(x, person.slug), person: person.name.full };
}

/** The page that waits, and asks by itself whether the signer has answered. */
async function waitingPage(x: Exchange, step: Step, { transaction, person }: Asked): Promise<Answer> {
  const { signaturePage } = await pages();
  const content = signaturePage({
    lang: step.waiting.lang,
    assets: ASSETS,
    post: {
      action: `${x.base}/authenticationendpoint/signature/confirm.do`,
      hidden: { sessionDataKey: step.key, transaction },
    },
    what: phoneNote,
    phone: await phoneOf(x, person),
  });
  return page(content, { headers: { refresh: `3;url=${waitUrl(x, step.key, transaction)}` } });
}

/** A path, so that any name of this machine does. */
function waitUrl({ base }: Exchange, sessionDataKey: string, transaction: string): string {
  const query = new URLSearchParams({ sessionDataKey, transaction });
  return `${new URL(base).pathname}/authenticationendpoint/signature/confirm.do?${query}`;
}

/** @throws Fault account_stopped: the law has closed the door to accounts of this kind */
export function refuseClosed(x: Exchange, { waiting }: Step, kind: AccountKind): void {
  const closed = closedBy({ kind }, waiting.target, x.clock);
  if (closed) throw new Fault('account_stopped', `accounts like this one no longer sign in: ${closed}`);
}

/** Asks whoever holds the key to sign, on the phone. @throws Fault account_stopped, no_certificate */
async function ask(x: Begin, step: Step): Promise<Answer> {
  const { method, kind, ca } = x.input;
  const holder = x.input.holder.trim();
  refuseClosed(x, step, kind);
  if (method === 'usb') return toTokenPage(x, step, holder);
  if (kind === 'agency') throw new Fault('no_certificate', 'state agencies sign with USB tokens only');
  if (holder === '') throw new Fault('no_certificate', 'nobody was named who should sign');
  const who = method === 'sim' ? { phone: holder } : { person: holder, ca };
  const { askToSign } = await import('../registration/providers.ts');
  const { transaction, changes } = await askToSign(x, { purpose: 'sign-in', method, kind, ...who });
  const signature: Asked = { transaction, person: x.remarks.person ?? null };
  const waits = stepOn(x, step, { ...step.waiting, signature });
  return { ...(await waitingPage(x, step, signature)), changes: [...changes, waits] };
}

function toTokenPage(x: Begin, { key }: Step, person: string): Answer {
  const about = { sessionDataKey: key, kind: x.input.kind, ...(person && { person }) };
  const query = new URLSearchParams(about);
  return redirect(`${x.base}/authenticationendpoint/usb-token.do?${query}`, { status: 303 });
}

export async function signature(x: Begin): Promise<Answer> {
  const step = await readStep(x, x.input.sessionDataKey);
  return stepping(x, step, () => ask(x, step));
}

type Confirm = Exchange<{ sessionDataKey: string; transaction: string }>;

export async function confirmSignature(x: Confirm): Promise<Answer> {
  const step = await readStep(x, x.input.sessionDataKey);
  return stepping(x, step, () => confirm(x, step));
}

/** The same, asked by the page that waits. */
export const awaitSignature = (x: Confirm): Promise<Answer> => confirmSignature(x);

/** What was asked for in another sign-in signs nobody in here. */
async function confirm(x: Confirm, step: Step): Promise<Answer | Refusal> {
  const asked = step.waiting.signature;
  if (asked?.transaction !== x.input.transaction)
    throw new Fault('signature_expired', 'this sign-in waits for no signature under this transaction');
  const { signatureGiven } = await import('../registration/providers.ts');
  const signed = await signatureGiven(x, asked.transaction, 'sign-in');
  if (signed.ok === 'waiting') return waitingPage(x, step, asked);
  if (!signed.ok) return refuse(signed.fault, signed.changes);
  return signedInBy(x, step, await knownAccount(x, signed.holder), signed.holder, signed.changes);
}

/** @throws Fault unknown_account */
async function knownAccount(x: Exchange, holder: Holder) {
  const account = await accountOf(x, holder);
  if (!account) throw new Fault('unknown_account', 'no account was registered with this certificate');
  return account;
}
