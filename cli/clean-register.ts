import type { Person } from '../contracts/person.ts';
import { type Register, registerOf } from '../functions/_cleaning/register.ts';
import { vietnamDate } from '../functions/_kit/clock.ts';
import { castDirectory } from '../people/cast.ts';
import * as country from '../people/country/index.ts';
import { fingerprint } from './clean-checkpoint.ts';
import { Complaint } from './people-options.ts';

/** Whom rows are held against, and by which day. */
export interface Population {
  register: Register;
  today: string;
  /** The same only for the same people. */
  people: string;
}

export interface Where {
  url?: string | undefined;
  workspace?: string | undefined;
  key?: string | undefined;
}

async function ask(where: Where, path: string): Promise<unknown> {
  const url = `${where.url?.replace(/\/+$/, '')}/${where.workspace ?? 'default'}/control${path}`;
  const headers: Record<string, string> =
    where.key === undefined ? {} : { authorization: `Bearer ${where.key}` };
  const answer = await fetch(url, { headers }).catch(() => undefined);
  if (answer?.ok) return answer.json();
  const why = answer ? `${answer.status}` : 'không kết nối được / no connection';
  throw new Complaint(`Không hỏi được ${url} (${why}). / ${url} could not be asked (${why}).`, 1);
}

/** The people whom a workspace of a running sandbox added or changed; no number of the file is sent there. */
async function ofSandbox(where: Where): Promise<{ own: Person[]; today: string }> {
  const [found, clock] = await Promise.all([ask(where, '/people'), ask(where, '/clock')]);
  const { people, added, changed } = found as { people: Person[]; added: string[]; changed: string[] };
  const slugs = new Set([...added, ...changed]);
  return { own: people.filter(({ slug }) => slugs.has(slug)), today: (clock as { today: string }).today };
}

/** The cast and the country, and over them a workspace's own people where one is asked. */
export async function populationOf(where: Where): Promise<Population> {
  const { own, today } =
    where.url === undefined ? { own: [], today: vietnamDate(Date.now()) } : await ofSandbox(where);
  return { register: registerOf(own, castDirectory, country), today, people: fingerprint(own) };
}
