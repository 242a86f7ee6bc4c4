import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { jsonBody } from './wire.ts';

/** The last day on which citizens' old accounts sign in on the national portal. */
export const LAST_DAY = '2024-06-14';

export interface Seen {
  techId: string;
  username: string;
  name: string;
  birth: string | null;
  phone?: string;
  email?: string;
  status: string;
  confirmed: string[];
  state: { at: string; number?: string; sub?: string; was?: string; ended?: boolean };
  linkedAccounts: string[];
  passwordWorks: { here: boolean; elsewhere: boolean };
}

export interface Entry {
  at: string;
  date: string;
  event: string;
  from: string | null;
  to: string;
  by: string;
  rule: string | null;
  fields?: string[];
}

export interface Told<Body> {
  status: number;
  body: Body & { code?: string; errors?: { path: string; message: string }[]; detail?: string };
}

/** The accounts of a workspace, as CI drives them. */
export interface Accounts {
  get<Body>(path: string): Promise<Told<Body>>;
  post<Body>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Told<Body>>;
  of(person: string): Promise<Seen[]>;
  /** The one that somebody has from the start. */
  firstOf(person: string): Promise<Seen>;
  /** A new account, in whatever state is wanted. */
  make(fixture: Record<string, unknown>): Promise<Seen>;
  read(techId: string): Promise<Seen>;
  history(techId: string): Promise<Entry[]>;
  /** What happened to it, as its history tells. */
  events(techId: string): Promise<string[]>;
  step<Body = Seen>(techId: string, step: string, body?: unknown): Promise<Told<Body>>;
  link(techId: string, person: string): Promise<Told<{ outcome: string; account: Seen; signedInAs: string }>>;
}

export function accountsIn(ws: TestWorkspace): Accounts {
  const base = `${ws.origin}/${ws.id}/dvcqg`;
  const told = async <Body>(answer: Response): Promise<Told<Body>> => ({
    status: answer.status,
    body: (await answer.json()) as Told<Body>['body'],
  });
  const get: Accounts['get'] = async (path) => told(await ws.fetch(base + path));
  const post: Accounts['post'] = async (path, body, headers = {}) => {
    const init = body === undefined ? { method: 'POST' } : jsonBody(body);
    return told(
      await ws.fetch(base + path, { ...init, headers: { ...(init.headers as object), ...headers } }),
    );
  };
  const ok = <Body>({ status, body }: Told<Body>): Body => {
    expect({ status, body }).toMatchObject({ status: expect.toSatisfy((code: number) => code < 300) });
    return body;
  };
  const step: Accounts['step'] = (techId, name, body) => post(`/api/accounts/${techId}/${name}`, body);
  const of: Accounts['of'] = async (person) =>
    ok(await get<{ accounts: Seen[] }>(`/api/accounts?person=${person}`)).accounts;
  const history: Accounts['history'] = async (techId) =>
    ok(await get<{ history: Entry[] }>(`/api/accounts/${techId}/history`)).history;
  return {
    get,
    post,
    of,
    firstOf: async (person) => {
      const [first] = await of(person);
      if (!first) throw new Error(`${person} has no account`);
      return first;
    },
    make: async (fixture) => ok(await post<Seen>('/api/accounts', fixture)),
    read: async (techId) => ok(await get<Seen>(`/api/accounts/${techId}`)),
    history,
    events: async (techId) => (await history(techId)).map(({ event }) => event),
    step,
    link: (techId, person) => step(techId, 'link', { person }),
  };
}

/** Asks for one person with others' fields changed, in this workspace only. */
export async function changePerson(
  ws: TestWorkspace,
  slug: string,
  patch: Record<string, unknown>,
): Promise<void> {
  const answer = await ws.control(`/people/${slug}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: JSON.stringify(patch),
  });
  expect({ status: answer.status, text: await answer.text() }).toMatchObject({ status: 200 });
}
