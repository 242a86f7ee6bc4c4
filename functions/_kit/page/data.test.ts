import { expect, test } from 'vitest';
import { table } from './data.ts';
import { html } from './html.ts';

const head = [
  { vi: 'Trường', en: 'Field' },
  { vi: 'Tài khoản', en: 'Account' },
  { vi: html`<b>Kết quả</b>`, en: 'Outcome' },
];
const tableOf = (columns: number, cards?: boolean): string =>
  String(
    table({
      caption: { vi: 'Đối chiếu', en: 'Comparison' },
      head: head.slice(0, columns),
      rows: [['Họ tên', 'An', '✓'].slice(0, columns)],
      lang: 'vi',
      ...(cards !== undefined && { cards }),
    }),
  );

test('each cell of a table that becomes cards on a phone names its header in both languages', () => {
  const markup = tableOf(3);
  expect(markup).toContain('class="table cards"');
  expect([...markup.matchAll(/<td data-label="([^"]*)">/g)].map(([, name]) => name)).toEqual([
    'Tài khoản · Account',
    'Kết quả · Outcome',
  ]);
});

test('two columns stay side by side, unless they are too wide for that', () => {
  expect(tableOf(2)).not.toMatch(/cards|data-label/);
  expect(tableOf(2, true)).toContain('<td data-label="Tài khoản · Account">');
});
