import type { RegistrationRequest } from '../../../contracts/_dvcqg/registration-data.ts';
import { phone as phoneSchema } from '../../../contracts/_dvcqg/registration-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import { personByCmnd, personByNumber, personBySlug } from '../../_kit/people.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { seal, secret } from '../../_oidc/secret.ts';
import type { Account } from '../account.ts';
import { foreignIf } from '../law.ts';
import { beginCode } from '../one-time-code.ts';
import { lookUp } from '../wires/population.ts';
import { isInsured, ownsPostAccount, ownsSim } from './checks.ts';
import { refuseTaken } from './conflicts.ts';
import { mayRegister, oldEnough } from './law.ts';
import { usernameOfApplicant } from './made.ts';
import { type Applicant, type Held, newRegistration, type Step, saveRegistration } from './registration.ts';

/** A registration that has begun or gone on, and what is to be saved. */
export interface Moved {
  held: Held;
  changes: Change[];
}

const newId = (x: Exchange): string => secret(x.deps.random, 24);

/** A post account is named by its telephone number or by its customer code. */
function postAccount({ account, phone }: { account: string; phone?: string | undefined }) {
  const asPhone = phoneSchema.safeParse(account);
  if (asPhone.success) return { named: { phone: asPhone.data }, reached: phone ?? asPhone.data };
  const message =
    'Cần số điện thoại nhận mã khi tài khoản là mã khách hàng / A phone is needed for a customer code';
  if (phone === undefined) throw invalidInput([{ path: 'phone', message }]);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/.test(account)) {
    const wrong = 'Số điện thoại hoặc mã khách hàng / A phone number or a customer code';
    throw invalidInput([{ path: 'account', message: wrong }]);
  }
  return { named: { customerCode: account }, reached: phone };
}

type Claimed = Extract<RegistrationRequest, { name: string }>;

const paperOf = (number: string): Pick<Applicant, 'number' | 'cmnd'> =>
  number.length === 12 ? { number } : { cmnd: number };

/** Whom the way's own register has vouched for. @throws Fault that says what does not agree */
async function vouchedFor(x: Exchange, claim: Claimed): Promise<Applicant> {
  const { name, birth } = claim;
  if (claim.method === 'mobile') {
    await ownsSim(x, claim);
    return { number: claim.number, name, birth, phone: claim.phone };
  }
  if (claim.method === 'insurance') {
    await isInsured(x, claim);
    return { ...paperOf(claim.number), name, birth, phone: claim.phone };
  }
  const { named, reached } = postAccount(claim);
  await ownsPostAccount(x, { ...named, number: claim.number, name });
  return { number: claim.number, name, birth, phone: reached };
}

/**
 * The population register is asked for two things alone: whether the person is alive, and a foreigner. Whom it does not find as entered
 * goes on, with an account that nobody has verified, as such accounts were. @throws Fault applicant_deceased
 */
export async function refuseDeceased(
  x: Exchange,
  person: { number?: string; cmnd?: string; name: string; birth: string },
): Promise<Pick<Account, 'foreign'>> {
  const found = await lookUp(x, person);
  if (found?.deceasedOn !== undefined)
    throw new Fault('applicant_deceased', `the population register has a death on ${found.deceasedOn}`);
  return foreignIf(found?.nationality);
}

/** Sends the code and says what the step then knows. The handle is of no use to whoever reads the table. */
export async function codeStep(
  x: Exchange,
  id: string,
  applicant: Applicant,
): Promise<{ step: Extract<Step, { at: 'code' }>; changes: Change[] }> {
  const subject = digest(id);
  const sent = await beginCode(x, { purpose: 'register', phone: applicant.phone, subject });
  const { handle, sentTo, seconds, changes } = sent;
  const until = x.clock.now + seconds * 1000;
  const sealed = seal(id, handle, x.deps.random);
  return { step: { at: 'code', applicant, handle: sealed, sentTo, seconds, until }, changes };
}

async function byClaim(x: Exchange, claim: Claimed): Promise<Moved> {
  const { number } = claim;
  const person = await (number.length === 12 ? personByNumber(x, number) : personByCmnd(x, number));
  if (person) x.remarks.person = person.slug;
  oldEnough(claim.birth, x.clock);
  const vouched = await vouchedFor(x, claim);
  const applicant = { ...vouched, ...(await refuseDeceased(x, vouched)) };
  const { number: own, phone } = applicant;
  await refuseTaken(x, { kind: 'citizen', username: usernameOfApplicant(applicant), number: own, phone });
  const id = newId(x);
  const { step, changes } = await codeStep(x, id, applicant);
  const held = newRegistration(x, id, { way: claim.method, kind: 'citizen', step });
  return { held, changes: [...changes, saveRegistration(x, held)] };
}

type Signed = Exclude<RegistrationRequest, Claimed>;

/** The portal does not see a token: whose it is the certificate tells. */
async function byToken(x: Exchange, { person: slug }: Extract<Signed, { method: 'usb' }>): Promise<Step> {
  const person = slug === undefined ? undefined : await personBySlug(x, slug);
  if (slug !== undefined && !person) throw new Fault('no_certificate', 'nobody of the sandbox is called so');
  if (person) x.remarks.person = person.slug;
  return { at: 'signature', transaction: secret(x.deps.random, 18), person: person?.slug ?? null };
}

async function bySignature(x: Exchange, asked: Signed): Promise<Moved> {
  const { method: way, kind } = asked;
  const saved = (step: Step, changes: Change[]): Moved => {
    const held = newRegistration(x, newId(x), { way, kind, step });
    return { held, changes: [...changes, saveRegistration(x, held)] };
  };
  if (asked.method === 'usb') return saved(await byToken(x, asked), []);
  const { askToSign } = await import('./providers.ts');
  const { transaction, changes } = await askToSign(x, { purpose: 'register', ...asked });
  return saved({ at: 'check', transaction, person: x.remarks.person ?? null }, changes);
}

/** Begins a registration in one of the six ways. @throws Fault as the contract's registration faults say */
export function beginRegistration(x: Exchange, asked: RegistrationRequest): Promise<Moved> {
  mayRegister(asked.kind, x.clock);
  return 'name' in asked ? byClaim(x, asked) : bySignature(x, asked);
}
