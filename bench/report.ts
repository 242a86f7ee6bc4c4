/** What must hold, and whether it did. */
export interface Bar {
  met: boolean;
  /** One plain sentence with the figure and the bar. */
  sentence: string;
}

/** What one part of the bench found. */
export interface Section {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  notes: readonly string[];
  bars: readonly Bar[];
  /** The figures behind the table, for `--json`. */
  figures: unknown;
}

export interface Effort {
  quick: boolean;
}

const padded = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
    .join('   ');

/** A table for a terminal: names on the left, figures flush right. */
export function print({ title, head, rows, notes, bars }: Section): void {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)));
  const rule = widths.map((width) => '─'.repeat(width));
  console.log(`\n${title}`);
  if (head.length > 0) for (const row of [head, rule, ...rows]) console.log(`  ${padded(row, widths)}`);
  for (const note of notes) console.log(`  ${note}`);
  for (const { met, sentence } of bars) console.log(`  ${met ? '✓' : '✗'} ${sentence}`);
}
