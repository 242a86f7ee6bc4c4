import contract from '../../../contracts/dvcqg.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Change } from '../../_kit/store.ts';
import { ASSETS, faultKind } from '../../_kit/wire.ts';
import type { Account } from '../account.ts';
import { accountById } from '../accounts.ts';
import { checkCode } from '../one-time-code.ts';
import { admit } from './admission.ts';
import { whereOf } from './doors.ts';
import { sendCode } from './login.ts';
import { pages } from './pages.ts';
import { stepping } from './refusals.ts';
import { signedIn } from './signed-in.ts';
import { readStep, type Step } from './waiting.ts';

type Sent = NonNullable<Step['waiting']['code']>;

interface Found {
  step: Step;
  sent: Sent;
  account: Account;
}

/** A step that waits for a code, and whose. @throws Fault sign_in_expired */
async function readSent(x: Exchange, key: string): Promise<Found> {
  const step = await readStep(x, key);
  const { code: sent } = step.waiting;
  if (!sent) throw new Fault('sign_in_expired', 'no code was sent for this sign-in');
  const account = (await accountById(x, sent.techId))?.account;
  if (!account) throw new Fault('sign_in_expired', 'the account is gone');
  if (account.person !== null) x.remarks.person = account.person;
  return { step, sent, account };
}

async function view(
  x: Exchange,
  { step, sent, person }: { step: Step; sent: Sent; person: string | null },
  error?: Fault,
) {
  const kind = error && faultKind(contract, error.code);
  const hidden = { sessionDataKey: step.key };
  const { codePage } = await pages();
  return codePage({
    lang: step.waiting.lang,
    assets: ASSETS,
    post: { action: `${x.base}/authenticationendpoint/sms-code.do`, hidden },
    resend: { action: `${x.base}/authenticationendpoint/sms-code/resend.do`, hidden },
    sentTo: sent.sentTo,
    digits: x.workspace.settings.dvcqg.otp.digits,
    secondsLeft: Math.max(0, Math.ceil((sent.expires - x.clock.now) / 1000)),
    ...(kind && { error: { title: kind.title, cure: kind.cure } }),
    ...(person !== null && {
      phoneUrl: `${x.deps.origin}/${x.workspace.id}/phone/${encodeURIComponent(person)}`,
    }),
  });
}

export async function codePage(x: Exchange<{ sessionDataKey: string }>): Promise<Answer> {
  const { step, sent, account } = await readSent(x, x.input.sessionDataKey);
  return page(view(x, { step, sent, person: account.person }));
}

export async function code(x: Exchange<{ sessionDataKey: string; code: string }>): Promise<Answer> {
  const found = await readSent(x, x.input.sessionDataKey);
  const checked = await checkCode(x, 'sign-in', found.sent.handle, x.input.code);
  if (!checked.ok) return again(x, found, checked.fault, checked.changes);
  return stepping(x, found.step, () => goOn(x, found, checked.changes));
}

/** The page once more, with what was wrong: another code can be asked for there. */
function again(x: Exchange, { step, sent, account }: Found, fault: Fault, changes: Answer['changes'] = []) {
  const { status } = faultKind(contract, fault.code);
  const { headers } = fault.extra;
  const shown = view(x, { step, sent, person: account.person }, fault);
  return page(shown, { status, fault, changes, ...(headers && { headers }) });
}

async function goOn(x: Exchange, { step, account }: Found, changes: readonly Change[]): Promise<Answer> {
  const acr = admit(account, x.clock, { via: 'account' }, whereOf(step.waiting.target));
  const how = { acr, amr: ['pwd', 'otp', 'mfa'], via: 'account' } as const;
  return signedIn(x, step.waiting.target, account, how, {
    request: step.request,
    changes: [...changes, x.remove(step.item)],
  });
}

export async function resendCode(x: Exchange<{ sessionDataKey: string }>): Promise<Answer> {
  const found = await readSent(x, x.input.sessionDataKey);
  const { step, account } = found;
  try {
    if (account.phone === undefined) throw new Fault('phone_missing', 'the account has no phone number');
    return await sendCode(x, step, account, account.phone);
  } catch (error) {
    if (error instanceof Fault) return again(x, found, error);
    throw error;
  }
}
