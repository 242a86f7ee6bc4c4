import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Way } from '../../../contracts/_dvcqg/registration-ways.ts';
import contract from '../../../contracts/dvcqg.ts';
import type { Person } from '../../../contracts/person.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { everybody } from '../../_kit/people.ts';
import { faultKind } from '../../_kit/wire.ts';
import { everyAccount } from '../accounts.ts';
import { filled } from './filled.ts';
import { expectedRefusal, type Keys, takenBy } from './fitting.ts';
import { officialName } from './made.ts';
import type { Fitting } from './pages/index.ts';
import { pathOf } from './paths.ts';

/** Enough to choose from; a page of everybody would be a hundred kilobytes. */
const MOST_FIT = 12;
const MOST_TAKEN = 4;

/** What the account would be found by. */
export function keysOf(way: Way, kind: AccountKind, person: Person): Keys {
  if (kind === 'enterprise')
    return { username: person.organisation?.taxCode ?? '', phone: simPhone(way, person) };
  const { civilServant, name } = person;
  if (kind === 'agency')
    return { username: civilServant ? officialName(name.full, civilServant.agencyCode) : '' };
  const said = filled(way, person);
  const number = said.number ?? person.personalNumber;
  const phone = way === 'post' ? (said.phone ?? said.account) : said.phone;
  return { username: number, number: number.length === 12 ? number : undefined, phone };
}

const simPhone = (way: Way, { phones }: Person): string | undefined =>
  way === 'sim' ? phones[0]?.number : undefined;

/** Refusals that many share, and that tell nothing of the way itself. */
const common = new Set(['number_taken', 'phone_taken', 'no_certificate', 'post_no_account']);

function chosen<Each extends { code: string | undefined }>(all: readonly Each[]): Each[] {
  const fit = all.filter(({ code }) => code === undefined).slice(0, MOST_FIT);
  const usual = all.filter(({ code }) => code !== undefined && common.has(code));
  const shown = [...Map.groupBy(usual, ({ code }) => code).values()].flatMap((each) =>
    each.slice(0, MOST_TAKEN),
  );
  const special = all.filter(({ code }) => code !== undefined && !common.has(code));
  return [...fit, ...special, ...shown];
}

/** The people whom a way's page offers, with what will come of it. */
export async function fittingPeople(x: Exchange, way: Way, kind: AccountKind): Promise<Fitting[]> {
  const accounts = (await everyAccount(x)).map(({ account }) => account);
  const [taken, about] = [takenBy(accounts, kind), { way, kind, today: x.clock.today }];
  const judged = (await everybody(x)).map((person) => ({
    person,
    code: expectedRefusal(person, about, keysOf(way, kind, person), taken),
  }));
  return chosen(judged).map(({ person, code }) => ({
    slug: person.slug,
    name: person.name.full,
    hint: person.personalNumber,
    reason: person.reason,
    ...(code !== undefined && { refusal: faultKind(contract, code).title }),
    url: pathOf(x, `/registration/ways/${way}?${new URLSearchParams({ kind, person: person.slug })}`),
  }));
}
