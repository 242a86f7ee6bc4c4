import type { Person } from '../../contracts/person.ts';
import type { Directory } from '../../people/directory.ts';
import { csvLine } from '../_cleaning/csv.ts';
import { BOM, birthOf } from '../_cleaning/result.ts';

const header = [
  'Mã tài khoản',
  'Số định danh',
  'Họ và tên',
  'Ngày sinh',
  'Số điện thoại',
  'Thư điện tử',
  'Đơn vị',
  'Đã liên kết',
];

type Change = Partial<Record<'number' | 'name' | 'birth' | 'linked', string>>;

/** Whose account it is, and what is wrong with it. */
const rows: readonly (readonly [slug: string, change: (person: Person) => Change])[] = [
  ['an', () => ({})],
  ['an', () => ({ linked: 'x' })],
  ['nguyet', () => ({})],
  ['huong-2', () => ({ linked: 'x' })],
  ['sau', () => ({ number: '' })],
  ['huong', () => ({ number: '9,90187E+10' })],
  ['huong', () => ({ number: '09918700O010' })],
  ['nghia', ({ cmnd }) => ({ number: cmnd ?? '' })],
  ['binh', ({ personalNumber }) => ({ number: personalNumber.slice(1) })],
  ['phung', () => ({ number: '097179000008' })],
  ['phung', () => ({ number: '099050999008' })],
  ['phung', () => ({ number: '099179999008' })],
  ['kiet', ({ formerNumbers }) => ({ number: formerNumbers[0] ?? '' })],
  ['khanh-linh', () => ({ name: 'Tr?n Nguy?n Kh?nh Linh' })],
  ['lien', () => ({ name: '' })],
  ['ngan', () => ({ name: 'Phạm Bích Ngần' })],
  ['cuong', () => ({ birth: 'năm Mậu Thìn' })],
  ['dung', () => ({ birth: '26/02/2011' })],
];

const line = (at: number, person: Person, change: Change): string[] => [
  `TK-${String(at + 1).padStart(3, '0')}`,
  change.number ?? person.personalNumber,
  change.name ?? person.name.full,
  change.birth ?? birthOf(person),
  person.phones[0]?.number ?? '',
  `${person.slug}@example.vn`,
  at % 3 === 0 ? 'Phường Hải Châu' : 'Xã Tân Thành',
  change.linked ?? '',
];

/** A file with an account for each finding, made of the cast. */
export function sampleOf({ people, findBySlug }: Directory): string {
  const dead = people.find(({ deceasedOn }) => deceasedOn !== undefined);
  const all = [...rows, ...(dead ? [[dead.slug, () => ({})] as const] : [])];
  const lines = all.flatMap(([slug, change], at) => {
    const person = findBySlug(slug);
    return person ? [line(at, person, change(person))] : [];
  });
  return BOM + [header, ...lines].map((cells) => csvLine(cells, ',')).join('');
}
