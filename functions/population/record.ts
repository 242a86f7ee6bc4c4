import type { Address, Birth, Name, Person, Relative } from '../../contracts/person.ts';
import type { Tree } from '../_soap/write.ts';

/** How a workspace wants its records, and the day by which they are written. */
export interface RecordStyle {
  wholeNameInTen: boolean;
  /** `YYYY-MM-DD`: decides between three administrative levels and two. */
  today: string;
}

/** Districts ended with this day. */
const TWO_LEVELS = '2025-07-01';

const genders = { male: '1', female: '2' } as const;

/** CH01 is the head of the household; the other codes are HopCat's own. */
const relations = {
  self: 'CH01',
  spouse: 'CH02',
  child: 'CH03',
  parent: 'CH04',
  grandchild: 'CH05',
  sibling: 'CH06',
  other: 'CH99',
} as const;

const nameOf = ({ family, middle, given, full }: Name, { wholeNameInTen }: RecordStyle): Tree =>
  wholeNameInTen ? { Ho: '', ChuDem: '', Ten: full } : { Ho: family, ChuDem: middle, Ten: given };

const birthOf = (birth: Birth): Tree =>
  'date' in birth
    ? { Nam: birth.date.slice(0, 4), NgayThangNam: birth.date.replaceAll('-', '') }
    : { Nam: String(birth.year), NgayThangNam: '' };

function codesOf(address: Address, { today }: RecordStyle): Tree {
  const { province, district, ward } = today < TWO_LEVELS ? { ...address, ...address.beforeMerger } : address;
  return {
    MaTinhThanh: province?.code ?? '',
    MaQuanHuyen: today < TWO_LEVELS ? (district?.code ?? '') : '',
    MaPhuongXa: ward?.code ?? '',
  };
}

const nowhere: Address = { country: '', detail: '' };
const nobody: Name = { family: '', middle: '', given: '', full: '' };

function addressOf(address: Address = nowhere, style: RecordStyle): Tree {
  return { ...codesOf(address, style), ChiTiet: address.detail, QuocGia: address.country };
}

/** `parts`: the name in three parts, as the relatives check has it; the look-up has it whole. */
const relativeOf = (relative: Relative | undefined, style: RecordStyle, parts: boolean): Tree => ({
  HoVaTen: parts ? nameOf(relative?.name ?? nobody, style) : (relative?.name.full ?? ''),
  QuocTich: relative ? (relative.nationality ?? 'VN') : '',
  SoDinhDanh: relative?.personalNumber ?? '',
  SoCMND: relative?.cmnd ?? '',
});

function headOf({ relatives: { householdHead: head } }: Person, style: RecordStyle, parts: boolean): Tree {
  const { QuocTich: _, HoVaTen, ...numbers } = relativeOf(head, style, parts);
  return { QuanHe: head ? relations[head.relation] : '', ...numbers, HoVaTen };
}

const familyOf = (person: Person, style: RecordStyle, parts: boolean): Tree => ({
  Cha: relativeOf(person.relatives.father, style, parts),
  Me: relativeOf(person.relatives.mother, style, parts),
  VoChong: relativeOf(person.relatives.spouse, style, parts),
  NguoiDaiDien: relativeOf(person.relatives.legalRepresentative, style, parts),
  ChuHo: headOf(person, style, parts),
  SoSoHoKhau: person.household ?? '',
});

const identityOf = (person: Person, style: RecordStyle): Tree => ({
  SoDinhDanh: person.personalNumber,
  SoCMND: person.cmnd ?? '',
  HoVaTen: nameOf(person.name, style),
  GioiTinh: genders[person.gender],
});

/** The whole record, as 037 answers it. */
export const fullRecord = (person: Person, style: RecordStyle): Tree => ({
  ...identityOf(person, style),
  DanToc: person.ethnicity,
  TonGiao: person.religion,
  NhomMau: person.bloodType,
  TinhTrangHonNhan: person.maritalStatus,
  NgayThangNamSinh: birthOf(person.birth),
  NoiDangKyKhaiSinh: addressOf(person.birthRegistration, style),
  QueQuan: addressOf(person.origin, style),
  ThuongTru: addressOf(person.permanent, style),
  NoiOHienTai: addressOf(person.current, style),
  QuocTich: person.nationality,
  ...familyOf(person, style, false),
});

/** Who the person is and whose relative, as the relatives check answers it. */
export const familyRecord = (person: Person, style: RecordStyle): Tree => ({
  ...identityOf(person, style),
  NgayThangNamSinh: birthOf(person.birth),
  QuocTich: person.nationality,
  ...familyOf(person, style, true),
});

/** The same elements with nothing in them. */
export const emptied = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [name, typeof value === 'object' ? emptied(value) : '']),
  );
