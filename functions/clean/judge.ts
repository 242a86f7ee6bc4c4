import { findingCodes } from '../../contracts/_clean.ts';
import contract from '../../contracts/clean.ts';
import type { Judged } from '../_cleaning/cleaning.ts';
import { columnNames, columnTitles, type Mapping, mappingOf } from '../_cleaning/columns.ts';
import { reportCsv, reportHtml } from '../_cleaning/report.ts';
import { resultCells, resultHead, resultLine } from '../_cleaning/result.ts';
import { judgeAll, rowsIn } from '../_cleaning/stream.ts';
import { ColumnsMissing, openTable, type Table } from '../_cleaning/table.ts';
import { Tally } from '../_cleaning/tally.ts';
import { type Answer, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { shownFileName } from '../_kit/file-name.ts';
import { halves } from '../_kit/halves.ts';
import { fileNameOf } from '../_kit/input.ts';
import { invalidInput } from '../_kit/issues.ts';
import { ASSETS, faultKind } from '../_kit/wire.ts';
import { uploadPage } from './page.ts';
import { asFault } from './refusals.ts';
import { registerIn } from './register.ts';
import { resultPage } from './result-page.ts';

interface Upload {
  file?: unknown;
  text?: string | undefined;
  unit?: string | undefined;
  columns?: string | undefined;
}

/** In place of a file's name. */
const PASTED = '(nội dung dán vào / pasted)';

/** Of each finding so many rows stand in the page. */
const SHOWN = 5;

/** The results stand in the page itself, so that none is kept here. */
const MOST = 4_000_000;

function bytesOf({ file, text = '' }: Upload): Buffer {
  if (file instanceof Uint8Array && file.byteLength > 0) return Buffer.from(file);
  if (typeof file === 'string' && file !== '') return Buffer.from(file);
  if (text.trim() !== '') return Buffer.from(text);
  throw new Fault('file_empty', 'neither a file was chosen nor a text pasted');
}

/** @throws Fault invalid_input */
function mappingIn({ columns = '' }: Upload): Mapping {
  const mapping = mappingOf(columns);
  if (mapping) return mapping;
  const all = columnNames.join(' ');
  const message = `Viết tên=cột, tên là một trong: ${all} / Write name=column, the name one of: ${all}`;
  throw invalidInput([{ path: 'columns', message }]);
}

function judged(upload: Upload, options: Parameters<typeof judgeAll>[2]): { table: Table; rows: Judged[] } {
  const bytes = bytesOf(upload);
  const table = openTable(bytes, { columns: mappingIn(upload) });
  return { table, rows: judgeAll(rowsIn(bytes, table), table, options) };
}

/** The upload page once more, above it what was wrong. The journal hears nothing of what stood in the header. */
function refused({ input }: Exchange<Upload>, here: string, error: unknown): Promise<Answer> {
  const fault = asFault(error);
  if (!(fault instanceof Fault)) throw error;
  const { status, title, cure } = faultKind(contract, fault.code);
  const [wrong] = fault.extra.errors ?? [];
  const content = uploadPage({
    lang: 'vi',
    assets: ASSETS,
    here,
    tried: {
      title,
      cure,
      said: input,
      ...(wrong && { wrongColumns: halves(wrong.message) }),
      ...(error instanceof ColumnsMissing && {
        missing: error.problems.map(({ column, mapped }) =>
          mapped === undefined
            ? columnTitles[column]
            : { vi: `${column}=${mapped}`, en: `${column}=${mapped}` },
        ),
        header: error.header,
      }),
    },
  });
  return page(content, { status, fault });
}

const resultOf = ({ header, format }: Table, rows: readonly Judged[]): string =>
  resultHead(header, format.delimiter) +
  rows
    .map(({ cells, verdict, others }) =>
      resultLine(cells, header.length, resultCells(verdict, others), format.delimiter),
    )
    .join('');

/** Judges a file that somebody chose or pasted, and shows what was found. */
export async function judge(x: Exchange<Upload>, here: string): Promise<Answer> {
  try {
    return await shown(x, here);
  } catch (error) {
    return refused(x, here, error);
  }
}

async function shown(x: Exchange<Upload>, here: string): Promise<Answer> {
  const { today } = x.clock;
  const unit = x.input.unit || undefined;
  const { table, rows } = judged(x.input, { register: await registerIn(x), today, unit });
  const tally = new Tally();
  for (const { unit: of, verdict } of rows) tally.add(of, verdict);
  const summary = tally.summary();
  x.remarks.notes.push(`${summary.rows} rows judged`);
  const result = resultOf(table, rows);
  if (result.length > MOST) throw new Fault('result_too_large', `it is longer than ${MOST} characters`);
  const file = shownFileName(fileNameOf(x.input.file));
  const about = { file: file ?? PASTED, today };
  const samples = findingCodes.flatMap((code) => {
    const some = rows.filter(({ verdict }) => verdict.main === code).slice(0, SHOWN);
    return some.length > 0 ? [{ code, rows: some }] : [];
  });
  return page(
    resultPage({
      lang: 'vi',
      assets: ASSETS,
      here,
      table,
      file,
      summary,
      samples,
      today,
      files: {
        result,
        report: reportHtml(summary, about),
        reportCsv: reportCsv(summary, table.format.delimiter),
      },
    }),
  );
}
