import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import type { Item } from '../../functions/_kit/store.ts';
import { fill, hot, newWorkspace, plain } from './engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-file-'));
let files = 0;
const newFile = () => join(folder, `${++files}`, 'deep', 'store.db');

afterAll(() => rmSync(folder, { recursive: true }));

async function made(file = newFile()): Promise<string> {
  const store = sqliteStore(file);
  await store.commit([{ put: plain.key('w', 'a'), value: 1, expires: 1000 }], 5);
  await store.close();
  return file;
}

function edit(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

it('makes its folder, and files that only their owner reads', async () => {
  const file = newFile();
  const store = sqliteStore(file);
  await store.commit([{ put: plain.key('w', 'a'), value: 1 }], 5);
  const modes = [file, `${file}-wal`, `${file}-shm`].map((path) => statSync(path).mode & 0o777);
  await store.close();
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});

it('leaves the permissions of a file that is there already', async () => {
  const file = await made();
  chmodSync(file, 0o640);
  await sqliteStore(file).close();
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

it('finds its items again, and leaves one file behind when it is closed', async () => {
  const file = await made();
  expect(existsSync(`${file}-wal`)).toBe(false);
  const store = sqliteStore(file);
  expect(await store.get([plain.key('w', 'a')], 999)).toEqual([
    { key: ['w', 'law', 'plain', 'a'], value: 1, expires: 1000, version: expect.any(String) },
  ]);
  await store.close();
});

it('refuses a file of a newer HopCat in clear words, and leaves it as it is', async () => {
  const file = await made();
  edit(file, 'PRAGMA user_version = 99');
  expect(() => sqliteStore(file)).toThrow(/hãy nâng cấp HopCat.*schema 99.*upgrade HopCat/);
  edit(file, 'PRAGMA user_version = 1');
  const store = sqliteStore(file);
  expect((await store.get([plain.key('w', 'a')], 0))[0]?.value).toBe(1);
  await store.close();
});

it('refuses the database of another program, and a file that is no database', async () => {
  const file = await made();
  edit(file, 'PRAGMA application_id = 7');
  expect(() => sqliteStore(file)).toThrow(/is not a HopCat store/);
  const text = join(folder, 'text');
  writeFileSync(text, 'Đây không phải cơ sở dữ liệu. '.repeat(100));
  expect(() => sqliteStore(text)).toThrow(/is not a HopCat store/);
});

it('answers each of the commits of one turn by itself, in their order', async () => {
  const store = sqliteStore(newFile());
  const [a, b] = [plain.key('w', 'a'), plain.key('w', 'b')];
  const answers = await Promise.all([
    store.commit([{ put: a, value: 1, if: 'absent' }], 5),
    store.commit(
      [
        { put: b, value: 2 },
        { put: a, value: 2, if: 'absent' },
      ],
      5,
    ),
    store.commit([{ put: a, value: undefined }], 5).catch((error) => error.name),
    store.commit([{ put: b, value: 3, if: 'absent' }], 5),
  ]);
  expect(answers).toEqual([{ ok: true }, { ok: false, conflict: a }, 'NotStorable', { ok: true }]);
  expect((await store.get([a, b], 5)).map((item) => item?.value)).toEqual([1, 3]);
  await store.close();
});

it('writes what it was asked for before it closes, and refuses what comes later', async () => {
  const file = newFile();
  const store = sqliteStore(file);
  const asked = store.commit([{ put: plain.key('w', 'a'), value: 1 }], 5);
  await store.close();
  expect(await asked).toEqual({ ok: true });
  await expect(store.commit([{ put: plain.key('w', 'b'), value: 1 }], 5)).rejects.toThrow();
  await store.close();
  const again = sqliteStore(file);
  expect((await again.list(['w', 'law', 'plain'], { now: 5 })).map((item) => item.key[3])).toEqual(['a']);
  await again.close();
});

it.each([':memory:', newFile()])('sweeps what may be purged, and nothing else (%s)', async (file) => {
  const store = sqliteStore(file);
  const w = newWorkspace();
  const ids = Array.from({ length: 2_500 }, (_, id) => `${id}`.padStart(4, '0'));
  await fill(
    store,
    ids.map((id, at) => ({ put: hot.key(w, id), value: at, ...(at % 5 && { purge: at }) })),
  );
  await store.sweep(2_000);
  const left = (await store.list([w, 'law', 'hot'], { now: 0 })).map((item) => item.value);
  expect(left).toEqual(ids.map((_, at) => at).filter((at) => at % 5 === 0 || at > 2_000));
  await store.close();
});

it('sees at once what another process wrote to the same file, and conflicts with it', async () => {
  const file = newFile();
  const [one, two] = [sqliteStore(file), sqliteStore(file)];
  const key = plain.key('w', 'shared');
  await one.commit([{ put: key, value: 'first' }], 5);
  const [mine] = await one.get([key], 5);
  await two.commit([{ put: key, value: 'second' }], 5);
  const late = await one.commit([{ put: key, value: 'late', if: { version: mine?.version ?? '' } }], 5);
  const [after] = await one.get([key], 5);
  await Promise.all([one.close(), two.close()]);
  expect(late).toEqual({ ok: false, conflict: key });
  expect(after?.value).toBe('second');
});

it('gives a value that no reader can change for the next one', async () => {
  const store = sqliteStore(newFile());
  const key = plain.key('w', 'a');
  await store.commit([{ put: key, value: { list: [1] } }], 5);
  const [item] = await store.get([key], 5);
  const list = (item as Item<{ list: number[] }>).value.list;
  expect(() => list.push(2)).toThrow(TypeError);
  expect((await store.get([key], 5))[0]?.value).toEqual({ list: [1] });
  await store.close();
});

it('remembers within bounds, and forgets nothing that is in the file', async () => {
  const store = sqliteStore(newFile());
  const ids = Array.from({ length: 100 }, (_, id) => `${id}`);
  const large = 'x'.repeat(390_000);
  await fill(
    store,
    ids.map((id) => ({ put: plain.key('w', id), value: id + large })),
    10,
  );
  for (const id of ids) expect((await store.get([plain.key('w', id)], 5))[0]?.value).toBe(id + large);
  await store.close();
});
