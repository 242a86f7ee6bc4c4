import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { Identity } from './applicant.ts';

type Claims = Readonly<Record<string, unknown>>;

/** A claim as text; absent, null and empty are the same to a portal. */
const text = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** `yyyyMMdd`, as the exchange writes it, or `dd/MM/yyyy`, as VNeID does; a year alone stays one. */
const day = (birth: string | undefined): string | undefined =>
  birth?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3').replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');

const kinds = new Map<string, AccountKind>([
  ['1', 'citizen'],
  ['2', 'enterprise'],
  ['3', 'agency'],
]);

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };

/** As VNeID's userinfo has it. It vouches for number, name and birth. */
export const fromVneid = (claims: Claims): Identity => ({
  provider: 'vneid',
  kind: 'citizen',
  sub: text(claims, 'sub') ?? '',
  name: text(claims, 'fullName') ?? '',
  byVneid: true,
  ...given({
    number: text(claims, 'citizenPid'),
    birth: day(text(claims, 'birthDate')),
    phone: text(claims, 'phone_number'),
    email: text(claims, 'email'),
  }),
});

/** As the exchange's userinfo has it. */
export const fromExchange = (claims: Claims, byVneid: boolean): Identity => ({
  provider: 'exchange',
  kind: kinds.get(text(claims, 'LoaiTaiKhoan') ?? '1') ?? 'citizen',
  sub: text(claims, 'sub') ?? '',
  name: text(claims, 'HoVaTen') ?? text(claims, 'TenDoanhNghiep') ?? '',
  byVneid,
  ...given({
    techId: text(claims, 'TechID'),
    number: text(claims, 'SoDinhDanh'),
    cmnd: text(claims, 'SoCMND'),
    taxCode: text(claims, 'MaSoThue') ?? text(claims, 'MaSoDoanhNghiep'),
    birth: day(text(claims, 'NgayThangNamSinh')),
    phone: text(claims, 'SoDienThoai'),
    email: text(claims, 'ThuDienTu'),
  }),
});
