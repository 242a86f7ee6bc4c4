import { findingCodes } from '../../../contracts/_clean.ts';
import { registerOf } from '../../../functions/_cleaning/register.ts';
import { judgeAll, rowsIn } from '../../../functions/_cleaning/stream.ts';
import { openTable } from '../../../functions/_cleaning/table.ts';
import { Tally } from '../../../functions/_cleaning/tally.ts';
import { uploadPage } from '../../../functions/clean/page.ts';
import { resultPage } from '../../../functions/clean/result-page.ts';
import { sampleOf } from '../../../functions/clean/sample.ts';
import { castDirectory } from '../../../people/cast.ts';
import * as country from '../../../people/country/index.ts';
import type { Samples } from './world.ts';

const here = '/default/clean';
const today = '2026-11-22';

/** The sample file, judged. */
function judged() {
  const bytes = Buffer.from(sampleOf(castDirectory));
  const table = openTable(bytes);
  const rows = judgeAll(rowsIn(bytes, table), table, {
    register: registerOf([], castDirectory, country),
    today,
  });
  const tally = new Tally();
  for (const { unit, verdict } of rows) tally.add(unit, verdict);
  const samples = findingCodes.flatMap((code) => {
    const some = rows.filter(({ verdict }) => verdict.main === code);
    return some.length > 0 ? [{ code, rows: some }] : [];
  });
  return { table, summary: tally.summary(), samples };
}

export const clean: Samples = {
  clean: (frame) => uploadPage({ ...frame, here }),
  'clean-refused': (frame) =>
    uploadPage({
      ...frame,
      here,
      tried: {
        title: { vi: 'Tệp thiếu cột cần thiết', en: 'The file lacks a column that is needed' },
        cure: { vi: 'Chỉ ra ở ô «Cột nào chứa gì»', en: 'Say where they are in "Which column holds what"' },
        said: { text: 'Giấy tờ,Tên gọi\n099090000001,Nguyễn Văn An', columns: 'nummer=1' },
        wrongColumns: { vi: 'Viết tên=cột', en: 'Write name=column' },
        missing: [
          { vi: 'số định danh', en: 'personal number' },
          { vi: 'họ tên', en: 'name' },
        ],
        header: ['Giấy tờ', 'Tên gọi'],
      },
    }),
  'clean-result': (frame) =>
    resultPage({
      ...frame,
      ...judged(),
      here,
      file: 'tai-khoan.csv',
      today,
      files: { result: 'a,b\r\n', report: '<!doctype html>', reportCsv: 'a,b\r\n' },
    }),
};
