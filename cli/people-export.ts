import { createWriteStream } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { type ArgsDef, defineCommand } from 'citty';
import type { Person } from '../contracts/person.ts';
import { COUNT, citizenAt } from '../people/country/index.ts';
import { cast } from '../people/index.ts';
import { csvHeader, csvRow } from './people-csv.ts';
import { Complaint, checked, type Given, saying } from './people-options.ts';
import { write } from './people-output.ts';

const args = {
  count: { type: 'string', valueHint: '1000', description: 'Bao nhiêu người / How many people (1000)' },
  format: { type: 'string', valueHint: 'csv', description: 'csv hoặc ndjson / csv or ndjson (csv)' },
  out: { type: 'string', valueHint: 'people.csv', description: 'Tệp để ghi / File to write (stdout)' },
} satisfies ArgsDef;

/** The cast first, then the country, each made when its turn comes. */
function* everybody(count: number): Generator<Person> {
  yield* cast.slice(0, count);
  for (let i = 0; i < count - cast.length; i++) yield citizenAt(i);
}

const formats: Readonly<Record<string, (people: Iterable<Person>) => Generator<string>>> = {
  *csv(people) {
    yield csvHeader;
    for (const person of people) yield csvRow(person);
  },
  *ndjson(people) {
    for (const person of people) yield `${JSON.stringify(person)}\n`;
  },
};

function optionsOf(given: Given) {
  const most = cast.length + COUNT;
  const count = String(given.count ?? 1000);
  if (!/^[1-9]\d*$/.test(count) || Number(count) > most) {
    throw new Complaint(
      `--count phải là số nguyên từ 1 đến ${most}, không phải '${count}'. / --count must be a whole number from 1 to ${most}, not '${count}'.`,
    );
  }
  const format = String(given.format ?? 'csv');
  const lines = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!lines) {
    throw new Complaint(
      `--format phải là csv hoặc ndjson, không phải '${format}'. / --format must be csv or ndjson, not '${format}'.`,
    );
  }
  return { count: Number(count), lines, out: given.out as string | undefined };
}

export const exporting = defineCommand({
  meta: {
    name: 'export',
    description: 'Xuất hàng loạt người, tối đa vài triệu / Exports people in bulk, up to millions',
  },
  args,
  run: ({ args: given }) =>
    saying(async () => {
      // Rows die young: without this V8 gives them a nursery of 100 MB, which makes nothing faster.
      setFlagsFromString('--semi-space-growth-factor=1');
      const { count, lines, out } = optionsOf(checked(given as unknown as Given, args));
      await write(lines(everybody(count)), out === undefined ? process.stdout : createWriteStream(out));
      if (out !== undefined) {
        process.stderr.write(`Đã ghi ${count} người vào ${out}. / Wrote ${count} people to ${out}.\n`);
      }
    }),
});
