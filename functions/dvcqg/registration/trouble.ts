import type { Text } from '../../../contracts/_contract.ts';
import type { Way } from '../../../contracts/_dvcqg/registration-ways.ts';
import contract from '../../../contracts/dvcqg.ts';
import { Fault } from '../../_kit/fault.ts';
import { halves } from '../../_kit/halves.ts';
import { faultKind } from '../../_kit/wire.ts';
import type { Trouble } from './pages/index.ts';

/** The field that a refusal is about, where it names none itself. */
const fieldOf: Readonly<Record<string, string>> = {
  sim_other_owner: 'phone',
  sim_data_differs: 'name',
  sim_under_cmnd: 'phone',
  sim_suspended: 'phone',
  sim_not_normalised: 'phone',
  sim_cancelled: 'phone',
  sim_not_registered: 'phone',
  sms_not_sent: 'phone',
  phone_taken: 'phone',
  number_taken: 'number',
  email_taken: 'email',
  post_does_not_match: 'account',
  post_no_account: 'account',
  post_locked: 'account',
  no_certificate: 'person',
  too_young: 'birth',
  wrong_captcha: 'captcha',
  wrong_code: 'code',
  code_expired: 'code',
  too_many_codes: 'code',
  too_many_wrong_codes: 'code',
  passwords_differ: 'again',
};

const joined = (texts: readonly Text[]): Text => ({
  vi: texts.map(({ vi }) => vi).join('; '),
  en: texts.map(({ en }) => en).join('; '),
});

const NO_SIM: Text = {
  vi: 'Số này không có SIM ký số cho loại tài khoản này',
  en: 'This number has no SIM that signs for this kind of account',
};

/** The field, and what it is told. */
function ownOf({ code }: Fault, title: Text, way: Way | undefined): [field: string | undefined, told: Text] {
  return code === 'no_certificate' && way === 'sim' ? ['phone', NO_SIM] : [fieldOf[code], title];
}

/** A refusal as a page shows it; `way`: whose form it is beside. */
export function troubleOf(fault: Fault, way?: Way): Trouble & { status: number } {
  const { status, title, cure } = faultKind(contract, fault.code);
  const errors = fault.extra.errors ?? [];
  const named = Map.groupBy(errors, ({ path }) => path);
  const [own, told] = ownOf(fault, title, way);
  const fields: Record<string, Text> = Object.fromEntries(
    [...named].map(([path, found]) => [path, joined(found.map(({ message }) => halves(message)))]),
  );
  if (own !== undefined && fields[own] === undefined) fields[own] = told;
  return { status, title, cure, fields };
}

/** Runs what may refuse. @throws whatever is no Fault */
export async function tried<T>(work: () => Promise<T> | T): Promise<T | Fault> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
