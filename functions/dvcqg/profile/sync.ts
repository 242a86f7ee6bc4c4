import type * as z from 'zod';
import { calendarRules, documents } from '../../../contracts/_calendar.ts';
import type { syncAnswer, syncRequest } from '../../../contracts/_dvcqg/profile-data.ts';
import { hasCome } from '../../_kit/calendar.ts';
import { vietnamDate } from '../../_kit/clock.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personByNumber } from '../../_kit/people.ts';
import { matches } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { builtIn } from '../../_oidc/built-in.ts';
import { type Account, happened, numberOf } from '../account.ts';
import { type Held, saveAccounts } from '../accounts.ts';
import { allOf, firstLinked, mayLink, renewed } from '../candidates.ts';
import { lookUp } from '../wires/population.ts';
import { askRegister } from './register.ts';
import { refuseForeign } from './steps.ts';

type Asked = z.output<typeof syncRequest>;
type Told = z.output<typeof syncAnswer>['accounts'][number];

/** The only portal that has this function. @throws Fault unknown_portal */
export function authenticatePolice(x: Exchange): void {
  const [, credentials = ''] = /^Basic +(\S+)$/i.exec(x.request.headers.get('authorization') ?? '') ?? [];
  const [id = '', ...rest] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const client = id === 'bocongan' ? builtIn(id, x, 'dvcqg', []) : undefined;
  if (!client?.secretHash || !matches(rest.join(':'), client.secretHash))
    throw new Fault('unknown_portal', 'only the police ministry’s portal, by its client id and secret', {
      headers: { 'www-authenticate': 'Basic realm="dvcqg"' },
    });
  x.remarks.client = id;
}

/** @throws Fault not_yet, naming day and document */
export function refuseEarly(x: Exchange): void {
  if (hasCome('police-portal-syncs', x.clock)) return;
  const { from, documents: ids } = calendarRules['police-portal-syncs'];
  const named = ids.map((id) => `${documents[id].name.vi} / ${documents[id].name.en}`).join('; ');
  const day = from.split('-').reverse().join('/');
  const message = `Có từ ${day}, theo ${named} (from ${day})`;
  throw new Fault('not_yet', `exists from ${from} on; today is ${x.clock.today}`, {
    errors: [{ path: 'calendar', message }],
  });
}

interface Synced {
  held: Held;
  account: Account;
  told: Pick<Told, 'outcome' | 'fields'>;
}

/** The account with its number confirmed, where that was still to be done. */
async function confirmed(x: Exchange, held: Held): Promise<Synced | Account> {
  if (mayLink(held)) return held.account;
  const verdict = await askRegister(x, held.account);
  if (verdict.confirmed) return verdict.account;
  const fields = (verdict.fault.extra.errors ?? []).map(({ path }) => path);
  return { held, account: verdict.account, told: { outcome: 'differs', fields } };
}

async function syncOne(x: Exchange, held: Held, { personalNumber: number, sub }: Asked): Promise<Synced> {
  const { account } = held;
  if (account.status === 'locked') return { held, account, told: { outcome: 'locked' } };
  const person = await personByNumber(x, number);
  const today = renewed(x, account, number, person);
  if (today.state.at === 'linked') return { held, account: today, told: { outcome: 'already-linked' } };
  const sure = await confirmed(x, { ...held, account: today });
  if ('told' in sure) return { ...sure, held };
  if (numberOf(sure) !== number) return { held, account, told: { outcome: 'differs', fields: ['number'] } };
  const cause = { by: 'bocongan', rule: 'police-portal-syncs' } as const;
  const linked = happened(sure, { type: 'linked', number, sub }, x.clock, cause);
  return { held, account: linked, told: { outcome: 'linked' } };
}

/**
 * Brings a person's older accounts under VNeID, as far as the population register confirms them; whoever asks has
 * signed the person in with VNeID. @throws Fault not_yet, foreign_number, population_differs, person_deceased,
 * register_unavailable
 */
export async function synced(
  x: Exchange,
  asked: Asked,
): Promise<{ answer: z.output<typeof syncAnswer>; changes: Change[] }> {
  refuseEarly(x);
  refuseForeign(x, 'personalNumber', asked.personalNumber);
  const { personalNumber: number, fullName: name, birthDate: birth } = asked;
  const record = await lookUp(x, { number, name, birth });
  if (!record)
    throw new Fault('population_differs', 'the register knows nobody of this number, name and birth');
  if (record.deceasedOn !== undefined)
    throw new Fault('person_deceased', `the register says that the holder died on ${record.deceasedOn}`);
  const person = await personByNumber(x, number);
  if (person) x.remarks.person = person.slug;
  const held = await allOf(x, number, person, record.cmnd);
  const all: Synced[] = [];
  for (const each of held) all.push(await syncOne(x, each, asked));
  const changed = all.filter(({ held, account }) => account !== held.account);
  const first = firstLinked(all.map(({ account }) => ({ account })));
  return {
    answer: { techId: first?.account.techId ?? null, accounts: all.map(toldOf) },
    changes: await saveAccounts(x, changed),
  };
}

const toldOf = ({ account, told }: Synced): Told => ({
  techId: account.techId,
  username: account.username,
  method: account.method,
  createdOn: vietnamDate(Date.parse(account.createdAt)),
  ...told,
});
