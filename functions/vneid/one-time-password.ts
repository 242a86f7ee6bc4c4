import type { Person } from '../../contracts/person.ts';
import contract from '../../contracts/vneid.ts';
import { type Answer, page, type Refusal, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { digest, matches } from '../_kit/perform.ts';
import { type Item, kind } from '../_kit/store.ts';
import { faultKind } from '../_kit/wire.ts';
import { reachedLevel } from '../_oidc/need.ts';
import type { AuthorizationRequest } from '../_oidc/request.ts';
import { secret } from '../_oidc/secret.ts';
import { cookieHeader } from '../_oidc/session.ts';
import { SIGN_IN_COOKIE } from './cookies.ts';
import { admit, levels, maskedPhone, mayTry, missed, OTP } from './domain.ts';
import { pages } from './pages.ts';
import { stepping } from './refusals.ts';
import { signedIn } from './steps.ts';
import { type Tried, triesOf, tryChange } from './tries.ts';
import { carried, frameOf, phoneUrl } from './views.ts';

/** A person who gave the right password and must now give the code. */
interface SignIn {
  /** Slug. */
  person: string;
  /** SHA-256 of the code. */
  otpHash: string;
  /** Epoch milliseconds of the token clock. */
  otpExpires: number;
  requestHash: string;
}

export const signIns = kind<SignIn>(
  'vneid',
  'sign-in',
  "id: SHA-256 of the browser's sign-in cookie. Who has given the right password; hash of the one-time code. 10 minutes.",
);

const SIGN_IN_SECONDS = 600;

function newCode(random: (bytes: number) => Uint8Array): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6);
  return String(number % 10 ** OTP.digits).padStart(OTP.digits, '0');
}

const otpUrl = (x: Exchange, { query }: AuthorizationRequest): string => `${x.base}/sign-in/otp?${query}`;

/** The text message reaches the person's phone over the phone's own wire. */
async function sendCode(x: Exchange, person: Person, code: string): Promise<void> {
  const text = `Mã xác thực VNeID thử nghiệm của bạn là ${code}, hết hạn sau ${OTP.seconds / 60} phút. Không đưa mã này cho bất kỳ ai.`;
  const url = `${phoneUrl(x, person.slug)}/api/messages`;
  const headers = { 'content-type': 'application/json' };
  const answer = await x.deps.fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ from: 'VNeID', text }),
  });
  if (!answer.ok) throw new Error(`the phone of ${person.slug} answered ${answer.status}`);
}

/** Sends a code and leads to the page that asks for it. */
export function beginOtp(x: Exchange, request: AuthorizationRequest, person: Person): Answer {
  const cookie = secret(x.deps.random);
  const code = newCode(x.deps.random);
  const signIn: SignIn = {
    person: person.slug,
    otpHash: digest(code),
    otpExpires: x.clock.now + OTP.seconds * 1000,
    requestHash: request.hash,
  };
  return redirect(otpUrl(x, request), {
    status: 303,
    headers: { 'set-cookie': cookieHeader(x, SIGN_IN_COOKIE, cookie, SIGN_IN_SECONDS) },
    changes: [x.put(signIns, digest(cookie), signIn, { lifetime: SIGN_IN_SECONDS })],
    after: () => sendCode(x, person, code),
  });
}

interface Step {
  request: AuthorizationRequest;
  item: Item<SignIn>;
  person: Person;
  tried: Tried;
}

async function readStep(x: Exchange, request: AuthorizationRequest): Promise<Step> {
  const item = await x.read(signIns, digest(x.cookie(SIGN_IN_COOKIE) ?? ''));
  if (item?.value.requestHash !== request.hash) {
    throw new Fault('sign_in_expired', 'no sign-in of this browser waits for a code');
  }
  const person = await personBySlug(x, item.value.person);
  if (!person) throw new Fault('sign_in_expired', 'the person was removed from the workspace');
  x.remarks.person = person.slug;
  const tried = await triesOf(x, person.slug);
  mayTry(tried.tries, x.clock.now);
  return { request, item, person, tried };
}

async function view(x: Exchange, { request, item, person, tried }: Step, error?: Fault) {
  const kind = error && faultKind(contract, error.code);
  const { oneTimePasswordPage } = await pages();
  return oneTimePasswordPage({
    ...frameOf(request),
    post: { action: `${x.base}/sign-in/otp`, hidden: carried(request) },
    maskedPhone: maskedPhone(person.phones[0]?.number ?? '0000000000'),
    triesLeft: OTP.tries - tried.tries.wrong,
    secondsLeft: Math.max(0, Math.ceil((item.value.otpExpires - x.clock.now) / 1000)),
    ...(kind && { error: { title: kind.title, cure: kind.cure } }),
    resend: { action: `${x.base}/sign-in/otp/resend`, hidden: carried(request) },
    phoneUrl: phoneUrl(x, person.slug),
    person: person.name.full,
  });
}

export const otpPage = (x: Exchange<Record<string, string | string[]>>) =>
  stepping(x, new URLSearchParams(x.url.split('?')[1]).toString(), async (request) =>
    page(view(x, await readStep(x, request))),
  );

export const otp = (x: Exchange<{ request: string; otp: string }>) =>
  stepping(x, x.input.request, async (request) => byCode(x, await readStep(x, request)));

async function byCode(x: Exchange<{ otp: string }>, step: Step): Promise<Answer | Refusal> {
  const { request, item, person, tried } = step;
  if (item.value.otpExpires <= x.clock.now) {
    const fault = new Fault('otp_expired', `the code was good for ${OTP.seconds} seconds`);
    return page(view(x, step, fault), { status: 401, fault });
  }
  if (!matches(x.input.otp.replace(/\s/g, ''), item.value.otpHash)) return wrongCode(x, step);
  const acr = reachedLevel(levels, admit(person), request.acr);
  const forgiven = tried.item ? [x.remove(tried.item)] : [];
  return signedIn(x, request, { person: person.slug, acr, amr: ['pwd', 'otp', 'mfa'] }, [
    x.remove(item),
    ...forgiven,
  ]);
}

async function wrongCode(x: Exchange, step: Step) {
  const tries = missed(step.tried.tries, x.clock.now);
  const change = tryChange(x, step.tried, step.person.slug, tries);
  const locked = tries.lockedUntil !== undefined;
  const fault = locked
    ? new Fault('too_many_tries', `${OTP.tries} wrong tries: sign-in rests for ${OTP.lockSeconds / 60} min`)
    : new Fault('wrong_otp', 'the code is not the one that was sent');
  if (locked) return { refuse: fault, changes: [change, x.remove(step.item)] };
  const next = { ...step, tried: { ...step.tried, tries } };
  return page(view(x, next, fault), { status: 401, fault, changes: [change] });
}

export const resendOtp = (x: Exchange<{ request: string }>) =>
  stepping(x, x.input.request, async (request) => {
    const { item, person } = await readStep(x, request);
    const answer = beginOtp(x, request, person);
    return { ...answer, changes: [...(answer.changes ?? []), x.remove(item)] };
  });
