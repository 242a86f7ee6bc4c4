import contract from '../../../contracts/dvcqg.ts';
import { type Answer, page, type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { ASSETS, faultKind } from '../../_kit/wire.ts';
import { accountById } from '../accounts.ts';
import { checkCode } from '../one-time-code.ts';
import { admit } from './admission.ts';
import { whereOf } from './doors.ts';
import { sendCode } from './login.ts';
import { pages } from './pages.ts';
import { signedIn } from './signed-in.ts';
import { readStep, type Step } from './waiting.ts';

type Sent = NonNullable<Step['waiting']['code']>;

/** A step that waits for a code, and whose. @throws Fault sign_in_expired */
async function readSent(x: Exchange, key: string) {
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

export async function code(x: Exchange<{ sessionDataKey: string; code: string }>): Promise<Answer | Refusal> {
  const { step, sent, account } = await readSent(x, x.input.sessionDataKey);
  const checked = await checkCode(x, 'sign-in', sent.handle, x.input.code);
  const { changes } = checked;
  if (!checked.ok && checked.fault.code === 'too_many_wrong_codes') return refuse(checked.fault, changes);
  if (!checked.ok) {
    const { fault } = checked;
    return page(view(x, { step, sent, person: account.person }, fault), { status: 401, fault, changes });
  }
  const acr = admit(account, x.clock, { via: 'account' }, whereOf(step.waiting.target));
  const how = { acr, amr: ['pwd', 'otp', 'mfa'], via: 'account' } as const;
  return signedIn(x, step.waiting.target, account, how, {
    request: step.request,
    changes: [...changes, x.remove(step.item)],
  });
}

export async function resendCode(x: Exchange<{ sessionDataKey: string }>): Promise<Answer> {
  const { step, account } = await readSent(x, x.input.sessionDataKey);
  if (account.phone === undefined) throw new Fault('phone_missing', 'the account has no phone number');
  return sendCode(x, step, account, account.phone);
}
