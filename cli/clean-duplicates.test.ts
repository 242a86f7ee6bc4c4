import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Others, ROWS_NAMED } from '../functions/_cleaning/result.ts';
import { Seen } from '../functions/_cleaning/seen.ts';
import { hash } from '../people/country/draw.ts';
import { duplicatesIn, Keys } from './clean-duplicates.ts';

const ROWS = 150_000;

/** Mostly once, often twice, one of them very often; nine digits, and the same with zeros before them; none. */
function keyAt(row: number): string {
  const chance = hash(row, 1) % 100;
  if (chance < 2) return '';
  if (chance < 5) return '099090000001';
  const serial = hash(row, 2) % 120_000;
  const nine = String(100_000_000 + serial);
  if (chance < 20) return nine;
  return chance < 25 ? `000${nine}` : `0990${String(10_000_000 + serial)}`;
}

const keys = Array.from({ length: ROWS }, (_, at) => keyAt(at + 2));

function rowsByKey(): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  keys.forEach((key, at) => {
    if (key !== '') rows.set(key, [...(rows.get(key)?.slice(0, 10_000) ?? []), at + 2]);
  });
  return rows;
}

test('duplicates on the disk are those that a map in memory finds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hopcat-duplicates-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const writing = new Keys(folder);
  keys.forEach((key, at) => {
    writing.add(at + 2, key);
  });
  writing.finish();
  const found = duplicatesIn(folder);
  const expected = rowsByKey();
  const wrong = keys.filter((key, at) => {
    const row = at + 2;
    const all = expected.get(key) ?? [];
    const others = all.slice(0, ROWS_NAMED + 1).filter((other) => other !== row);
    const told: Others | undefined =
      all.length > 1 ? { rows: others.slice(0, ROWS_NAMED), count: all.length - 1 } : undefined;
    return JSON.stringify(found(row)) !== JSON.stringify(told);
  });
  expect(wrong).toEqual([]);
});

test('a table that is read once is told the first row of every key, exactly', () => {
  const seen = new Seen();
  const first = new Map<string, number>();
  const wrong = keys.filter((key, at) => {
    const row = at + 2;
    const told = first.get(key);
    if (key !== '' && told === undefined) first.set(key, row);
    return seen.of(row, key)?.rows[0] !== told;
  });
  expect(wrong).toEqual([]);
});
