import type { Text } from '../../contracts/_contract.ts';
import type { Row } from '../_kit/page/data.ts';
import type { Claims } from './pages/claims.ts';
import type { Provider } from './portal.ts';

type Shown = readonly [wire: string, label: Text, from: 'idToken' | 'userinfo'];

const NAME: Text = { vi: 'Họ và tên', en: 'Full name' };
const NUMBER: Text = { vi: 'Số định danh cá nhân', en: 'Personal number' };
const BIRTH: Text = { vi: 'Ngày sinh', en: 'Date of birth' };
const both: readonly Shown[] = [
  ['acr', { vi: 'Mức độ bảo đảm', en: 'Assurance level' }, 'idToken'],
  ['sub', { vi: 'Mã người dùng ở cổng này', en: 'Who this is to the portal' }, 'idToken'],
];

/** What a portal would show of a person, where each thing came from, and its name there. */
const shown: Readonly<Record<Provider, readonly Shown[]>> = {
  vneid: [
    ['fullName', NAME, 'userinfo'],
    ['citizenPid', NUMBER, 'userinfo'],
    ['birthDate', BIRTH, 'userinfo'],
    ...both,
  ],
  exchange: [
    ['HoVaTen', NAME, 'userinfo'],
    ['TenDoanhNghiep', { vi: 'Tên tổ chức', en: 'Organisation' }, 'userinfo'],
    ['SoDinhDanh', NUMBER, 'userinfo'],
    ['SoCMND', { vi: 'Số CMND', en: 'Old card' }, 'userinfo'],
    ['MaSoThue', { vi: 'Mã số thuế', en: 'Tax code' }, 'userinfo'],
    ['NgayThangNamSinh', BIRTH, 'userinfo'],
    ['TechID', { vi: 'Khóa liên kết', en: 'Linking key' }, 'userinfo'],
    ['loAs', { vi: 'Mức của Cổng DVCQG', en: "The exchange's level" }, 'userinfo'],
    ...both,
  ],
};

/** `19900515` and `1990-05-15` as people write them. */
const shownDate = (value: string): string => value.replace(/^(\d{4})(-?)(\d{2})\2(\d{2})$/, '$4/$3/$1');

export function whoRows(provider: Provider, from: Record<'idToken' | 'userinfo', Claims>): Row[] {
  return shown[provider].flatMap(([wire, label, source]) => {
    const value = from[source][wire];
    if (value === undefined || value === null || value === '') return [];
    return [
      {
        label,
        wire,
        value: label === BIRTH ? shownDate(String(value)) : String(value),
        testid: `who-${wire}`,
      },
    ];
  });
}

export const nameIn = ({ fullName, HoVaTen, TenDoanhNghiep }: Claims): unknown =>
  fullName || HoVaTen || TenDoanhNghiep;
