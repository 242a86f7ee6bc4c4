import { expect, test } from 'vitest';
import { shownFileName } from './file-name.ts';

test.each([
  ['Đơn đề nghị.pdf', 'Đơn đề nghị.pdf'],
  ['C:\\Users\\An\\don.pdf', 'don.pdf'],
  ['../../don.pdf', 'don.pdf'],
  ['hop-dong\u202Efdp.exe', 'hop-dongfdp.exe'],
  ['hai\ndòng.pdf', 'haidòng.pdf'],
  ['<b>don</b>.pdf', 'b>.pdf'],
  ['  ', undefined],
  [undefined, undefined],
])('%j is shown as %j', (name, shown) => {
  expect(shownFileName(name)).toBe(shown);
});

test('a name without end is cut in its middle, so that its kind can still be seen', () => {
  const shown = shownFileName(`${'ồ'.repeat(5_000)}.signed.pdf`) ?? '';
  expect([...shown]).toHaveLength(80);
  expect(shown).toMatch(/…\.signed\.pdf$/);
});
