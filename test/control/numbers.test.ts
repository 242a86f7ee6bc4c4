import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { type House, openHouse, openWorkspace, signIn, type TestWorkspace } from './house.ts';
import { placesIn } from './number-places.ts';
import { disguises, foundIn } from './numbers.ts';

let folder: string;
let house: House;
let workspace: TestWorkspace;
let paged: TestWorkspace;
/** Every number that was sent: each once, so that one that is found says where it was sent. */
const sent = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopcat-numbers-'));
  house = openHouse({ store: sqliteStore(join(folder, 'data.db')) });
  workspace = await openWorkspace(house, { settings: { autopilot: { person: 'an' } } });
  paged = await openWorkspace(house);
});
afterAll(() => rm(folder, { recursive: true }));

/** A number that may be a real person's, never the same one. */
function newNumber(where: string): string {
  const number = `1${String(sent.size).padStart(4, '0')}${1_000_003 + sent.size * 7_919}`;
  expect(number).toMatch(/^\d{12}$/);
  sent.set(number, where);
  return number;
}

async function stored(): Promise<Buffer> {
  const files = await readdir(folder);
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(folder, file)))));
}

/** Which numbers are found, and where each was sent. */
const leaks = (bytes: Buffer) => foundIn(bytes, [...sent.keys()]).map((number) => sent.get(number));

test.each(Object.entries(disguises))(
  'a number that may be a real person’s, %s, breaks nothing anywhere',
  async (how, disguise) => {
    const places = Object.entries(placesIn(house, workspace, paged));
    expect(places.length).toBeGreaterThan(100);
    for (const [where, send] of places) {
      const answer = await send(disguise(newNumber(`${where}, ${how}`)));
      expect(answer.status, where).toBeLessThan(500);
    }
  },
  30_000,
);

describe('as JSON numbers', () => {
  test.each([1, -1, 0.5])('times %d, they break nothing', async (factor) => {
    const number = Number(newNumber('JSON number')) * factor;
    const json = { redirect_uris: ['https://a.example/cb'], unheard_of: number, default_max_age: number };
    expect((await house.ask('POST', `${workspace.base}/vneid/register`, { json })).status).toBeLessThan(500);
    expect((await workspace.control('PATCH', 'settings', { clockOffsetSeconds: number })).status).toBe(400);
  });
});

test('none of them reached the database, its journal included, or the log', async () => {
  await signIn(house, workspace.base);
  const bytes = await stored();
  expect(bytes.length).toBeGreaterThan(500_000);
  expect(leaks(bytes)).toEqual([]);
  expect(leaks(Buffer.from(house.log.join('\n')))).toEqual([]);
  expect(house.log).toEqual([]);
  const { body } = await workspace.control('GET', 'journal?operation=authorize&limit=500');
  const masked = body.entries.filter((entry: object) => JSON.stringify(entry).includes('************'));
  expect(masked.length).toBeGreaterThan(50);
  await house.close();
  expect(leaks(await stored())).toEqual([]);
}, 30_000);

test('the search itself finds a number in every disguise', () => {
  const number = '012345678901';
  for (const disguise of Object.values(disguises)) {
    expect(foundIn(Buffer.from(`…${disguise(number)}…`), [number])).toEqual([number]);
  }
  for (const before of ['', 'x', 'xx', 'xyz']) {
    const base64 = Buffer.from(`${before}${number}z`).toString('base64');
    expect(foundIn(Buffer.from(base64), [number]), before).toEqual([number]);
  }
  expect(foundIn(Buffer.from('099090000001 and 0123456789'), [number])).toEqual([]);
});
