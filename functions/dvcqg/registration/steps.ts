import { type Refusal, refuse } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { personByCmnd, personByNumber } from '../../_kit/people.ts';
import type { Change } from '../../_kit/store.ts';
import { unseal } from '../../_oidc/secret.ts';
import { untrusted } from '../../_relying/certificate.ts';
import type { PluginAnswer } from '../../_relying/signed-data.ts';
import type { Account } from '../account.ts';
import { saveAccount } from '../accounts.ts';
import { checkCode } from '../one-time-code.ts';
import { toSignForAccount } from '../token/to-sign.ts';
import { codeStep, type Moved, refuseDeceased } from './begin.ts';
import { type Keys, refuseTaken } from './conflicts.ts';
import { oldEnough } from './law.ts';
import { accountOfApplicant, accountOfHolder, usernameOfApplicant, usernameOfHolder } from './made.ts';
import { strongEnough } from './password.ts';
import {
  type Applicant,
  type Held,
  readRegistration,
  type Step,
  saveRegistration,
  stepOf,
  stillWaiting,
} from './registration.ts';
import type { SignatureOutcome } from './signature.ts';

/** The account that a registration became; the registration is spent by the same changes. */
export interface Made {
  account: Account;
  changes: Change[];
}

const movedTo = (x: Exchange, held: Held, step: Step, changes: readonly Change[]): Moved => {
  const next = { ...held, registration: { ...held.registration, step } };
  return { held: next, changes: [...changes, saveRegistration(x, next)] };
};

const ofApplicant = async (x: Exchange, { number, cmnd }: Applicant): Promise<string | null> => {
  const person = await (number === undefined ? personByCmnd(x, cmnd ?? '') : personByNumber(x, number));
  if (person) x.remarks.person = person.slug;
  return person?.slug ?? null;
};

export async function giveCode(x: Exchange, code: string): Promise<Moved | Refusal> {
  const held = await readRegistration(x);
  const { applicant, handle } = stepOf(held, 'code');
  await ofApplicant(x, applicant);
  const checked = await checkCode(x, 'register', unseal<string>(held.id, handle), code);
  if (!checked.ok) return refuse(checked.fault, checked.changes);
  return movedTo(x, held, { at: 'password', applicant }, checked.changes);
}

export async function resendCode(x: Exchange): Promise<Moved> {
  const held = await readRegistration(x);
  const { applicant } = stepOf(held, 'code');
  await ofApplicant(x, applicant);
  const { step, changes } = await codeStep(x, held.id, applicant);
  return movedTo(x, held, step, changes);
}

/** Whoever sent the last step twice meets the account that the first one made: they hear that it is done. */
async function refuseOthers(x: Exchange, held: Held, keys: Keys): Promise<void> {
  try {
    await refuseTaken(x, keys);
  } catch (taken) {
    await stillWaiting(x, held);
    throw taken;
  }
}

async function spend(x: Exchange, { item }: Held, account: Account): Promise<Made> {
  const saved = await saveAccount(x, undefined, account);
  return { account, changes: item ? [...saved, x.remove(item)] : saved };
}

export async function setPassword(x: Exchange, password: string): Promise<Made> {
  const held = await readRegistration(x);
  const { applicant } = stepOf(held, 'password');
  const person = await ofApplicant(x, applicant);
  strongEnough(password, x.workspace.settings.dvcqg.passwordLength);
  const { number, phone } = applicant;
  await refuseOthers(x, held, { kind: 'citizen', username: usernameOfApplicant(applicant), number, phone });
  return spend(x, held, accountOfApplicant(x, held.registration.way, applicant, { password, person }));
}

/** What a USB token's plug-in answered. @throws Fault signature_unreadable, signature_not_trusted, no_certificate */
export async function giveSignature(x: Exchange, given: PluginAnswer): Promise<Moved> {
  const held = await readRegistration(x);
  const { transaction } = stepOf(held, 'signature');
  const { kind } = held.registration;
  const { text } = toSignForAccount(kind, transaction);
  const { readSignedData } = await import('../../_relying/signed-data.ts');
  const { content, signed } = await readSignedData(given, text);
  if (!Buffer.from(text).equals(content))
    throw untrusted('what was signed is not what this registration asked for');
  const { signerOf } = await import('./signer.ts');
  return movedTo(x, held, { at: 'confirm', holder: await signerOf(x, signed, { kind }) }, []);
}

/** Whether the signer has answered on the phone; as long as not, nothing moves. */
export async function checkSignature(x: Exchange): Promise<Moved | Refusal> {
  const held = await readRegistration(x);
  const { transaction } = stepOf(held, 'check');
  const { signatureGiven } = await import('./providers.ts');
  return moved(x, held, await signatureGiven(x, transaction, 'register'));
}

function moved(x: Exchange, held: Held, signed: SignatureOutcome): Moved | Refusal {
  if (signed.ok === 'waiting') return { held, changes: [] };
  if (!signed.ok) return refuse(signed.fault, signed.changes);
  return movedTo(x, held, { at: 'confirm', holder: signed.holder }, signed.changes);
}

export async function confirmHolder(x: Exchange, email: string | undefined): Promise<Made> {
  const held = await readRegistration(x);
  const { holder } = stepOf(held, 'confirm');
  x.remarks.person = holder.person;
  const { kind } = held.registration;
  oldEnough(holder.birth, x.clock);
  const mark = await refuseDeceased(x, holder);
  const number = kind === 'citizen' ? holder.number : undefined;
  await refuseOthers(x, held, {
    kind,
    username: usernameOfHolder(holder),
    number,
    phone: holder.phone,
    email,
  });
  const account = accountOfHolder(x, held.registration, holder, email);
  return spend(x, held, kind === 'citizen' ? { ...account, ...mark } : account);
}
