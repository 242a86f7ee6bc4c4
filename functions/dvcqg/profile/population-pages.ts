import { type Answer, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { invalidInput } from '../../_kit/issues.ts';
import type { Change } from '../../_kit/store.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { type Account, numberOf } from '../account.ts';
import { saveAccount } from '../accounts.ts';
import { signInPath } from '../exchange/session.ts';
import { fieldsOf } from './account-page.ts';
import { refuseClosed } from './held.ts';
import { refusalNotice } from './notices.ts';
import { type FieldName, fieldNames, genderNames, shownDate } from './pages/words.ts';
import { askRegister, type Record as Registered, takenOver } from './register.ts';
import { givenNumber } from './steps.ts';
import { visitor } from './visitor.ts';

interface Typed {
  number?: string | undefined;
  name?: string | undefined;
  birth?: string | undefined;
}

const wrong = (path: string, message: string): Fault => invalidInput([{ path, message }]);

/** `15/05/1990`, `1990-05-15` or the year. @throws Fault invalid_input */
function birthIn(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  if (/^\d{4}$/.test(iso) || (/^\d{4}-\d\d-\d\d$/.test(iso) && real)) return iso;
  throw wrong('birth', 'Không có ngày này / There is no such day');
}

/** The account with what its holder has typed. @throws Fault invalid_input, foreign_number, account_stopped, wrong_state */
function mended(x: Exchange, account: Account, typed: Typed): Account {
  refuseClosed(account);
  const number = typed.number?.replace(/[\s.-]/g, '') || numberOf(account);
  const name = typed.name || account.name;
  const birth = typed.birth ? birthIn(typed.birth) : account.birth;
  const same = name === account.name && birth === account.birth;
  if (number === undefined) return same ? account : { ...account, name, birth };
  if (!/^\d{12}$/.test(number)) throw wrong('number', 'Số gồm 12 chữ số / A number has 12 digits');
  if (same && number === numberOf(account)) return account;
  return givenNumber(x, account, { number, name, ...(birth !== null && { birth }) });
}

const registerFields = ({ number, cmnd, name, birth, gender, address }: Registered) => ({
  ...{ number, cmnd, name, address },
  birth: shownDate(birth),
  gender: gender && genderNames[gender].vi,
});

async function compared(x: Exchange, before: Account, record: Registered) {
  const { comparePage } = await import('./pages/index.ts');
  const [mine, theirs] = [fieldsOf(before), registerFields(record)];
  const content = comparePage({
    lang: 'vi',
    assets: ASSETS,
    rows: (Object.keys(fieldNames) as FieldName[]).map((name) => ({
      name,
      account: mine[name],
      register: theirs[name],
    })),
    takeOverUrl: `${x.base}/account/population/take-over`,
    backUrl: `${x.base}/account`,
  });
  return page(content);
}

async function refusedView(
  x: Exchange,
  account: Account,
  { fault, changes = [], typed = {} }: { fault: Fault; changes?: readonly Change[]; typed?: Typed },
): Promise<Answer> {
  const { refusedPage } = await import('./pages/index.ts');
  const { notice, status } = refusalNotice(fault);
  const content = refusedPage({
    lang: 'vi',
    assets: ASSETS,
    notice,
    fields: (fault.extra.errors ?? []).map(({ path }) => path as FieldName),
    number: typed.number || numberOf(account),
    name: typed.name || account.name,
    birth: typed.birth || shownDate(account.birth ?? ''),
    askUrl: `${x.base}/account/population`,
    backUrl: `${x.base}/account`,
  });
  return page(content, { status, fault, changes });
}

/** Step one: the register is asked. What it would not confirm is told at once, what it says on a page of its own. */
export async function askRegisterPage(x: Exchange<Typed>): Promise<Answer> {
  const who = await visitor(x);
  if (!who) return redirect(x.base + signInPath('/account'), { status: 303 });
  const { held } = who;
  try {
    const account = mended(x, held.account, x.input);
    const verdict = await askRegister(x, account);
    const changes = verdict.account === held.account ? [] : await saveAccount(x, held, verdict.account);
    if (verdict.confirmed) return redirect(`${x.base}/account/population`, { status: 303, changes });
    return await refusedView(x, verdict.account, { fault: verdict.fault, changes, typed: x.input });
  } catch (error) {
    if (error instanceof Fault) return refusedView(x, held.account, { fault: error, typed: x.input });
    throw error;
  }
}

/** What the register says beside what the account says, for an account that it has confirmed. */
export async function comparisonPage(x: Exchange): Promise<Answer> {
  const who = await visitor(x);
  if (!who) return redirect(x.base + signInPath('/account'), { status: 303 });
  const { account } = who.held;
  if (!account.confirmed.includes('number')) return redirect(`${x.base}/account`, { status: 303 });
  try {
    const verdict = await askRegister(x, account);
    if (verdict.confirmed) return await compared(x, account, verdict.record);
    return await refusedView(x, account, verdict);
  } catch (error) {
    if (error instanceof Fault) return refusedView(x, account, { fault: error });
    throw error;
  }
}

/** Step two: "Cập nhật". */
export async function takeOverPage(x: Exchange): Promise<Answer> {
  const who = await visitor(x);
  if (!who) return redirect(x.base + signInPath('/account'), { status: 303 });
  const { held } = who;
  refuseClosed(held.account);
  const verdict = await askRegister(x, held.account);
  if (!verdict.confirmed) return refusedView(x, held.account, verdict);
  const changes = await saveAccount(x, held, takenOver(x, verdict.account, verdict.record));
  return redirect(`${x.base}/account?notice=taken-over`, { status: 303, changes });
}
