import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CalendarRule, calendarRules, type Document, documents } from '../../contracts/_calendar.ts';
import { hasCome } from '../_kit/calendar.ts';
import { dayBefore, daysBetween, standingsOn } from './domain.ts';
import { calendarTable } from './table.ts';

const rules = Object.entries(calendarRules) as [keyof typeof calendarRules, CalendarRule][];
const signed = Object.entries(documents) as [keyof typeof documents, Document][];

describe('the calendar', () => {
  test('stands in the order of time', () => {
    const days = rules.map(([, { from }]) => from);
    expect(days).toEqual(days.toSorted());
  });

  test.each(rules)('%s says what it changes in the sandbox if and only if it is enforced', (_, rule) => {
    expect(rule.sandbox !== undefined).toBe(rule.enforced);
    expect(rule.documents.length).toBeGreaterThan(0);
  });

  test('cites every document that it lists', () => {
    const cited = new Set(rules.flatMap(([, rule]) => rule.documents));
    expect(signed.map(([id]) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  test('has a rule begin before its document was signed where the seeds say so, and nowhere else', () => {
    const early = rules.filter(([, { from, documents: cited }]) =>
      cited.every((id) => ((documents[id] as Document).issued ?? '') > from),
    );
    expect(early.map(([id]) => id)).toEqual(['police-portal-syncs']);
  });

  test.each(rules)('%s has come on its day and has not the day before', (id, { from }) => {
    expect([dayBefore(from), from].map((today) => hasCome(id, { today }))).toEqual([false, true]);
    const on = (today: string) => standingsOn(today).find((each) => each.id === id);
    expect(on(dayBefore(from))).toMatchObject({ come: false, days: 1 });
    expect(on(from)).toMatchObject({ come: true, days: 0 });
  });
});

describe('days', () => {
  test('are counted over leap years and the turn of a year', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-01-01', '2024-12-31')).toBe(-1);
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
    expect(dayBefore('2025-01-01')).toBe('2024-12-31');
  });
});

test('docs/calendar.md shows exactly these rules', () => {
  const page = readFileSync(new URL('../../docs/calendar.md', import.meta.url), 'utf8');
  const [table] = page.split('\n\n').filter((block) => block.startsWith('| Từ ngày'));
  expect(table?.trim(), 'paste what calendarTable() of functions/timeline/table.ts prints').toBe(
    calendarTable(),
  );
});
