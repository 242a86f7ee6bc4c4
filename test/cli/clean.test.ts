import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { CsvParser } from '../../functions/_cleaning/csv.ts';
import { reportCsv } from '../../functions/_cleaning/report.ts';
import { Tally } from '../../functions/_cleaning/tally.ts';
import { citizenAt } from '../../people/country/index.ts';
import { cast } from '../../people/index.ts';
import { hopcat, started, temporaryFolder } from './hopcat.ts';

const header = 'Mã tài khoản,Số định danh,Họ và tên,Ngày sinh,Đơn vị,Đã liên kết';
const viet = (date: string): string => date.split('-').reverse().join('/');

/** Accounts of citizens, every tenth of them with something wrong; the last ones are there twice. */
function accounts(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const person = citizenAt(at % Math.ceil(count * 0.99));
    const birth = 'year' in person.birth ? String(person.birth.year) : viet(person.birth.date);
    const odd = at % 100;
    const number =
      odd === 10 ? '' : odd === 20 ? person.cmnd : person.personalNumber.slice(odd === 30 ? 1 : 0);
    const name = odd === 40 ? 'Ai Khác' : odd === 50 ? `"${person.name.full}\n"` : person.name.full;
    return `TK${at},${number ?? ''},${name},${birth},Xã ${at % 7},${odd === 60 ? 'x' : ''}\r\n`;
  });
  return `\ufeff${header}\r\n${lines.join('')}`;
}

async function clean(cwd: string, ...args: string[]) {
  const run = hopcat(['clean', ...args], cwd);
  const code = await run.ended;
  return { code, output: run.output(), errors: run.errors() };
}

const rowsOf = (text: string, delimiter: ',' | ';' = ','): string[][] =>
  new CsvParser({ delimiter, newline: '\n' }).push(text.replace(/^\ufeff/, ''), true);

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

const an = cast.find(({ slug }) => slug === 'an')!;

describe('hopcat clean', () => {
  test('judges a file, writes every row with its verdict, and reports counts that add up', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.csv'), accounts(3_000));
    const all = ['--out', 'r.csv', '--report', 'r.html', '--report-csv', 't.csv', '--date', '2026-11-22'];
    const { code, output, errors } = await clean(folder, 'a.csv', ...all);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('utf-8 (BOM)');
    const [head, ...rows] = rowsOf(read(folder, 'r.csv'));
    expect(head?.slice(0, 6).join(',')).toBe(header);
    expect(rows.length).toBe(3_000);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
    const mains = Map.groupBy(rows, (row) => row[6] ?? '');
    const totals = rowsOf(read(folder, 't.csv')).filter(([unit]) => unit === 'TỔNG CỘNG / TOTAL');
    const counted = totals
      .filter(([, main]) => main !== '')
      .map(([, main, , , count]) => [main, Number(count)]);
    expect(new Map(counted as [string, number][])).toEqual(
      new Map([...mains].map(([main, some]) => [main, some.length])),
    );
    expect(totals.at(-1)?.[4]).toBe('3000');
    expect(mains.get('duplicate')?.length).toBeGreaterThan(20);
    const html = read(folder, 'r.html');
    expect(html).toContain('Môi trường thử nghiệm HopCat');
    expect(html).toContain('<b>3.000</b>');
    expect(html).not.toMatch(/<script|https?:/);
    expect(existsSync(join(folder, 'r.csv.hopcat'))).toBe(false);
    expect(existsSync(join(folder, 'r.csv.part'))).toBe(false);
  });

  test('names every row of a person who is there more than once, by any of their numbers', async () => {
    const folder = temporaryFolder();
    const nghia = cast.find(({ slug }) => slug === 'nghia')!;
    const line = (number: string) => `x,${number},${nghia.name.full},03/12/1971,,\n`;
    const other = `y,${an.personalNumber},${an.name.full},,,\n`;
    const text = `${header}\n${line(nghia.cmnd ?? '')}\n${other}${line(nghia.personalNumber)}${line(nghia.personalNumber)}`;
    writeFileSync(join(folder, 'a.csv'), text);
    await clean(folder, 'a.csv', '--out', 'r.csv');
    const rows = rowsOf(read(folder, 'r.csv')).slice(1);
    const named = rows.map((row) => [row[6], row[14]]);
    // The third row is blank: a spreadsheet counts it, and nobody judges it.
    expect(named).toEqual([
      ['number-nine-digits', '5 6'],
      ['clean', ''],
      ['duplicate', '2 6'],
      ['duplicate', '2 5'],
    ]);
  });

  test('says what is wrong with the call or the file, in both languages and without a stack', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.csv'), 'STT,Ghi chú\n1,2\n');
    writeFileSync(
      join(folder, 'latin.csv'),
      Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from('number,name\n1,'), 0xe9, 10]),
    );
    writeFileSync(join(folder, 'empty.csv'), '');
    writeFileSync(join(folder, 'book.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]));
    for (const [args, said] of [
      [[], 'Thiếu tệp'],
      [['empty.csv'], 'Tệp trống. / The file is empty.'],
      [['book.xlsx'], 'lưu lại thành CSV UTF-8'],
      [['none.csv'], 'Không mở được'],
      [['a.csv'], 'Columns not found: số định danh / personal number; họ tên / name'],
      [['a.csv', '--columns', 'number=1,name=9'], 'name=9'],
      [['a.csv', '--columns', 'nummer=1'], '--columns must be one of'],
      [['a.csv', '--encoding', 'ebcdic'], '--encoding must be one of'],
      [['a.csv', '--resume'], '--resume needs --out'],
      [['a.csv', '--date', '31/12/2024'], 'YYYY-MM-DD'],
      [['a.csv', '--nothing'], 'hopcat clean --help'],
      [['latin.csv'], 'not UTF-8 (near byte'],
    ] as const) {
      const { code, errors } = await clean(folder, ...args);
      expect({ args, code, errors }).toEqual({ args, code: 2, errors: expect.stringContaining(said) });
      expect(errors).not.toMatch(/^\s+at /m);
    }
  });

  test('writes neither over the file that it judges nor two results into one', async () => {
    const folder = temporaryFolder();
    const before = accounts(10);
    writeFileSync(join(folder, 'a.csv'), before);
    for (const [args, said] of [
      [['--out', 'a.csv'], 'is the file that is judged'],
      [['--report', './a.csv'], 'is the file that is judged'],
      [['--out', 'r.csv', '--report-csv', './r.csv'], 'Two results would go'],
    ] as const) {
      const { code, errors } = await clean(folder, 'a.csv', ...args);
      expect({ args, code, errors }).toEqual({ args, code: 2, errors: expect.stringContaining(said) });
    }
    expect(read(folder, 'a.csv')).toBe(before);
    expect(existsSync(join(folder, 'r.csv'))).toBe(false);
  });

  test('judges by the people and the day of a running sandbox', async () => {
    const folder = temporaryFolder();
    const { origin } = await started(['--port', '0', '--memory'], folder);
    const patch = (path: string, body: unknown) =>
      fetch(`${origin}/default/control${path}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify(body),
      });
    expect((await patch('/people/an', { deceasedOn: '2024-06-10' })).status).toBe(200);
    writeFileSync(join(folder, 'a.csv'), `${header}\na,${an.personalNumber},${an.name.full},,,\n`);
    const found = async () => {
      await clean(folder, 'a.csv', '--out', 'r.csv', '--url', origin);
      return rowsOf(read(folder, 'r.csv'))[1]?.[6];
    };
    expect(await found()).toBe('deceased');
    await patch('/settings', { calendar: '2024-06-09' });
    expect(await found()).toBe('clean');
    const { code, errors } = await clean(folder, 'a.csv', '--url', 'http://127.0.0.1:9');
    expect([code, errors]).toEqual([1, expect.stringContaining('no connection')]);
  });
});

describe('a run that is killed', () => {
  const rows = 60_000;

  test('comes to the same bytes when it is resumed, however often and wherever it was killed', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.csv'), accounts(rows));
    const reports = ['--report', 'r.html', '--report-csv', 't.csv', '--date', '2026-11-22'];
    await clean(folder, 'a.csv', '--out', 'whole.csv', ...reports);
    const whole = [read(folder, 'whole.csv'), read(folder, 'r.html'), read(folder, 't.csv')];

    const resume = () => hopcat(['clean', 'a.csv', '--out', 'r.csv', ...reports, '--resume'], folder);
    const seen = new Set<string>();
    const state = join(folder, 'r.csv.hopcat/checkpoint.json');
    const checkpoint = () => {
      try {
        return readFileSync(state, 'utf8');
      } catch {
        return '';
      }
    };
    let finished = false;
    for (let kills = 0; kills < 40 && !finished; kills++) {
      const before = checkpoint();
      const run = resume();
      let over = false;
      run.ended.then(() => {
        over = true;
      });
      // Every third one dies before it comes further than the one before it.
      while (!over && kills % 3 !== 2 && checkpoint() === before) await setTimeout(1);
      await setTimeout((kills * 37) % 90);
      run.child.kill('SIGKILL');
      finished = (await run.ended) === 0;
      seen.add(checkpoint());
    }
    // Once more would begin anew, and prove nothing.
    if (!finished) expect(await resume().ended).toBe(0);
    expect([read(folder, 'r.csv'), read(folder, 'r.html'), read(folder, 't.csv')]).toEqual(whole);
    expect(existsSync(join(folder, 'r.csv.hopcat'))).toBe(false);
    expect(seen.size).toBeGreaterThan(3);
  }, 180_000);

  test('is not resumed over another file, nor read in another way', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.csv'), accounts(rows));
    const run = hopcat(['clean', 'a.csv', '--out', 'r.csv'], folder);
    const state = join(folder, 'r.csv.hopcat/checkpoint.json');
    while (!existsSync(state)) await setTimeout(1);
    run.child.kill('SIGKILL');
    await run.ended;
    const other = await clean(folder, 'a.csv', '--out', 'r.csv', '--resume', '--unit', 'Xã khác');
    expect([other.code, other.errors]).toEqual([2, expect.stringContaining('cannot be resumed')]);
    writeFileSync(join(folder, 'a.csv'), accounts(10));
    const changed = await clean(folder, 'a.csv', '--out', 'r.csv', '--resume');
    expect([changed.code, changed.errors]).toEqual([2, expect.stringContaining('cannot be resumed')]);
    expect((await clean(folder, 'a.csv', '--out', 'r.csv')).code).toBe(0);
    expect(rowsOf(read(folder, 'r.csv')).length).toBe(11);
  });
});

test('200,000 rows need no more memory than a small heap and their buffers', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.csv'), accounts(200_000));
  const measure = join(folder, 'measure.mjs');
  writeFileSync(
    measure,
    `process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'));`,
  );
  const options = `--max-old-space-size=64 --import=${measure}`;
  const run = hopcat(['clean', 'a.csv', '--out', 'r.csv'], folder, { NODE_OPTIONS: options });
  expect(await run.ended).toBe(0);
  expect(statSync(join(folder, 'r.csv')).size).toBeGreaterThan(20_000_000);
  const [, peak] = /PEAK (\d+)/.exec(run.errors()) ?? [];
  expect(Number(peak)).toBeLessThan(200_000);
}, 180_000);

test('a tally that went through JSON counts on', () => {
  const verdict = { main: 'clean', findings: ['clean'], notes: [] } as const;
  const first = new Tally();
  first.add('Xã 1', { ...verdict, notes: [] });
  const second = new Tally(JSON.parse(JSON.stringify(first.state())));
  second.add('Xã 2', { ...verdict, notes: [] });
  expect(second.summary()).toMatchObject({ rows: 2, main: { clean: 2 }, found: { clean: 2 } });
  expect(reportCsv(second.summary())).toContain('Xã 2,clean');
});
