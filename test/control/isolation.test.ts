import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportedWorkspace } from '../../contracts/_control/export.ts';
import type { Person } from '../../contracts/person.ts';
import type { JournalEntry } from '../../functions/_kit/journal.ts';
import { cast } from '../../people/index.ts';
import { type House, openHouse, openWorkspace, signIn, type TestWorkspace } from './house.ts';
import { tam } from './people.ts';

const WORKSPACES = 1_000;
const AT_ONCE = 50;

/** What a workspace must know, and all that it may know. */
interface Model {
  of: TestWorkspace;
  pilot: string;
  clients: Set<string>;
  people: Map<string, string>;
  tags: string[];
  /** Operations of the journal that a reader may see, in no order: requests run at the same time. */
  journal: string[];
}

let house: House;
let models: Model[];

/** Ids that are beginnings of each other, and that look like parts of keys. */
const idOf = (at: number): string =>
  `a${['', '-', 'a', '-a'][at % 4]}${'b'.repeat(at % 3)}${at.toString(26).replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)]!)}z`;

beforeAll(async () => {
  house = openHouse();
  models = [];
  for (let at = 0; at < WORKSPACES; at++) {
    const pilot = cast.filter(({ tags }) => tags.includes('level-2') && tags.includes('active'))[at % 3]!
      .slug;
    const of = await openWorkspace(house, { id: idOf(at), settings: { autopilot: { person: pilot } } });
    models.push({ of, pilot, clients: new Set(), people: new Map(), tags: [], journal: [] });
  }
}, 60_000);
afterAll(() => house.close());

type Step = (model: Model, n: number) => Promise<void>;

/** Does something, checks the answer against what this workspace alone has done, and remembers it. */
const steps: Record<string, Step> = {
  async signIn(model) {
    const { claims } = await signIn(house, model.of.base);
    expect(claims.citizenPid).toBe(cast.find(({ slug }) => slug === model.pilot)!.personalNumber);
    model.journal.push('authorize', 'token', 'userinfo');
  },
  async registerClient(model, n) {
    const id = `client-${n}`;
    const { status } = await model.of.control('POST', 'clients', {
      client_id: id,
      redirect_uris: ['https://a.example/cb'],
    });
    expect(status).toBe(model.clients.has(id) ? 409 : 201);
    model.clients.add(id);
    model.journal.push('registerClient');
  },
  async addPerson(model, n) {
    const slug = `p${n}`;
    const personalNumber = `0993001${String(n).padStart(5, '0')}`;
    const { status } = await model.of.control('POST', 'people', { ...tam, slug, personalNumber, phones: [] });
    expect(status).toBe(model.people.has(slug) ? 409 : 201);
    model.people.set(slug, personalNumber);
    model.journal.push('addPerson');
  },
  async changePerson(model, n) {
    await model.of.control('PATCH', 'people/mai', { tags: [`t${n}`] });
    model.tags = [`t${n}`];
    model.journal.push('changePerson');
  },
  async changeSettings(model, n) {
    model.pilot = ['an', 'mai', 'khanh'][n % 3]!;
    await model.of.control('PATCH', 'settings', {
      autopilot: { person: model.pilot },
      clockOffsetSeconds: n,
    });
    model.journal.push('changeSettings');
  },
  async reset(model) {
    await model.of.control('POST', 'reset?keep=settings');
    Object.assign(model, { clients: new Set(), people: new Map(), tags: [], journal: [] });
  },
  async readJournal(model) {
    const { body } = await model.of.control('GET', 'journal?limit=500');
    const entries = body.entries as JournalEntry[];
    expect(entries.map(({ operation }) => operation).sort()).toEqual([...model.journal].sort());
    for (const { request } of entries) expect(request.url.startsWith(`${model.of.base}/`)).toBe(true);
  },
  async readAnothers(model, n) {
    const other = models[n % WORKSPACES]!;
    const { status } = await house.ask('GET', `${other.of.base}/control/journal`, { key: model.of.key });
    expect(status).toBe(other === model ? 200 : 401);
  },
};

/** Everything that is stored for a workspace is its own. */
async function check({ of, pilot, clients, people, tags }: Model): Promise<void> {
  const { settings, items } = (await of.control('GET', 'export?without=journal')).body as ExportedWorkspace;
  expect(settings.autopilot).toEqual({ person: pilot });
  const idsOf = (name: string) => items.filter(({ kind }) => kind === name).map(({ id }) => id);
  expect(idsOf('client').sort()).toEqual([...clients].sort());
  expect(idsOf('person').sort()).toEqual([...people.keys(), ...(tags.length > 0 ? ['mai'] : [])].sort());
  const mai = items.find(({ id }) => id === 'mai')?.value as Person | undefined;
  expect(mai?.tags ?? []).toEqual(tags);
}

/** Steps of one workspace come one after the other, those of different ones at the same time. */
async function run(turn: readonly [at: number, name: string, n: number][]): Promise<void> {
  const byWorkspace = Map.groupBy(turn, ([at]) => at);
  await Promise.all(
    [...byWorkspace].map(async ([at, mine]) => {
      for (const [, name, n] of mine) await steps[name]!(models[at]!, n);
    }),
  );
}

test('of a thousand workspaces at work, none ever sees anything of another', async () => {
  const step = fc.tuple(
    fc.nat({ max: WORKSPACES - 1 }),
    fc.constantFrom(...Object.keys(steps)),
    fc.nat({ max: 40 }),
  );
  const turn = fc.array(step, { minLength: AT_ONCE, maxLength: 4 * AT_ONCE });
  await fc.assert(fc.asyncProperty(turn, run), { numRuns: 30, endOnFailure: true });
  for (const model of models) await steps.readJournal!(model, 0);
  for (const model of models) await check(model);
  expect(house.log).toEqual([]);
}, 120_000);
