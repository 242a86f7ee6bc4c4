import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { batches, headOf } from '../cli/clean-file.ts';
import { openTable } from '../functions/_cleaning/table.ts';
import { citizenAt } from '../people/country/index.ts';
import { temporaryFolder } from './machine.ts';
import type { Effort, Section } from './report.ts';
import { median, spread } from './stats.ts';

const MOST_MB = 200;
const command = join(import.meta.dirname, '../cli/hopcat.ts');
const viet = (date: string): string => date.split('-').reverse().join('/');

/** Citizens as a portal's list of accounts; of every hundred rows some have what is found most often. */
function lineOf(at: number, count: number): string {
  const person = citizenAt(at % Math.ceil(count * 0.99));
  const birth = 'year' in person.birth ? String(person.birth.year) : viet(person.birth.date);
  const odd = at % 100;
  const number = odd === 1 ? '' : odd === 2 ? person.cmnd : person.personalNumber.slice(odd === 3 ? 1 : 0);
  const name = odd === 4 ? person.name.full.toUpperCase() : odd === 5 ? 'Ai Khác' : person.name.full;
  const phone = person.phones[0]?.number ?? '';
  return `TK${at},${number ?? ''},${name},${birth},${phone},tk${at}@example.vn,Xã ${at % 97},${odd === 6 ? 'x' : ''}\r\n`;
}

async function writeAccounts(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write(
    '\ufeffMã tài khoản,Số định danh,Họ và tên,Ngày sinh,Điện thoại,Thư điện tử,Đơn vị,Đã liên kết\r\n',
  );
  for (let at = 0; at < count; at++) {
    if (!out.write(lineOf(at, count))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Reading alone: decoding and parsing, and nothing done with the rows. */
function bareRead(path: string): number {
  const file = openSync(path, 'r');
  const table = openTable(headOf(file));
  const from = performance.now();
  let rows = 0;
  for (const batch of batches(file, table, table.start, table.firstRow)) rows += batch.rows.length;
  closeSync(file);
  return (1000 * rows) / (performance.now() - from);
}

const measuring = `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write('PEAK ' + JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime })); });`;

interface Run {
  seconds: number;
  cpu: number;
  peak: number;
}

async function judged(path: string, out: string): Promise<Run> {
  const from = performance.now();
  const measure = `--import=data:text/javascript,${encodeURIComponent(measuring)}`;
  const child = spawn(process.execPath, [measure, command, 'clean', path, '--out', out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const [code] = await once(child, 'close');
  const [, found] = /PEAK (.*)$/s.exec(errors) ?? [];
  if (code !== 0 || found === undefined) throw new Error(`hopcat clean ended with ${code}: ${errors}`);
  const { maxRSS, cpu } = JSON.parse(found) as { maxRSS: number; cpu: number };
  return { seconds: (performance.now() - from) / 1000, cpu: cpu / 1e6, peak: maxRSS / 1024 };
}

const aSecond = (count: number, seconds: number): string => Math.round(count / seconds).toLocaleString('en');

/** A file of accounts through `hopcat clean`, beside a bare read of the same file. */
export async function cleaning({ quick }: Effort): Promise<Section> {
  const count = quick ? 100_000 : 1_000_000;
  const path = join(temporaryFolder(), 'accounts.csv');
  const out = `${path}.result`;
  await writeAccounts(path, count);
  const reads = [1, 2, 3].map(() => bareRead(path));
  const runs: Run[] = [];
  for (let turn = 0; turn < (quick ? 1 : 3); turn++) runs.push(await judged(path, out));
  const size = statSync(path).size / 1e6;
  rmSync(path);
  rmSync(out);
  const [seconds, cpu] = [median(runs.map((run) => run.seconds)), median(runs.map((run) => run.cpu))];
  const peak = Math.max(...runs.map((run) => run.peak));
  return {
    title: `Cleaning: ${count.toLocaleString('en')} accounts, ${size.toFixed(0)} MB`,
    head: ['what', 'rows a second', 'seconds', 'CPU s', 'peak MB'],
    rows: [
      ['bare read by the same reader', aSecond(median(reads), 1), (count / median(reads)).toFixed(1), '', ''],
      [
        'hopcat clean, two passes, result written',
        aSecond(count, seconds),
        spread(
          runs.map((run) => run.seconds),
          1,
        ),
        cpu.toFixed(1),
        peak.toFixed(0),
      ],
    ],
    notes: [`By CPU: ${aSecond(count, cpu)} rows a second. The start of the process is part of it.`],
    bars: [
      {
        met: peak < MOST_MB,
        sentence: `At its peak it needs ${peak.toFixed(0)} MB; the bar is ${MOST_MB} MB.`,
      },
    ],
    figures: { count, reads, runs },
  };
}
