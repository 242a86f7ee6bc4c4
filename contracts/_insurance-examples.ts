import type { Example } from './_contract.ts';
import { type CardCode, cardCodes, type MatchCode, matchCodes } from './_insurance-codes.ts';

/** MD5 of `Aa@123456`, the password of every demo account. */
export const DEMO_MD5 = 'ce00580d6b3d1e0d7b7b8ec5eab0bc89';

const signed = { token: '{{token}}', id_token: '{{idToken}}', username: '99001_BV', password: DEMO_MD5 };

const anHolds = { maThe: 'DN4999900000001', hoTen: 'Nguyễn Văn An', ngaySinh: '15/05/1990' };

/** The one officer whom the demo hospital has registered. */
export const ngocLooksUp = { hoTenCb: 'Lê Thị Ngọc', cccdCb: '099186000016' };

const shows = (code: string): string => `"maKetQua":"${code}"`;

export const checks = (
  more: object,
  title: Example['title'] = { vi: 'Thẻ của An', en: "An's card" },
): Example => ({
  title,
  query: signed,
  body: { ...anHolds, ...more },
  status: 200,
  after: 'token',
  person: 'an',
  shows: shows('000'),
});

type Row = readonly [code: CardCode, person: string, maThe: string, hoTen: string, ngaySinh: string];

/** Who of the cast makes the gateway say what, asked with what the population database has on them. */
const people: readonly Row[] = [
  ['000', 'mai', '099192000002', 'Trần Thị Mai', '20/11/1992'],
  ['000', 'sau', '9900000013', 'Trần Thị Sáu', '1938'],
  ['001', 'truong', 'QN5999900000035', 'Đoàn Nhật Trường', '22/12/1984'],
  ['002', 'tuyet', 'CA5999900000036', 'Nghiêm Thị Tuyết', '19/03/1985'],
  ['003', 'hanh', 'GD4999900000032', 'Tống Thị Hạnh', '02/04/1988'],
  ['004', 'tien', 'GD4999900000033', 'Hà Thủy Tiên', '24/12/1997'],
  ['010', 'dat', 'GD4999900000031', 'Bùi Tiến Đạt', '17/08/1993'],
  ['050', 'khoi', '099200000043', 'Tăng Minh Khôi', '01/10/2000'],
  ['060', 'xuan', 'DN4999900000027', 'Nguyễn Thị Thanh Xuân', '03/02/1986'],
  ['061', 'hien', 'DN4999900000029', 'Đặng Thu Hiền', '11/11/1998'],
  ['061', 'my', 'DN4999900000028', 'Lý Thị Mỹ', '09/05/1990'],
  ['070', 'toan', 'DN4999900000030', 'Mai Xuân Toàn', '25/06/1981'],
  ['110', 'son', 'DN4999900000034', 'Lâm Thái Sơn', '09/09/1978'],
  ['110', 'hung', 'HT3999900000003', 'Nguyễn Văn Hùng', '10/04/1958'],
  ['120', 'nam', 'DN4999900000037', 'Ngô Hoài Nam', '28/02/1992'],
  ['121', 'trang', 'DN4999900000038', 'Phùng Thu Trang', '31/05/1995'],
  ['122', 'long', 'DN4999900000039', 'Chu Hải Long', '16/09/1990'],
  ['123', 'diep', 'DN4999900000040', 'Vũ Ngọc Diệp', '13/07/1987'],
  ['124', 'hai', 'DN4999900000041', 'Trịnh Văn Hải', '04/03/1974'],
  ['130', 'gia-han', '099322000042', 'Đinh Gia Hân', '15/08/2022'],
];

const titled = (start: string, { vi, en }: Example['title']) => ({
  vi: `${start}: ${vi}`,
  en: `${start}: ${en}`,
});

export const peopleChecked: readonly Example[] = people.map(([code, person, maThe, hoTen, ngaySinh]) => ({
  ...checks({ ...ngocLooksUp, maThe, hoTen, ngaySinh }, titled(`${code}, ${hoTen}`, cardCodes[code])),
  person,
  shows: shows(code),
}));

type Request = readonly [code: CardCode, changed: object];

/** What An's card gets when the request is wrong. */
const requests: readonly Request[] = [
  ['051', { maThe: 'DN49999000000' }],
  ['052', { maThe: 'DN4009900000001' }],
  ['053', { maThe: 'DN9999900000001' }],
  ['054', { cccdCb: '099192000002' }],
  ['055', { hoTenCb: 'Lê Thị Ngân' }],
  ['205', { ngaySinh: '1990-05-15' }],
];

export const requestsChecked: readonly Example[] = requests.map(([code, changed]) => {
  const { person: _, ...asked } = checks({ ...ngocLooksUp, ...changed }, titled(code, cardCodes[code]));
  return { ...asked, shows: shows(code) };
});

type Match = readonly [
  code: MatchCode,
  person: string,
  soDinhDanh: string,
  maSoBHXH: string,
  hoTen: string,
  ngaySinh: string,
];

const matched: readonly Match[] = [
  ['000', 'an', '099090000001', '9900000001', 'Nguyễn Văn An', '15/05/1990'],
  ['000', 'kiet', '099093000014', '9900000014', 'Thạch Minh Kiệt', '13/04/1994'],
  ['050', 'huong', '099187000010', '9900000011', 'Nguyễn Thị Hương', '08/03/1987'],
  ['060', 'xuan', '099186000027', '9900000027', 'Nguyễn Thị Thanh Xuân', '03/02/1986'],
  ['061', 'hien', '099198000029', '9900000029', 'Đặng Thu Hiền', '11/11/1998'],
  ['070', 'toan', '099081000030', '9900000030', 'Mai Xuân Toàn', '25/06/1981'],
];

export const peopleMatched: readonly Example[] = matched.map(
  ([code, person, soDinhDanh, maSoBHXH, hoTen, ngaySinh]) => ({
    title: titled(`${code}, ${hoTen}`, matchCodes[code]),
    headers: { authorization: 'Bearer {{token}}' },
    body: { soDinhDanh, maSoBHXH, hoTen, ngaySinh },
    status: 200,
    after: 'token',
    person,
    shows: shows(code),
  }),
);
