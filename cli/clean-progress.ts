import { grouped } from '../functions/_cleaning/report.ts';

const EVERY_MS = 250;

const names = {
  keys: 'Tìm tài khoản trùng / Looking for duplicates',
  judging: 'Đối chiếu / Judging',
} as const;

/** A line that is written over, on a terminal; nothing where nobody looks. */
export function progressOf(size: number, out: NodeJS.WriteStream = process.stderr) {
  if (!out.isTTY) return { at() {}, done() {} };
  const began = performance.now();
  let next = 0;
  return {
    at(phase: keyof typeof names, offset: number, rows: number): void {
      const now = performance.now();
      if (now < next) return;
      next = now + EVERY_MS;
      const percent = Math.floor((100 * offset) / Math.max(1, size));
      const seconds = Math.max(1, Math.round((now - began) / 1000));
      out.write(
        `\r\x1b[K${names[phase]}: ${percent}% · ${grouped(rows)} dòng / rows · ${grouped(Math.round(rows / seconds))}/s`,
      );
    },
    done(): void {
      out.write('\r\x1b[K');
    },
  };
}

export type Progress = ReturnType<typeof progressOf>;
