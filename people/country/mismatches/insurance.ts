import type { Birth, Insurance, Person } from '../../../contracts/person.ts';
import { draw, salt } from '../draw.ts';
import { dayOf } from '../identity.ts';
import { misspelt } from '../misspelling.ts';
import type { Mismatch } from './groups.ts';

const policy =
  (change: (person: Person, index: number) => Partial<Insurance>): Mismatch['apply'] =>
  (person, index) => {
    Object.assign(person.insurance ?? {}, change(person, index));
  };

/** Of 2025, and the card began long before. */
const lapsed = (index: number) => ({
  from: '2021-01-01',
  to: `2025-${dayOf(index, salt.lapse)}`,
});

/** Day and month the wrong way round where that makes another date, else a year too many. */
const wrongBirth = (birth: Birth): Birth => {
  if ('year' in birth) return { year: birth.year + 1 };
  const [year = '', month = '', day = ''] = birth.date.split('-');
  return Number(day) <= 12 && day !== month
    ? { date: `${year}-${day}-${month}` }
    : { date: `${Number(year) + 1}-${month}-${day}` };
};

const force = (status: 'defence' | 'public-security', group: string): Mismatch['apply'] =>
  policy(({ insurance }) => ({ status, card: `${group}99${insurance?.number}` }));

const reductions = (
  [
    ['120', 'không rõ lý do', 'no reason told'],
    ['121', 'chuyển ngoại tỉnh', 'moved to another province'],
    ['122', 'chuyển nội tỉnh', 'moved within the province'],
    ['123', 'tăng lại cùng đơn vị', 'put back by the same payer'],
    ['124', 'ngừng tham gia', 'stopped taking part'],
  ] as const
).map(
  ([reduction, vi, en]): Mismatch => ({
    tag: `insurance-reduced-${reduction}`,
    share: 20,
    among: 'workers',
    vi: `Đã báo giảm đóng bảo hiểm: ${vi}.`,
    en: `Was taken off the list of payers: ${en}.`,
    apply: policy((_, index) => ({ ...lapsed(index), status: 'reduced', reduction })),
  }),
);

export const insuranceMismatches: readonly Mismatch[] = [
  {
    tag: 'insurance-name-spelling',
    share: 250,
    among: 'everyone',
    vi: 'Họ tên bên bảo hiểm viết sai: thiếu dấu, hoặc lẫn i với y.',
    en: 'The insurance spells the name wrongly: a diacritic is missing, or i stands for y.',
    apply: policy(({ name }, index) => ({ name: misspelt(name.full, draw(index, salt.wrongSpelling, 4)) })),
  },
  {
    tag: 'insurance-birth-differs',
    share: 200,
    among: 'everyone',
    vi: 'Ngày sinh bên bảo hiểm sai.',
    en: 'The insurance has a wrong birth date.',
    apply: policy(({ birth }) => ({ birth: wrongBirth(birth) })),
  },
  {
    tag: 'insurance-expired',
    share: 300,
    among: 'workers',
    vi: 'Thẻ BHYT đã hết hạn.',
    en: 'The insurance card has expired.',
    apply: policy((_, index) => lapsed(index)),
  },
  {
    tag: 'insurance-revoked',
    share: 80,
    among: 'workers',
    vi: 'Thẻ BHYT đã bị thu hồi.',
    en: 'The insurance card was revoked.',
    apply: policy((_, index) => ({ ...lapsed(index), status: 'revoked' })),
  },
  {
    tag: 'insurance-old-card-expired',
    share: 150,
    among: 'workers',
    vi: 'Thẻ BHYT cũ đã hết hạn và được thay bằng thẻ mới.',
    en: 'The old insurance card has run out and a new one took its place.',
    apply: policy(({ insurance }) => ({
      previousCard: { card: `HX499${insurance?.number}`, to: '2020-12-31' },
    })),
  },
  ...reductions,
  {
    tag: 'insurance-defence',
    share: 60,
    among: 'workers',
    vi: 'Thẻ BHYT do Bộ Quốc phòng quản lý.',
    en: 'The insurance card is managed by the Ministry of National Defence.',
    apply: force('defence', 'QN5'),
  },
  {
    tag: 'insurance-public-security',
    share: 60,
    among: 'workers',
    vi: 'Thẻ BHYT do Bộ Công an quản lý.',
    en: 'The insurance card is managed by the Ministry of Public Security.',
    apply: force('public-security', 'CA5'),
  },
  {
    tag: 'no-insurance',
    share: 500,
    among: 'everyone',
    vi: 'Không có bảo hiểm.',
    en: 'Has no insurance.',
    apply: (person) => {
      delete person.insurance;
    },
  },
];
