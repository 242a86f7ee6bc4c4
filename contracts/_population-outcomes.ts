import type { Example, Text } from './_contract.ts';
import { soapExample, soapMessage } from './_population-examples.ts';

const asked = { MaYeuCau: '{{$guid}}', MaCanBo: 'demo-portal' };
const service = { MaDVC: '2.000001', MaTichHop: '037' };

/** By which paper somebody is asked for. */
type Paper = { SoDinhDanh: string } | { SoCMND: string };

type Row = readonly [person: string, paper: Paper, HoVaTen: string, year: number, shows: string, title: Text];

const lookups: readonly Row[] = [
  [
    'hung',
    { SoDinhDanh: '099058000003' },
    'NGUYENVANHUNG',
    1958,
    'GhiChu="Công dân đã chết ngày 18/02/2024"',
    { vi: 'Người đã mất', en: 'A deceased person' },
  ],
  [
    'kiet',
    { SoDinhDanh: '099093000014' },
    'THACHMINHKIET',
    1994,
    '<SoDinhDanh>099094000014</SoDinhDanh>',
    { vi: 'Hỏi bằng số định danh cũ đã thu hồi', en: 'Asked by a number that was taken back' },
  ],
  [
    'nghia',
    { SoCMND: '990000063' },
    'VOHUUNGHIA',
    1971,
    '<SoDinhDanh>099071000063</SoDinhDanh>',
    { vi: 'Từ CMND 9 số ra số định danh', en: 'From the old card to the personal number' },
  ],
  [
    'thu',
    { SoCMND: '990000044' },
    'LUONGTHITHU',
    1968,
    '<SoCMND>990000044</SoCMND>',
    { vi: 'Có CMND, chưa có căn cước', en: 'An old card on file and no new one' },
  ],
  [
    'un',
    { SoDinhDanh: '099145000052' },
    'VITHIUN',
    1945,
    '<Nam>1945</Nam><NgayThangNam/>',
    { vi: 'Chỉ có năm sinh', en: 'Only a year of birth' },
  ],
  [
    'phung',
    { SoDinhDanh: '099179000008' },
    'QUACHPHUNG',
    1979,
    '<ChuDem/>',
    { vi: 'Không có chữ đệm', en: 'No middle name' },
  ],
  [
    'sen',
    { SoDinhDanh: '099151000055' },
    'SEN',
    1951,
    '<Ho/>',
    { vi: 'Tên chỉ một chữ, không có họ', en: 'A single name, no family name' },
  ],
  [
    'h-nhi',
    { SoDinhDanh: '099193000054' },
    'HNHINIE',
    1993,
    '<SoDinhDanh>099193000054</SoDinhDanh>',
    { vi: 'Tên có dấu nháy', en: 'A name with an apostrophe' },
  ],
  [
    'minjun',
    { SoDinhDanh: '099083000012' },
    'KIMMINJUN',
    1983,
    '<QuocTich>KR</QuocTich>',
    { vi: 'Người nước ngoài', en: 'A foreigner' },
  ],
  [
    'hoai',
    { SoDinhDanh: '099179000045' },
    'PHAMTHIHOAI',
    1979,
    '<MaTinhThanh>37</MaTinhThanh>',
    {
      vi: 'Tỉnh đã sáp nhập: mã tỉnh đổi từ 01/07/2025',
      en: 'The province merged: its code changed on 1 July 2025',
    },
  ],
  [
    'nhat-minh',
    { SoDinhDanh: '099096000046' },
    'TRANVANTEO',
    1996,
    'SoCongDan="0"',
    { vi: 'Hỏi bằng tên cũ: không khớp', en: 'Asked by a former name: no match' },
  ],
  [
    'huong-2',
    { SoDinhDanh: '099187000011' },
    'NGUYENTHIHUONG',
    1987,
    '<SoDinhDanh>099187000011</SoDinhDanh>',
    { vi: 'Trùng họ tên và ngày sinh với người khác', en: 'Same name and birth date as somebody else' },
  ],
];

const LOOKUP = 'TraCuuThongTinCongDan';
const VERIFY = 'XacThucThongTinCongDan';
const RELATIVES = 'XacMinhThongTinNhanThan';

/** Who of the cast makes a look-up (037) show what. */
export const lookupOutcomes: readonly Example[] = lookups.map(
  ([person, paper, HoVaTen, year, shows, title]) => ({
    ...soapExample(LOOKUP),
    title,
    body: soapMessage('http://dancuquocgia.bca', LOOKUP, {
      ...asked,
      ...paper,
      HoVaTen,
      ...service,
      NgayThangNamSinh: `<d:Nam>${year}</d:Nam>`,
    }),
    person,
    shows,
  }),
);

const verifies = (
  title: Text,
  person: string,
  SoDinhDanh: string,
  HoVaTen: string,
  shows: string,
): Example => ({
  ...soapExample(VERIFY),
  title,
  body: soapMessage('http://dancuquocgia.bca', VERIFY, { ...asked, SoDinhDanh, HoVaTen, MaDichVu: '033' }),
  person,
  shows,
});

/** Who of the cast makes a verification (033) say yes or no. */
export const verifyOutcomes: readonly Example[] = [
  verifies(
    { vi: 'Số và tên là của một người', en: 'Number and name belong together' },
    'mai',
    '099192000002',
    'TRANTHIMAI',
    '<TonTai>true</TonTai>',
  ),
  verifies(
    { vi: 'Số của một người, tên của người khác', en: "One person's number, another's name" },
    'mai',
    '099192000002',
    'NGUYENVANAN',
    '<TonTai>false</TonTai>',
  ),
];

const related = (
  title: Text,
  person: string,
  SoDinhDanh: string,
  HoVaTen: string,
  year: number,
  shows: string,
): Example => ({
  ...soapExample(RELATIVES),
  title,
  body: soapMessage('http://gtel.vn/qldc', RELATIVES, {
    ...asked,
    SoDinhDanh,
    HoVaTen,
    ...service,
    NgayThangNamSinh: `<d:Nam>${year}</d:Nam>`,
  }),
  person,
  shows,
});

/** Whose relatives show what. */
export const relativesOutcomes: readonly Example[] = [
  related(
    { vi: 'Trẻ em: cha, mẹ và người đại diện', en: 'A child: father, mother and representative' },
    'bao',
    '099216000004',
    'NGUYENGIABAO',
    2016,
    '<SoDinhDanh>099090000001</SoDinhDanh>',
  ),
  related(
    {
      vi: 'Con nuôi sống cùng bà: chủ hộ là bà',
      en: 'An adopted child whose household head is the grandmother',
    },
    'gia-huy',
    '099215000051',
    'TRANGIAHUY',
    2015,
    '<SoDinhDanh>099155000050</SoDinhDanh>',
  ),
];
