import { type ArgsDef, defineCommand } from 'citty';
import type { Person } from '../contracts/person.ts';
import { cast, findByNumber, findBySlug, search as searchCast } from '../people/index.ts';
import { Complaint, checked, type Given, saying } from './people-options.ts';
import { write } from './people-output.ts';

const headings = ['Slug', 'Số định danh / Number', 'Họ tên / Name', 'Sinh / Born', 'Điện thoại / Phone'];

const cellsOf = ({ slug, personalNumber, name, birth, phones }: Person): string[] => [
  slug,
  personalNumber,
  name.full,
  'year' in birth ? String(birth.year) : birth.date,
  phones.map(({ number }) => number).join(', '),
];

/** Columns as wide as their widest cell; the reason stands below, because it is a sentence. */
function* tableOf(people: readonly Person[]): Generator<string> {
  const rows = people.map(cellsOf);
  const widths = headings.map((heading, i) =>
    Math.max(...[heading, ...rows.map((row) => row[i] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()}\n`;
  yield line(headings);
  for (const [i, person] of people.entries()) {
    yield line(rows[i] ?? []);
    yield `    ${person.reason.vi} / ${person.reason.en}\n    ${person.tags.join(' ')}\n`;
  }
}

/** From the cast, or from the country, which is loaded only here. */
async function found(word: string): Promise<Person | undefined> {
  const known = findBySlug(word) ?? findByNumber(word)?.person;
  if (known) return known;
  const country = await import('../people/country/index.ts');
  return country.citizenOf(word) ?? country.citizenBySlug(word);
}

/** A citizen of the country by any whole number of theirs. */
async function citizenWith(number: string): Promise<Person | undefined> {
  const country = await import('../people/country/index.ts');
  return (
    country.citizenOf(number) ??
    country.citizenBySlug(number) ??
    country.citizenByPhone(number) ??
    country.citizenByCmnd(number) ??
    country.citizenByInsurance(number)
  );
}

const noArgs = {} satisfies ArgsDef;

export const list = defineCommand({
  meta: { name: 'list', description: 'Những người dựng sẵn / The people who stand ready' },
  args: noArgs,
  run: ({ args: given }) =>
    saying(async () => {
      checked(given as unknown as Given, noArgs);
      await write(tableOf(cast), process.stdout);
    }),
});

const showArgs = {
  person: {
    type: 'positional',
    required: false,
    description: 'Slug hoặc số định danh / Slug or personal number',
  },
} satisfies ArgsDef;

export const show = defineCommand({
  meta: { name: 'show', description: 'Một người, dạng JSON / One person, as JSON' },
  args: showArgs,
  run: ({ args: given }) =>
    saying(async () => {
      const word = checked(given as unknown as Given, showArgs, 1)._[0];
      if (!word)
        throw new Complaint('Thiếu slug hoặc số định danh. / A slug or a personal number is missing.');
      const person = await found(word);
      if (!person) throw new Complaint(`Không có người nào là '${word}'. / Nobody is '${word}'.`, 1);
      await write([`${JSON.stringify(person, null, 2)}\n`], process.stdout);
    }),
});

const searchArgs = {
  words: {
    type: 'positional',
    required: false,
    description: 'Phần đầu của các từ trong tên, hoặc một số / Beginnings of words of the name, or a number',
  },
  tag: {
    type: 'string',
    valueHint: 'deceased',
    description: 'Chỉ người có thẻ này / Only those with this tag',
  },
} satisfies ArgsDef;

export const search = defineCommand({
  meta: {
    name: 'search',
    description:
      'Tìm trong những người dựng sẵn; số đầy đủ thì cả công dân suy ra / Looks among those who stand ready, for a whole number among the citizens too',
  },
  args: searchArgs,
  run: ({ args: given }) =>
    saying(async () => {
      const { _: words, tag } = checked(given as unknown as Given, searchArgs, Number.POSITIVE_INFINITY);
      const q = words.join(' ');
      if (!q && tag === undefined) throw new Complaint('Thiếu từ cần tìm. / What to look for is missing.');
      const citizen = await citizenWith(q);
      const theirs = citizen && (tag === undefined || citizen.tags.includes(String(tag))) ? [citizen] : [];
      const people = [...searchCast({ q, tag: tag as string | undefined }), ...theirs];
      if (people.length === 0) throw new Complaint('Không tìm thấy ai. / Nobody was found.', 1);
      await write(tableOf(people), process.stdout);
    }),
});
