import type { Text } from '../../../contracts/_contract.ts';
import { accountKinds, registrationMethods, stateNames } from '../../../contracts/_dvcqg/account.ts';
import { type Answer, page, redirect } from '../../_kit/answer.ts';
import { vietnamDate } from '../../_kit/clock.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { say } from '../../_kit/page/html.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { type Account, daysOf, numberOf } from '../account.ts';
import { saveAccount } from '../accounts.ts';
import { mayLink } from '../candidates.ts';
import { signInPath } from '../exchange/session.ts';
import { asideOf } from './aside.ts';
import { refuseLocked } from './held.ts';
import { doneNotice } from './notices.ts';
import type { ShownField } from './pages/identity.ts';
import type { ShownLink } from './pages/links.ts';
import { type FieldName, genderNames, shownDate } from './pages/words.ts';
import { unlinkedNow } from './steps.ts';
import { linkedWith, passwordWorks } from './view.ts';
import { isToBePrompted, lastDay, linkPath, shownPrompt, type Visitor, visitor } from './visitor.ts';

const vias = {
  account: { vi: 'Tài khoản của Cổng và mã SMS', en: "The portal's account and a code by SMS" },
  signature: { vi: 'Chữ ký số', en: 'A digital signature' },
  vneid: { vi: 'VNeID', en: 'VNeID' },
} as const satisfies Readonly<Record<Visitor['door'], Text>>;

/** What the account says, field by field. */
export function fieldsOf(account: Account): Record<FieldName, string | undefined> {
  const { cmnd, name, birth, gender, address } = account;
  return {
    number: numberOf(account),
    cmnd,
    name,
    birth: birth === null ? undefined : shownDate(birth),
    gender: gender && genderNames[gender].vi,
    address,
  };
}

function shownFields(account: Account): ShownField[] {
  const values = fieldsOf(account);
  return (Object.keys(values) as FieldName[]).map((name) => ({
    name,
    value: name === 'gender' && account.gender ? say(genderNames[account.gender], 'vi') : values[name],
    confirmed: account.confirmed.includes(name),
  }));
}

/** By the calendar, as the history below has it. */
const createdOn = (account: Account): string =>
  shownDate(daysOf(account).created ?? vietnamDate(Date.parse(account.createdAt)));

function shownLink(account: Account): ShownLink {
  const { linked } = daysOf(account);
  return {
    username: account.username,
    method: registrationMethods[account.method],
    createdOn: createdOn(account),
    linkedOn: linked === undefined ? createdOn(account) : shownDate(linked),
    techId: account.techId,
  };
}

const hasStopped = ({ state }: Account): boolean => state.at === 'organisation' && state.ended;

/** Whether a password still signs in somewhere: organisations never use theirs. */
const hasPassword = (x: Exchange, account: Account): boolean =>
  account.kind === 'citizen' && (passwordWorks(account, x, 'here') || passwordWorks(account, x, 'elsewhere'));

function urlsOf(x: Exchange, account: Account) {
  const { base } = x;
  return {
    phone: `${base}/account/phone`,
    email: `${base}/account/email`,
    ...(hasPassword(x, account) && { password: `${base}/account/password` }),
    ...(mayLink({ account }) && { link: x.base + linkPath('/account') }),
    ...(account.state.at === 'linked' && { unlink: `${base}/account/unlink` }),
    home: `${base}/`,
    signOut: `${base}/oidc/logout`,
  };
}

/** "Thông tin tài khoản"; it shows the prompt to whoever came by password. */
export async function accountPage(x: Exchange<{ notice?: string | undefined }>): Promise<Answer> {
  const who = await visitor(x);
  if (!who) return redirect(x.base + signInPath('/account'), { status: 303 });
  const { accountPage: show } = await import('./pages/index.ts');
  const { held, via, door } = who;
  const prompts = isToBePrompted(held.account, via, x);
  const account = prompts ? shownPrompt(held.account, x) : held.account;
  const number = numberOf(account);
  const notice = doneNotice(x.input.notice);
  const aside = await asideOf(x, who);
  const content = show({
    lang: 'vi',
    assets: ASSETS,
    ...{ name: account.name, techId: account.techId, username: account.username },
    kind: accountKinds[account.kind],
    method: registrationMethods[account.method],
    createdOn: createdOn(account),
    state: stateNames[hasStopped(account) ? 'stopped' : account.state.at],
    via: vias[door],
    ...{ organisation: account.organisation, phone: account.phone, email: account.email },
    identity: {
      fields: shownFields(account),
      asksNumber: number === undefined,
      cmnd: account.cmnd,
      ...(account.kind === 'citizen' && { askUrl: `${x.base}/account/population` }),
    },
    ...(account.kind === 'citizen' && { links: (await linkedWith(x, account)).map(shownLink) }),
    ...(aside && { aside }),
    history: account.history,
    ...(prompts && { prompt: { linkUrl: x.base + linkPath('/account'), lastDay: lastDay() } }),
    ...(notice && { notice }),
    urls: urlsOf(x, account),
  });
  const changes = account === held.account ? [] : await saveAccount(x, held, account);
  return page(content, { changes });
}

export async function unlinkPage(x: Exchange): Promise<Answer> {
  const who = await visitor(x);
  if (!who) return redirect(x.base + signInPath('/account'), { status: 303 });
  const { account } = who.held;
  refuseLocked(account);
  const changes = await saveAccount(x, who.held, unlinkedNow(x, account, 'person'));
  // Whoever came by VNeID is signed out by it.
  const next = who.via === 'vneid' ? '/?notice=unlinked-signed-out' : '/account?notice=unlinked';
  return redirect(`${x.base}${next}`, { status: 303, changes });
}
