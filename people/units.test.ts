import { expect, test } from 'vitest';
import { lineOf } from './units.ts';

const detail = 'Tổ dân phố số 5';

test.each([
  ['01', '', '00166', 'Tổ dân phố số 5, Phường Cầu Giấy, Thành phố Hà Nội'],
  ['01', '005', '00166', 'Tổ dân phố số 5, Phường Dịch Vọng, Quận Cầu Giấy, Thành phố Hà Nội'],
  ['99', '', '99999', 'Tổ dân phố số 5'],
  ['', '', '', 'Tổ dân phố số 5'],
])('the units %s %s %s have their names', (province, district, ward, line) => {
  expect(lineOf({ province, district, ward, detail })).toBe(line);
});
