import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Way } from '../../../contracts/_dvcqg/registration-ways.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change, Item } from '../../_kit/store.ts';
import { registrations } from './kept.ts';
import { mayRegister } from './law.ts';
import type { Holder } from './signature.ts';

/** Whom the registers have vouched for. */
export interface Applicant {
  /** 12 digits; or else `cmnd`. */
  number?: string;
  /** The old card's 9 digits. */
  cmnd?: string;
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth: string;
  phone: string;
  foreign?: true;
}

/** What is known at each step. */
export type Step =
  | { at: 'code'; applicant: Applicant; handle: string; sentTo: string; seconds: number; until: number }
  | { at: 'password'; applicant: Applicant }
  /** A USB token is to sign. `person`: whose token the page itself answers for; null: the plug-in on the computer. */
  | { at: 'signature'; transaction: string; person: string | null }
  /** A provider asks on the phone. */
  | { at: 'check'; transaction: string; person: string | null }
  | { at: 'confirm'; holder: Holder };

export type StepName = Step['at'];

/** Somebody on the way to an account. Nothing of it is an account before the last step. */
export interface Registration {
  way: Way;
  kind: AccountKind;
  step: Step;
}

/** How long a registration waits, and how long its last page stays. */
export const LIFETIME_SECONDS = 15 * 60;

/** A registration that is under way; its id is shown to nobody but whoever began it. */
export interface Held {
  id: string;
  registration: Registration;
  /** Epoch milliseconds of the token clock. */
  expires: number;
  item?: Item<Registration>;
}

/** @throws Fault registration_expired, only_vneid, own_identity_only: the law may have changed since it began */
export async function readRegistration(x: Exchange): Promise<Held> {
  const id = x.params.id ?? '';
  const item = await x.read(registrations, digest(id));
  if (!item?.expires) throw new Fault('registration_expired', 'no registration waits under this id');
  mayRegister(item.value.kind, x.clock);
  return { id, registration: item.value, expires: item.expires, item };
}

/** Reads it once more, past what this request has read. @throws Fault registration_expired */
export async function stillWaiting(x: Exchange, { item }: Held): Promise<void> {
  const [now] = item ? await x.deps.store.get([item.key], x.clock.now) : [];
  if (!now) throw new Fault('registration_expired', 'another request has ended this registration');
}

export const newRegistration = (x: Exchange, id: string, registration: Registration): Held => ({
  id,
  registration,
  expires: x.clock.now + LIFETIME_SECONDS * 1000,
});

/** Saves where it stands, as long as nobody else went on with it meanwhile. */
export const saveRegistration = (x: Exchange, { id, registration, expires, item }: Held): Change =>
  x.put(registrations, digest(id), registration, {
    expires,
    if: item ? { version: item.version } : 'absent',
  });

/** @throws Fault wrong_step */
export function stepOf<Name extends StepName>(
  { registration: { step } }: Held,
  name: Name,
): Extract<Step, { at: Name }> {
  if (step.at !== name) throw new Fault('wrong_step', `it waits for ${step.at}, not for ${name}`);
  return step as Extract<Step, { at: Name }>;
}
