import type * as z from 'zod';
import contract, { HOSTED_BYTES, STREAM_BYTES } from '../../contracts/clean.ts';
import type { CleaningOptions, Judged } from '../_cleaning/cleaning.ts';
import { type Column, columnNames, mappingOf, type Places } from '../_cleaning/columns.ts';
import { delimiterNamed, type Encoding, encodings } from '../_cleaning/format.ts';
import { judgeAll, judgeStream, openStream } from '../_cleaning/stream.ts';
import type { Table } from '../_cleaning/table.ts';
import { type Summary, Tally } from '../_cleaning/tally.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { checked } from '../_kit/input.ts';
import { invalidInput } from '../_kit/issues.ts';
import { piecesOf } from '../_kit/pieces.ts';
import { asFault } from './refusals.ts';
import { registerIn } from './register.ts';
import { type Wording, wordingFor } from './wording.ts';

type Query = z.output<typeof contract.operations.accounts.query>;
type Rows = z.output<typeof contract.operations.accounts.json>;

/** So much of an answer waits for a caller who sends all before it reads anything. */
const WAITING_BYTES = 64 * 1_048_576;

const MOST_HOSTED = 5 * 1_048_576;

const wrong = (path: string, all: readonly string[]): Fault =>
  invalidInput([{ path, message: `Một trong / One of: ${all.join(' ')}` }]);

/** @throws Fault invalid_input */
function toldBy({ encoding, delimiter, columns }: Query) {
  if (encoding !== undefined && !(encodings as readonly string[]).includes(encoding)) {
    throw wrong('encoding', encodings);
  }
  const named = delimiterNamed(delimiter);
  if (delimiter !== undefined && named === undefined) throw wrong('delimiter', [', ; tab |']);
  const mapping = mappingOf(columns ?? '');
  if (mapping === undefined) throw wrong('columns', columnNames);
  return { encoding: encoding as Encoding | undefined, delimiter: named, columns: mapping };
}

/** What the journal says of a judging: counts, and nobody's data. */
function note(x: Exchange, { rows, main }: Summary): void {
  const counts = Object.entries(main).map(([code, count]) => `${code} ${count}`);
  x.remarks.notes.push([`${rows} rows judged`, ...counts].join(', '));
}

async function* worded(
  x: Exchange,
  judged: AsyncIterable<Judged[]> | Iterable<Judged[]>,
  table: Table,
  wording: Wording,
): AsyncGenerator<Uint8Array> {
  const tally = new Tally();
  let first = true;
  yield Buffer.from(wording.head(table));
  try {
    for await (const rows of judged) {
      let text = '';
      for (const each of rows) {
        tally.add(each.unit, each.verdict);
        text += wording.row(each, table, first);
        first = false;
      }
      yield Buffer.from(text);
    }
  } catch (error) {
    throw asFault(error);
  }
  note(x, tally.summary());
  yield Buffer.from(wording.tail(tally.summary()));
}

/** All at once, where the front takes answers in no other way. @throws Fault result_too_large */
async function together(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > MOST_HOSTED) throw new Fault('result_too_large', `it is larger than ${MOST_HOSTED} bytes`);
    all.push(piece);
  }
  return Buffer.concat(all);
}

function poured(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else if (value.byteLength > 0) controller.enqueue(value);
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WAITING_BYTES }),
  );
}

const answered = (type: string, body: unknown): Answer => ({
  status: 200,
  type,
  body,
  headers: { 'content-disposition': 'attachment; filename="ket-qua"' },
});

/** The columns of rows that came as JSON. */
const jsonTable = (): Table => ({
  format: { encoding: 'utf-8', bom: 0, delimiter: ',', newline: '\n' },
  header: columnNames,
  places: Object.fromEntries(columnNames.map((column, at) => [column, at])) as Record<
    Column,
    number
  > satisfies Places,
  start: 0,
  firstRow: 1,
});

async function ofJson(x: Exchange<Rows>, options: CleaningOptions, accept: string): Promise<Answer> {
  const table = jsonTable();
  const wording = wordingFor(accept, 'json');
  const cells = x.input.rows.map((row) => columnNames.map((column) => row[column] ?? ''));
  const judged = judgeAll(cells, table, { ...options, unit: x.input.unit });
  return answered(wording.type, await together(worded(x, [judged], table, wording)));
}

async function ofCsv(x: Exchange, options: CleaningOptions, accept: string): Promise<Answer> {
  const query = checked(contract.operations.accounts.query, x.query) as Query;
  const told = toldBy(query);
  const most = x.deps.local ? STREAM_BYTES : HOSTED_BYTES;
  const opened = await openStream(piecesOf(x, most), told).catch((error: unknown) => {
    throw asFault(error);
  });
  const judged = judgeStream(opened, { ...options, unit: query.unit });
  const wording = wordingFor(accept, 'csv');
  const pieces = worded(x, judged, opened.table, wording);
  return answered(wording.type, x.deps.local ? poured(pieces) : await together(pieces));
}

/** Judges accounts that come as a CSV body, while they come, or as JSON rows. */
export async function accounts(x: Exchange<Rows>): Promise<Answer> {
  const options = { register: await registerIn(x), today: x.clock.today };
  const accept = x.request.headers.get('accept') ?? '';
  return x.body === undefined ? ofCsv(x, options, accept) : ofJson(x, options, accept);
}
