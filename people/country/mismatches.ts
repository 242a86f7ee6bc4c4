import type { Birth, Insurance, Person, Phone } from '../../contracts/person.ts';
import { yearOf } from './block.ts';
import { draw, pick, salt } from './draw.ts';
import { asRelative, dayOf } from './identity.ts';
import { fatherOf, isDead, spouseOf } from './kin.ts';
import { misspelt } from './misspelling.ts';
import { account } from './papers.ts';

interface Text {
  vi: string;
  en: string;
}

/** Whom a mismatch can befall, told by what no mismatch changes. */
export const groups = {
  everyone: { vi: 'người còn sống', en: 'the living', has: (index: number) => !isDead(index) },
  fourteen: {
    vi: 'người còn sống, sinh đến 2011',
    en: 'the living, born until 2011',
    has: (index: number) => !isDead(index) && yearOf(index) <= 2011,
  },
  cmnd: {
    vi: 'người còn sống, có CMND',
    en: 'the living who have an old card',
    has: (index: number, { cmnd }: Person) => !isDead(index) && cmnd !== undefined,
  },
  kin: {
    vi: 'người sinh đến 2011 có vợ, chồng hoặc cha, mẹ còn sống trong hệ thống',
    en: 'those born until 2011 with a living spouse or parent in the registers',
    has: (index: number) => !isDead(index) && yearOf(index) <= 2011 && ownerFor(index) >= 0,
  },
  workers: {
    vi: 'người còn sống, sinh 1966–2007',
    en: 'the living, born 1966–2007',
    has: (index: number) => !isDead(index) && yearOf(index) >= 1966 && yearOf(index) <= 2007,
  },
  dead: { vi: 'người đã mất', en: 'the dead', has: (index: number) => isDead(index) },
} satisfies Record<string, Text & { has: (index: number, person: Person) => boolean }>;

export interface Mismatch extends Text {
  tag: string;
  /** Of 10,000 in the group. */
  share: number;
  among: keyof typeof groups;
  apply: (person: Person, index: number) => void;
}

const ownerFor = (index: number): number => {
  const father = fatherOf(index);
  const kin = [spouseOf(index), father, father < 0 ? -1 : spouseOf(father)];
  return kin.find((each) => each >= 0 && !isDead(each)) ?? -1;
};

const sim =
  (change: (index: number) => Partial<Phone>): Mismatch['apply'] =>
  (person, index) => {
    Object.assign(person.phones[0] ?? {}, change(index));
  };

const policy =
  (change: (person: Person, index: number) => Partial<Insurance>): Mismatch['apply'] =>
  (person, index) => {
    Object.assign(person.insurance ?? {}, change(person, index));
  };

/** Of 2025, and the card began long before. */
const lapsed = (index: number, status: 'valid' | 'revoked') => ({
  from: '2021-01-01',
  to: `2025-${dayOf(index, salt.lapse)}`,
  status,
});

const reductions = ['120', '121', '122', '123', '124'] as const;

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

/** What is wrong with some citizens: at most one thing with each. Stable for ever: newcomers go to the end. */
export const mismatches: readonly Mismatch[] = [
  {
    tag: 'sim-under-cmnd',
    share: 400,
    among: 'cmnd',
    vi: 'SIM còn đăng ký bằng CMND 9 số cũ.',
    en: 'The SIM is still registered under the old 9-digit card.',
    apply: sim(() => ({ registeredUnder: 'cmnd' })),
  },
  {
    tag: 'sim-in-relatives-name',
    share: 400,
    among: 'kin',
    vi: 'SIM do người nhà đứng tên.',
    en: "The SIM is in a relative's name.",
    apply: sim((index) => ({ registeredUnder: 'other', owner: asRelative(ownerFor(index)) })),
  },
  {
    tag: 'sim-suspended',
    share: 150,
    among: 'fourteen',
    vi: 'SIM đang bị khóa.',
    en: 'The SIM is suspended.',
    apply: sim(() => ({ status: 'suspended' })),
  },
  {
    tag: 'sim-not-normalised',
    share: 150,
    among: 'fourteen',
    vi: 'SIM chưa chuẩn hóa thông tin thuê bao.',
    en: "The subscriber's data have not been normalised.",
    apply: sim(() => ({ status: 'not-normalised' })),
  },
  {
    tag: 'no-sim',
    share: 300,
    among: 'fourteen',
    vi: 'Không có số điện thoại.',
    en: 'Has no phone number.',
    apply: (person) => {
      person.phones = [];
      delete person.postAccount;
    },
  },
  {
    tag: 'insurance-name-misspelt',
    share: 250,
    among: 'everyone',
    vi: 'Họ tên bên bảo hiểm viết sai: thiếu dấu, hoặc lẫn i với y.',
    en: 'The insurance spells the name wrongly: a diacritic is missing, or i stands for y.',
    apply: policy(({ name }, index) => ({ name: misspelt(name.full, draw(index, salt.wrongSpelling, 4)) })),
  },
  {
    tag: 'insurance-birth-date-wrong',
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
    apply: policy((_, index) => lapsed(index, 'valid')),
  },
  {
    tag: 'insurance-revoked',
    share: 80,
    among: 'workers',
    vi: 'Thẻ BHYT đã bị thu hồi.',
    en: 'The insurance card was revoked.',
    apply: policy((_, index) => lapsed(index, 'revoked')),
  },
  {
    tag: 'insurance-card-replaced',
    share: 150,
    among: 'workers',
    vi: 'Thẻ BHYT cũ đã hết hạn và được thay bằng thẻ mới.',
    en: 'The old insurance card has run out and a new one took its place.',
    apply: policy(({ insurance }) => ({
      previousCard: { card: `HX499${insurance?.number}`, to: '2020-12-31' },
    })),
  },
  {
    tag: 'insurance-reduced',
    share: 100,
    among: 'workers',
    vi: 'Đã báo giảm đóng bảo hiểm.',
    en: 'Was taken off the list of those who pay.',
    apply: policy((_, index) => ({
      ...lapsed(index, 'valid'),
      status: 'reduced',
      reduction: pick(reductions, index, salt.reduction),
    })),
  },
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
  {
    tag: 'no-identity-card',
    share: 150,
    among: 'cmnd',
    vi: 'Có số CMND nhưng chưa được cấp thẻ căn cước, nên cũng chưa có VNeID.',
    en: 'Has an old card number but no identity card yet, and so no VNeID either.',
    apply: (person) => {
      delete person.identityCard;
      person.vneid = account(null, 'none');
    },
  },
  {
    tag: 'vneid-level-1',
    share: 500,
    among: 'fourteen',
    vi: 'Chỉ có VNeID mức 1.',
    en: 'Has VNeID level 1 only.',
    apply: ({ vneid }) => {
      vneid.level = 1;
    },
  },
  {
    tag: 'vneid-locked',
    share: 100,
    among: 'fourteen',
    vi: 'Tài khoản VNeID bị khóa.',
    en: 'The VNeID account is locked.',
    apply: ({ vneid }) => {
      vneid.status = 'locked';
    },
  },
  {
    tag: 'vneid-not-activated',
    share: 100,
    among: 'fourteen',
    vi: 'Tài khoản VNeID chưa kích hoạt.',
    en: 'The VNeID account is not activated.',
    apply: ({ vneid }) => {
      vneid.status = 'not-activated';
    },
  },
  {
    tag: 'vneid-none',
    share: 300,
    among: 'fourteen',
    vi: 'Không có tài khoản VNeID.',
    en: 'Has no VNeID account.',
    apply: (person) => {
      person.vneid = account(null, 'none');
    },
  },
  {
    tag: 'deceased-sim-active',
    share: 1000,
    among: 'dead',
    vi: 'Đã mất, nhưng SIM vẫn hoạt động.',
    en: 'Has died, but the SIM still works.',
    apply: sim(() => ({ status: 'active' })),
  },
];
