import { type AccountKind, accountKinds } from '../../../contracts/_dvcqg/account.ts';
import contract from '../../../contracts/dvcqg.ts';
import { type Answer, page, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { ASSETS, faultKind } from '../../_kit/wire.ts';
import type { Account } from '../account.ts';
import { everyAccount } from '../accounts.ts';
import { providerOf } from '../registration/provider-of.ts';
import { type Holder, phoneNote, type SignatureRequest, standInNote } from '../registration/signature.ts';
import { admit } from './admission.ts';
import { closedBy, whereOf } from './doors.ts';
import { pages } from './pages.ts';
import { stepping } from './refusals.ts';
import { representedBy } from './representative.ts';
import { signedIn } from './signed-in.ts';
import { readStep, type Step, stepOn } from './waiting.ts';

type Begin = Exchange<{
  sessionDataKey: string;
  method: SignatureRequest['method'];
  kind: AccountKind;
  holder: string;
}>;

/** The kinds of accounts that may still come by a signature, organisations first: they have no other way. */
export const openKinds = (x: Exchange, { waiting }: Pick<Step, 'waiting'>): AccountKind[] =>
  (Object.keys(accountKinds) as AccountKind[])
    .filter((kind) => closedBy({ kind }, waiting.target, x.clock) === undefined)
    .toReversed();

interface Asked {
  transaction: string;
  pin?: string;
  fault?: Fault;
  /** The signer is asked on the phone: nothing is typed here. */
  onPhone: boolean;
}

async function pinPage(x: Exchange, step: Step, asked: Asked): Promise<Answer> {
  const { transaction, pin, fault, onPhone } = asked;
  const kind = fault && faultKind(contract, fault.code);
  const { signaturePage } = await pages();
  const content = signaturePage({
    lang: step.waiting.lang,
    assets: ASSETS,
    post: {
      action: `${x.base}/authenticationendpoint/signature/confirm.do`,
      hidden: { sessionDataKey: step.key, transaction },
    },
    what: onPhone ? phoneNote : standInNote,
    onPhone,
    ...(pin !== undefined && { pin }),
    ...(kind && { error: { title: kind.title, cure: kind.cure } }),
  });
  const refresh = onPhone && { headers: { refresh: `3;url=${waitUrl(x, step.key, transaction)}` } };
  return page(content, { ...(kind && { status: kind.status }), ...(fault && { fault }), ...refresh });
}

/** Where the page asks by itself whether the signer has answered; a path, so that any name of this machine does. */
function waitUrl({ base }: Exchange, sessionDataKey: string, transaction: string): string {
  const query = new URLSearchParams({ sessionDataKey, transaction });
  return `${new URL(base).pathname}/authenticationendpoint/signature/confirm.do?${query}`;
}

/** Asks whoever holds the key to sign. @throws Fault account_stopped, no_certificate */
async function ask(x: Begin, step: Step): Promise<Answer> {
  const { method, kind } = x.input;
  const holder = x.input.holder.trim();
  const closed = closedBy({ kind }, step.waiting.target, x.clock);
  if (closed) throw new Fault('account_stopped', `accounts like this one no longer sign in: ${closed}`);
  if (kind === 'agency' && method !== 'usb')
    throw new Fault('no_certificate', 'state agencies sign with USB tokens only');
  const who = method === 'sim' ? { phone: holder } : { person: holder };
  const provider = await providerOf(method);
  const asked = await provider.begin(x, { purpose: 'sign-in', method, kind, ...who });
  const { transaction, prompt, changes } = asked;
  const shown = { transaction, ...(prompt.pin !== undefined && { pin: prompt.pin }) };
  const waits = stepOn(x, step, { ...step.waiting, signature: shown });
  const onPhone = prompt.pin === undefined;
  return { ...(await pinPage(x, step, { ...shown, onPhone })), changes: [...changes, waits] };
}

export async function signature(x: Begin): Promise<Answer> {
  const step = await readStep(x, x.input.sessionDataKey);
  return stepping(x, step, () => ask(x, step));
}

const isOf =
  ({ serial, person, organisation, agency }: Holder) =>
  ({ certificate, kind, person: whose, method, organisation: theirs }: Account): boolean => {
    if (certificate?.serial === serial) return true;
    if (organisation) return kind === 'enterprise' && theirs?.taxCode === organisation.taxCode;
    if (agency) return kind === 'agency' && whose === person;
    return kind === 'citizen' && whose === person && ['sim', 'usb', 'remote'].includes(method);
  };

/** The account that a certificate opens. @throws Fault unknown_account */
async function accountOf(x: Exchange, holder: Holder): Promise<Account> {
  const found = (await everyAccount(x)).map(({ account }) => account).filter(isOf(holder));
  const account = found.find(({ status }) => status === 'active') ?? found[0];
  if (!account) throw new Fault('unknown_account', 'no account was registered with this certificate');
  return account;
}

type Confirm = Exchange<{ sessionDataKey: string; transaction: string; pin?: string | undefined }>;

export async function confirmSignature(x: Confirm): Promise<Answer> {
  const step = await readStep(x, x.input.sessionDataKey);
  return stepping(x, step, () => confirm(x, step));
}

/** The same, asked by the page that waits. */
export const awaitSignature = (x: Confirm): Promise<Answer> => confirmSignature(x);

async function confirm(x: Confirm, step: Step): Promise<Answer | Refusal> {
  const { transaction, pin } = x.input;
  const provider = await providerOf(pin === undefined ? 'sim' : 'usb');
  const given = { purpose: 'sign-in', ...(pin !== undefined && { pin }) } as const;
  const signed = await provider.confirm(x, transaction, given);
  if (signed.ok === 'waiting') return pinPage(x, step, { transaction, onPhone: true });
  if (!signed.ok && signed.fault.code === 'wrong_pin') {
    const { signature: shown } = step.waiting;
    const asked = shown?.transaction === transaction ? shown : { transaction };
    return {
      ...(await pinPage(x, step, { ...asked, onPhone: false, fault: signed.fault })),
      changes: signed.changes,
    };
  }
  if (!signed.ok) return refuse(signed.fault, signed.changes);
  const account = await representedBy(x, await accountOf(x, signed.holder), signed.holder.person);
  const { target } = step.waiting;
  const acr = admit(account, x.clock, { via: 'account' }, whereOf(target));
  const how = { acr, amr: ['hwk', 'pin', 'mfa'], via: 'account' } as const;
  const changes = [...signed.changes, x.remove(step.item)];
  return signedIn(x, target, account, how, { request: step.request, changes });
}
