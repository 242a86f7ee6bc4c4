import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { cell } from '../../cli/people-csv.ts';
import { write } from '../../cli/people-output.ts';
import { type Person, personSchema } from '../../contracts/person.ts';
import { citizenAt } from '../../people/country/index.ts';
import { cast } from '../../people/index.ts';
import { hopcat, temporaryFolder } from './hopcat.ts';

const stack = /^\s+at /m;
const command = join(import.meta.dirname, '../../cli/hopcat.ts');

async function people(...args: string[]) {
  const run = hopcat(['people', ...args], temporaryFolder());
  const code = await run.ended;
  return { code, output: run.output(), errors: run.errors() };
}

/** A reader of RFC 4180 that knows nothing of the writer. */
function recordsOf(csv: string): Record<string, string>[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  const [header = [], ...records] = rows.slice(0, -1);
  for (const record of records) expect(record).toHaveLength(header.length);
  return records.map((record) => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])));
}

const first = citizenAt(0);

test('a command that there is not is told in Vietnamese and English, with those that there are', async () => {
  const run = hopcat(['nothing'], temporaryFolder());
  expect(await run.ended).toBe(1);
  for (const part of ["Không có lệnh 'nothing'", "There is no command 'nothing'", 'start, people, clean'])
    expect(run.errors()).toContain(part);
});

test('people alone shows its commands, in Vietnamese and English', async () => {
  const { code, output } = await people();
  expect(code).toBe(0);
  for (const name of ['list', 'show', 'search', 'export']) expect(output).toContain(name);
  expect(output).toContain('Những người trong hộp cát / The people of the sandbox');
});

test('people list is a table of the whole cast', async () => {
  const { code, output } = await people('list');
  expect(code).toBe(0);
  for (const { slug, personalNumber, reason } of cast) {
    expect(output).toMatch(new RegExp(`^${slug} +${personalNumber} `, 'm'));
    expect(output).toContain(`${reason.vi} / ${reason.en}`);
  }
});

test.each([
  ['a slug of the cast', 'an', 'an'],
  ['a personal number of the cast', '099192000002', 'mai'],
  ['a number that was taken back', '099093000014', 'kiet'],
  ['a citizen’s number', first.personalNumber, first.slug],
  ['a citizen’s slug', first.slug, first.slug],
])('people show finds %s, and prints the whole person', async (_what, word, slug) => {
  const { code, output } = await people('show', word);
  expect(code).toBe(0);
  const person = JSON.parse(output) as Person;
  expect(person.slug).toBe(slug);
  expect(personSchema.parse(person)).toEqual(person);
});

test.each<[what: string, words: string[], slugs: string[]]>([
  ['words without diacritics', ['nguyen', 'van', 'an'], ['an']],
  ['a tag and words', ['nguyen', '--tag', 'deceased'], ['hung']],
  ['a citizen’s phone number', [first.phones[0]?.number ?? ''], [first.slug]],
  ['a citizen’s insurance number', [first.insurance?.number ?? ''], [first.slug]],
])('people search finds by %s', async (_what, words, slugs) => {
  const { code, output } = await people('search', ...words);
  expect(code).toBe(0);
  const found = [...output.matchAll(/^(\S+) +099\d{9} /gm)].map(([, slug]) => slug);
  expect(found).toEqual(slugs);
});

test.each([
  ['show', 'nobody-of-this-name'],
  ['show', '001090100000'],
  ['search', 'zzz'],
  ['search', '0961234567'],
])('people %s %s finds nobody: exit code 1 and a sentence in both languages', async (...args) => {
  const { code, output, errors } = await people(...args);
  expect([code, output]).toEqual([1, '']);
  expect(errors).toMatch(/^Không .* \/ Nobody .*\.\n$/);
});

test.each<[what: string, args: string[], says: RegExp]>([
  ['a command that does not exist', ['lst'], /no command people 'lst'/],
  ['a count that is no number', ['export', '--count', 'many'], /whole number from 1 to \d+, not 'many'/],
  ['a count of nobody', ['export', '--count', '0'], /from 1 to/],
  ['a negative count', ['export', '--count', '-5'], /from 1 to/],
  ['more people than there are', ['export', '--count', '9000000'], /from 1 to/],
  ['a count without a value', ['export', '--count'], /--count lacks its value/],
  ['an unknown format', ['export', '--format', 'xml'], /csv or ndjson, not 'xml'/],
  ['a format of every object', ['export', '--format', 'constructor'], /csv or ndjson/],
  ['an unknown option', ['export', '--cuont', '5'], /'cuont' is not understood/],
  ['a word too many', ['export', 'all'], /'all' is not understood/],
  ['show without a word', ['show'], /is missing/],
  ['show with two', ['show', 'an', 'mai'], /'mai' is not understood/],
  ['search without a word', ['search'], /is missing/],
  ['list with a word', ['list', 'an'], /'an' is not understood/],
])('%s is a mistake: exit code 2 and a sentence', async (_what, args, says) => {
  const { code, output, errors } = await people(...args);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toMatch(says);
  expect(errors).toMatch(/[ăâđêôơư\u1ea0-\u1ef9].* \/ /);
  expect(errors).not.toMatch(stack);
});

test('a folder that is not there is told in a sentence: exit code 1', async () => {
  const { code, errors } = await people('export', '--out', 'not/there.csv');
  expect(code).toBe(1);
  expect(errors).toMatch(/no such folder/);
  expect(errors).not.toMatch(stack);
});

/** What the command wrote into a file. */
async function exported(...options: string[]) {
  const folder = temporaryFolder();
  const run = hopcat(['people', 'export', '--out', 'people', ...options], folder);
  expect(await run.ended).toBe(0);
  expect(run.output()).toBe('');
  return readFileSync(join(folder, 'people'), 'utf8');
}

test('an export as CSV has a header, the cast, then the country, and as many rows as asked for', async () => {
  const records = recordsOf(await exported('--count', String(cast.length + 500), '--format', 'csv'));
  const everybody = [...cast, ...Array.from({ length: 500 }, (_, at) => citizenAt(at))];
  expect(records.map(({ slug, fullName, personalNumber }) => [slug, fullName, personalNumber])).toEqual(
    everybody.map(({ slug, name, personalNumber }) => [slug, name.full, personalNumber]),
  );
  expect(records[0]).toMatchObject({ birth: '1990-05-15', ward: 'Phường Cầu Giấy', vneidLevel: '2' });
  expect(records.some(({ reason }) => reason?.includes(','))).toBe(true);
});

test('an export as NDJSON has a whole person on each line', async () => {
  const lines = (await exported('--count', '200', '--format', 'ndjson')).trimEnd().split('\n');
  expect(lines).toHaveLength(200);
  for (const line of lines) expect(personSchema.safeParse(JSON.parse(line)).success).toBe(true);
});

test('without --format and --count it is a thousand people as CSV, on the standard output', async () => {
  const { code, output } = await people('export');
  expect(code).toBe(0);
  expect(recordsOf(output)).toHaveLength(1000);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+84', "'+84"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['a,b', '"a,b"'],
  ['=a,"b"', '"\'=a,""b"""'],
  ['two\nlines', '"two\nlines"'],
  ['Nguyễn Văn An', 'Nguyễn Văn An'],
  [2, '2'],
  [null, ''],
])('the cell of %j is written %s', (value, written) => expect(cell(value)).toBe(written));

test('nothing is made before the reader has taken what was made before', async () => {
  const seen = { made: 0, taken: 0, ahead: 0 };
  const reader = new Writable({
    write(chunk: Buffer, _encoding, done) {
      seen.ahead = Math.max(seen.ahead, seen.made - seen.taken);
      seen.taken += chunk.length;
      setImmediate(done);
    },
  });
  const lines = function* () {
    for (let i = 0; i < 20_000; i++) {
      const line = `${'Nguyễn Thị Hương '.repeat(10)}${i}\n`;
      seen.made += Buffer.byteLength(line);
      yield line;
    }
    yield 'ế'.repeat(200_000);
    seen.made += 600_000;
  };
  await write(lines(), reader);
  expect(seen.taken).toBe(seen.made);
  expect(seen.made).toBeGreaterThan(4_000_000);
  expect(seen.ahead).toBeLessThan(300_000);
});

test('what cannot be written ends the writing with its error', async () => {
  const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('full')) });
  await expect(write(['a\n'], full)).rejects.toThrow('full');
});

/** Runs the command inside a process that says at its end how much memory it had at most, in kilobytes. */
const measured = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));
process.argv.splice(1, 0, 'hopcat');
await import(${JSON.stringify(command)});`;

test('200,000 people go into a file within 200 MB of memory', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const options = ['people', 'export', '--count', '200000', '--format', 'csv', '--out', 'people.csv'];
  const child = spawn(process.execPath, ['--input-type=module', '--eval', measured, ...options], {
    cwd: folder,
  });
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(errors).toContain('Đã ghi 200000 người vào people.csv. / Wrote 200000 people to people.csv.');
  expect(Number(/peak (\d+)/.exec(errors)?.[1])).toBeLessThan(200 * 1024);
  const lines = readFileSync(join(folder, 'people.csv')).filter((byte) => byte === 10).length;
  expect(lines).toBe(200_001);
});

test('a reader who has seen enough ends the export, quietly', async () => {
  const child = spawn(process.execPath, [command, 'people', 'export', '--count', '1000000']);
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += text;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(errors).toBe('');
});
