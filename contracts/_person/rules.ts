import type { Person } from './fields.ts';
import { genderAndYear } from './number.ts';
import { portalRules } from './portal-rules.ts';
import { both } from './primitives.ts';

interface Rule {
  path: string[];
  message: string;
  holds: (person: Person) => boolean;
}

const vietnamese = (p: Person) => p.nationality === 'VN';
const distinct = (values: string[]) => new Set(values).size === values.length;

const addressRule = (path: 'birthRegistration' | 'origin' | 'permanent' | 'current'): Rule => ({
  path: [path],
  message: both('Địa chỉ ở Việt Nam cần province và ward', 'An address in Việt Nam needs province and ward'),
  holds: ({ [path]: address }) => address?.country !== 'VN' || Boolean(address.province && address.ward),
});

const insuranceRules: readonly Rule[] = [
  {
    path: ['insurance', 'card'],
    message: both('Thẻ BHYT phải kết thúc bằng mã số BHXH', 'The card must end with the insurance number'),
    holds: ({ insurance }) => !insurance?.card || insurance.card.endsWith(insurance.number),
  },
  {
    path: ['insurance', 'previousCard'],
    message: both(
      'Thẻ cũ của cùng mã số BHXH, và đã có thẻ mới khác nó',
      'An old card is of the same number, and another card took its place',
    ),
    holds: ({ insurance }) => {
      const old = insurance?.previousCard?.card;
      return !old || (Boolean(insurance.card) && old !== insurance.card && old.endsWith(insurance.number));
    },
  },
  {
    path: ['insurance', 'reduction'],
    message: both('Có reduction khi và chỉ khi status là "reduced"', 'reduction goes with status "reduced"'),
    holds: ({ insurance }) => (insurance?.status === 'reduced') === Boolean(insurance?.reduction),
  },
];

/** What must agree inside one person. Only what is certain: all else may be wrong on purpose. */
export const rules: readonly Rule[] = [
  {
    path: ['personalNumber'],
    message: both(
      'Chữ số thứ 4 đến thứ 6 phải khớp giới tính, thế kỷ và năm sinh',
      'Digits 4 to 6 must agree with gender, century and year of birth',
    ),
    holds: (p) => !vietnamese(p) || p.personalNumber.slice(3, 6) === genderAndYear(p.gender, p.birth),
  },
  {
    path: ['formerNumbers'],
    message: both(
      'Số cũ phải khác nhau và khác số hiện nay',
      'Former numbers must differ, also from the present',
    ),
    holds: (p) => distinct([p.personalNumber, ...p.formerNumbers]),
  },
  {
    path: ['name', 'full'],
    message: both('Họ tên đầy đủ phải là họ, chữ đệm, tên', 'The full name must be family, middle, given'),
    holds: ({ name, ...p }) =>
      p.nationality !== 'VN' ||
      name.full === [name.family, name.middle, name.given].filter(Boolean).join(' '),
  },
  {
    path: ['deceasedOn'],
    message: both('Ngày mất không thể trước ngày sinh', 'Nobody dies before birth'),
    holds: ({ deceasedOn, birth }) =>
      !deceasedOn || ('date' in birth ? birth.date : `${birth.year}`) <= deceasedOn,
  },
  {
    path: ['vneid'],
    message: both(
      'level là null khi và chỉ khi status là "none"',
      'level is null if and only if status is "none"',
    ),
    holds: ({ vneid }) => (vneid.status === 'none') === (vneid.level === null),
  },
  {
    path: ['phones'],
    message: both(
      'Có owner khi và chỉ khi registeredUnder là "other"',
      'owner goes with registeredUnder "other"',
    ),
    holds: (p) => p.phones.every((sim) => (sim.registeredUnder === 'other') === Boolean(sim.owner)),
  },
  {
    path: ['phones'],
    message: both('Thuê bao đăng ký bằng CMND cần có cmnd', 'A SIM registered under a cmnd needs the cmnd'),
    holds: (p) => Boolean(p.cmnd) || p.phones.every((sim) => sim.registeredUnder !== 'cmnd'),
  },
  {
    path: ['phones'],
    message: both('Một số điện thoại chỉ ghi một lần', 'A phone number is listed once'),
    holds: (p) => distinct(p.phones.map((sim) => sim.number)),
  },
  {
    path: ['phones'],
    message: both('Số chuyển mạng thì nhà mạng cũ khác nhà mạng mới', 'portedFrom is another carrier'),
    holds: (p) => p.phones.every((sim) => sim.portedFrom !== sim.carrier),
  },
  {
    path: ['formerNames'],
    message: both('Tên cũ phải khác tên hiện nay', 'A former name differs from the present one'),
    holds: (p) => distinct([p.name, ...(p.formerNames ?? [])].map(({ full }) => full)),
  },
  ...insuranceRules,
  ...portalRules,
  ...(['birthRegistration', 'origin', 'permanent', 'current'] as const).map(addressRule),
];
