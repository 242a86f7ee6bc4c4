import { type CalendarRuleId, calendarRules, documents } from '../../../contracts/_calendar.ts';
import contract from '../../../contracts/dvcqg.ts';
import { type Answer, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { matches } from '../../_kit/perform.ts';
import { ASSETS, faultKind } from '../../_kit/wire.ts';
import { bridge } from '../../_oidc/built-in.ts';
import { type RawParameters, single } from '../../_oidc/request.ts';
import type { Account } from '../account.ts';
import { accountByUsername } from '../accounts.ts';
import { beginCode } from '../one-time-code.ts';
import { admit } from './admission.ts';
import { closedBy, openKinds, organisationFrom, whereOf } from './doors.ts';
import { type As, toVneid } from './hop.ts';
import { pages } from './pages.ts';
import { cancelUrl, stepping } from './refusals.ts';
import { mayTry, missed } from './tries.ts';
import { readStep, type Step, stepOn } from './waiting.ts';

const idps = { citizen: 'VNeID', organisation: 'VNeID-ToChuc' } as const satisfies Record<As, string>;

const idpUrl = (x: Exchange, { key }: Step, as: As): string =>
  `${x.base}/commonauth?${new URLSearchParams({
    idp: idps[as],
    authenticator: 'OpenIDConnectAuthenticator',
    sessionDataKey: key,
  })}`;

/** What the law says of a door that is closed, or not open yet, and where to read more. */
const closedNote = (rule: CalendarRuleId) => ({
  since: calendarRules[rule].from,
  what: calendarRules[rule].what,
  documents: calendarRules[rule].documents.map((id) => documents[id].name),
});

interface Tried {
  username: string;
  fault: Fault;
  changes?: Answer['changes'];
}

/** The sign-in page of a step, perhaps with what was wrong at the last try. */
async function loginView(x: Exchange, step: Step, tried?: Tried): Promise<Answer> {
  const { request, waiting, key } = step;
  const kind = tried && faultKind(contract, tried.fault.code);
  const closed = closedBy({ kind: 'citizen' }, waiting.target, x.clock);
  const from = organisationFrom(x.clock);
  const { loginPage } = await pages();
  const content = loginPage({
    lang: waiting.lang,
    assets: ASSETS,
    ...(request && { client: request.client.metadata.client_name }),
    vneid: { citizen: idpUrl(x, step, 'citizen'), organisation: idpUrl(x, step, 'organisation') },
    post: { action: `${x.base}/commonauth`, hidden: { sessionDataKey: key } },
    ...(closed && { closed: closedNote(closed) }),
    ...(from && { organisationFrom: closedNote(from) }),
    timeline: `${x.deps.origin}/${x.workspace.id}/timeline`,
    recover: `${x.base}/recovery`,
    signature: {
      post: { action: `${x.base}/authenticationendpoint/signature.do`, hidden: { sessionDataKey: key } },
      kinds: openKinds(waiting.target, x.clock),
    },
    ...(request?.client.id === bridge.id && { bridge: true as const }),
    ...(request && { cancel: cancelUrl(x, key) }),
    username: tried?.username ?? request?.loginHint ?? '',
    ...(kind && { error: { title: kind.title, cure: kind.cure } }),
  });
  return page(content, {
    status: kind?.status ?? 200,
    ...(tried && { fault: tried.fault, changes: tried.changes ?? [] }),
  });
}

export async function loginPage(x: Exchange<RawParameters>): Promise<Answer> {
  return loginView(x, await readStep(x, single(x.input, 'sessionDataKey') ?? ''));
}

/** Somebody came for an organisation before there was such an identity. */
function earlyOrganisation({ clock }: Exchange): Fault | undefined {
  const rule = organisationFrom(clock);
  if (!rule) return undefined;
  const { since, documents: by } = closedNote(rule);
  const day = since.split('-').reverse().join('/');
  const names = by.map(({ vi, en }) => `${vi} / ${en}`).join('; ');
  return new Fault('not_yet', `from ${day} on organisations have an electronic identity, by ${names}`);
}

/** On to VNeID, from a tile of the page. */
export async function chooseVneid(x: Exchange, key: string, idp: string): Promise<Answer> {
  const step = await readStep(x, key);
  const as = (Object.keys(idps) as As[]).find((each) => idps[each] === idp);
  if (!as) throw new Fault('invalid_request', `there is no identity provider '${idp}'`);
  if (as === 'organisation') {
    const refused = earlyOrganisation(x);
    if (refused) return stepping(x, step, async () => ({ refuse: refused, changes: [] }));
  }
  const { target, lang } = step.waiting;
  return toVneid(x, { target, lang, as, key }, step.request);
}

/** Whoever has an account but no password signs in as they registered. */
const bySignature = ({ passwordHash, kind }: Account): boolean => passwordHash === null || kind !== 'citizen';

/** @throws Fault account_locked, account_stopped, signature_needed, phone_missing */
function phoneToAsk(account: Account, x: Exchange, { waiting }: Step): string {
  admit(account, x.clock, { via: 'account' }, whereOf(waiting.target));
  if (bySignature(account)) throw new Fault('signature_needed', 'accounts like this one have no password');
  if (account.phone === undefined) throw new Fault('phone_missing', 'the account has no phone number');
  return account.phone;
}

/** Sends the code, and leads to the page that asks for it. @throws Fault sms_not_sent */
export async function sendCode(x: Exchange, step: Step, { techId }: Account, phone: string): Promise<Answer> {
  const { handle, sentTo, seconds, changes } = await beginCode(x, {
    purpose: 'sign-in',
    phone,
    subject: techId,
  });
  const code = { techId, handle, sentTo, expires: x.clock.now + seconds * 1000 };
  const query = new URLSearchParams({ sessionDataKey: step.key });
  return redirect(`${x.base}/authenticationendpoint/sms-code.do?${query}`, {
    status: 303,
    changes: [...changes, stepOn(x, step, { ...step.waiting, code })],
  });
}

type Typed = Exchange<{ sessionDataKey: string; username: string; password: string }>;

export async function withPassword(x: Typed): Promise<Answer> {
  const step = await readStep(x, x.input.sessionDataKey);
  return stepping(x, step, () => byPassword(x, step));
}

async function byPassword(x: Typed, step: Step): Promise<Answer> {
  const username = x.input.username.trim();
  const closed = closedBy({ kind: 'citizen' }, step.waiting.target, x.clock);
  const account = (await accountByUsername(x, username))?.account;
  if (account?.person) x.remarks.person = account.person;
  const wrong = new Fault('wrong_credentials', 'no such user name, or not its password');
  if (closed && (!account || (account.kind === 'citizen' && !account.foreign))) {
    const stopped = new Fault('account_stopped', `accounts of citizens no longer sign in: ${closed}`);
    return loginView(x, step, { username: '', fault: stopped });
  }
  if (!account) return loginView(x, step, { username, fault: wrong });
  const tries = await mayTry(x, account.techId);
  if (
    account.passwordHash !== null &&
    !matches(`${account.techId}:${x.input.password}`, account.passwordHash)
  ) {
    return loginView(x, step, { username, fault: wrong, changes: [missed(x, account.techId, tries)] });
  }
  const sent = await sendCode(x, step, account, phoneToAsk(account, x, step));
  return tries ? { ...sent, changes: [...(sent.changes ?? []), x.remove(tries)] } : sent;
}
