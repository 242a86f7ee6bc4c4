import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type ArgsDef, defineCommand } from 'citty';
import { EmptyFile, NoTable, OtherFile } from '../functions/_cleaning/csv.ts';
import { reportCsv, reportHtml } from '../functions/_cleaning/report.ts';
import { ColumnsMissing, openTable, type Table } from '../functions/_cleaning/table.ts';
import { writeWhole } from './clean-checkpoint.ts';
import { headOf, notUtf8At } from './clean-file.ts';
import { columnsOf, dayOf, delimiterOf, encodingOf } from './clean-options.ts';
import { progressOf } from './clean-progress.ts';
import { populationOf } from './clean-register.ts';
import { clean as cleanFile } from './clean-run.ts';
import { countLines, missingColumns, readingLines } from './clean-summary.ts';
import { Complaint, checked, type Given, saying } from './people-options.ts';

const args = {
  file: { type: 'positional', required: false, description: 'Tệp CSV / CSV file' },
  out: { type: 'string', valueHint: 'result.csv', description: 'Ghi kết quả từng dòng / Write each row' },
  report: { type: 'string', valueHint: 'report.html', description: 'Ghi báo cáo / Write the report' },
  'report-csv': { type: 'string', valueHint: 'report.csv', description: 'Báo cáo dạng CSV / As CSV' },
  columns: {
    type: 'string',
    valueHint: 'number=2,name=Tên',
    description: 'Cột nào chứa gì / Which column holds what',
  },
  encoding: {
    type: 'string',
    valueHint: 'utf-8',
    description: 'Bảng mã, thay cho tự dò / Encoding, not guessed',
  },
  delimiter: { type: 'string', valueHint: ';', description: 'Dấu phân cách / Delimiter' },
  unit: { type: 'string', description: 'Đơn vị của mọi dòng / Unit of all rows' },
  date: { type: 'string', valueHint: '2024-06-30', description: 'Xét theo ngày / Judge as of' },
  url: {
    type: 'string',
    valueHint: 'http://localhost:4100',
    description: 'Lấy dân cư của một hộp cát đang chạy / Ask a running sandbox for its people',
  },
  workspace: { type: 'string', valueHint: 'default', description: 'Không gian làm việc / Workspace' },
  key: { type: 'string', description: 'Khóa của không gian / Its key (HOPCAT_KEY)' },
  resume: { type: 'boolean', description: 'Tiếp tục lần chạy bị ngắt / Go on with a run that was cut off' },
} satisfies ArgsDef;

const text = (given: Given, name: keyof typeof args): string | undefined =>
  given[name] === undefined ? undefined : String(given[name]);

/** Without the second spelling that citty gives to an option of two words. */
const asWritten = ({ reportCsv: _, ...given }: Given): Given => given as Given;

function opened(path: string | undefined): number {
  if (path === undefined) throw new Complaint('Thiếu tệp cần rà soát. / The file to be judged is missing.');
  try {
    const file = openSync(path, 'r');
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
  } catch {
    // Said below: it makes no difference to the reader why.
  }
  throw new Complaint(`Không mở được tệp '${path}'. / The file '${path}' cannot be opened.`);
}

const sameFile = (file: number, path: string): boolean => {
  const [one, other] = [fstatSync(file), statSync(path, { throwIfNoEntry: false })];
  return one.dev === other?.dev && one.ino === other.ino;
};

/** What is written never takes the place of what is judged, nor of another result. */
function checkOutputs(file: number, outputs: readonly (string | undefined)[]): void {
  const paths = outputs.filter((path) => path !== undefined);
  for (const [at, path] of paths.entries()) {
    if (sameFile(file, path))
      throw new Complaint(
        `'${path}' là tệp đang rà soát; ghi ra tệp khác. / '${path}' is the file that is judged; write to another one.`,
      );
    if (paths.slice(0, at).some((other) => resolve(other) === resolve(path)))
      throw new Complaint(`Hai kết quả cùng ghi vào '${path}'. / Two results would go to '${path}'.`);
  }
}

function tableOf(file: number, given: Given): Table {
  const encoding = encodingOf(text(given, 'encoding'));
  const broken = notUtf8At(file);
  const told = { encoding, delimiter: delimiterOf(text(given, 'delimiter')), utf8: broken === undefined };
  const table = openTable(headOf(file), { ...told, columns: columnsOf(text(given, 'columns')) });
  if (table.format.encoding === 'utf-8' && broken !== undefined) {
    throw new Complaint(
      `Tệp không phải UTF-8 (khoảng byte ${broken}); chọn bảng mã bằng --encoding. / The file is not UTF-8 (near byte ${broken}); say what it is with --encoding.`,
    );
  }
  return table;
}

function worded(error: unknown): unknown {
  if (error instanceof ColumnsMissing) return new Complaint(missingColumns(error));
  if (error instanceof EmptyFile) return new Complaint('Tệp trống. / The file is empty.');
  if (error instanceof OtherFile)
    return new Complaint(
      `Đây là tệp ${error.message}, không phải CSV: lưu lại thành CSV UTF-8. / This is a file of ${error.message}, and no CSV: save it as CSV UTF-8.`,
    );
  if (!(error instanceof NoTable)) return error;
  return new Complaint(`Tệp này không phải bảng CSV. / This file is no CSV table. (${error.message})`);
}

const say = (lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);

async function run(given: Given): Promise<void> {
  const path = given._[0];
  const [out, report, reportTable] = [text(given, 'out'), text(given, 'report'), text(given, 'report-csv')];
  if (given.resume && out === undefined) throw new Complaint('--resume cần --out. / --resume needs --out.');
  const date = dayOf(text(given, 'date'));
  const file = opened(path);
  checkOutputs(file, [out, report, reportTable]);
  const table = tableOf(file, given);
  const key = text(given, 'key') ?? process.env.HOPCAT_KEY;
  const where = { url: text(given, 'url'), workspace: text(given, 'workspace'), key };
  if (where.workspace !== undefined && where.url === undefined)
    throw new Complaint('--workspace cần --url. / --workspace needs --url.');
  const found = await populationOf(where);
  const population = { ...found, today: date ?? found.today };
  say(readingLines(table));
  const progress = progressOf(fstatSync(file).size);
  const job = { file, table, population, out, unit: text(given, 'unit'), resume: given.resume === true };
  const { tally, today, finish } = cleanFile({ ...job, progress });
  progress.done();
  const summary = tally.summary();
  if (report !== undefined) {
    writeWhole(report, reportHtml(summary, { file: basename(path ?? ''), today }));
  }
  if (reportTable !== undefined) writeWhole(reportTable, reportCsv(summary, table.format.delimiter));
  finish();
  say(['', ...countLines(summary)]);
  const written = [out, report, reportTable].filter((name) => name !== undefined);
  if (written.length > 0) say(['', `Đã ghi / Written: ${written.join(', ')}`]);
}

export const clean = defineCommand({
  meta: {
    name: 'clean',
    description:
      'Rà soát, làm sạch tài khoản theo CSDL dân cư / Judges accounts against the population database',
  },
  args,
  run: ({ args: given }) =>
    saying(async () => {
      // Rows die young: without this V8 gives them a nursery of 100 MB, which makes nothing faster.
      setFlagsFromString('--semi-space-growth-factor=1');
      try {
        await run(checked(asWritten(given as unknown as Given), args, 1, 'clean'));
      } catch (error) {
        throw worded(error);
      }
    }),
});
