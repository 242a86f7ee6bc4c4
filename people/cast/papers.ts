import { account, card, citizen, type Identity, insured, livingAt, named, ownSim } from './_citizen.ts';
import { at } from './_places.ts';
import { oldAccount } from './_portal-account.ts';

const minjunIs: Identity = {
  slug: 'minjun',
  personalNumber: '099083000012',
  name: named('KIM', '', 'MINJUN'),
  gender: 'male',
  birth: { date: '1983-03-21' },
};

export const minjun = () =>
  citizen({
    ...minjunIs,
    nationality: 'KR',
    ethnicity: '00',
    maritalStatus: '1',
    passport: { number: 'M00000012', country: 'KR' },
    residenceCard: {
      kind: 'permanent',
      number: 'TT0990012',
      issuedOn: '2025-01-15',
      expiresOn: '2035-01-15',
      issuedBy: 'Cục Quản lý xuất nhập cảnh',
    },
    origin: { country: 'KR', detail: 'Seoul' },
    permanent: at('kinhBac', 'Khu phố 1'),
    current: at('kinhBac', 'Khu phố 1'),
    phones: [ownSim('0950000112', 'viettel')],
    insurance: insured(minjunIs, '9900000012', 'DN4'),
    vneid: account(2, 'active', 'minjun@example.com'),
    reason: {
      vi: 'Người nước ngoài (Hàn Quốc) có thẻ thường trú: không có CMND, quê quán ở nước ngoài, tên không dấu.',
      en: 'A foreigner (Korean) with a permanent residence card: no old card, origin abroad, an unaccented name.',
    },
    tags: ['foreigner', 'residence-card', 'passport', 'level-2', 'active'],
  });

const sauIs: Identity = {
  slug: 'sau',
  personalNumber: '099138000013',
  name: named('Trần', 'Thị', 'Sáu'),
  gender: 'female',
  birth: { year: 1938 },
};

export const sau = () =>
  citizen({
    ...sauIs,
    cmnd: '990000013',
    maritalStatus: '3',
    identityCard: card(sauIs.birth, '2021-07-08'),
    ...livingAt('caoLanh', 'Khóm 2'),
    phones: [ownSim('0950000113', 'vinaphone')],
    insurance: insured(sauIs, '9900000013', 'GD4'),
    vneid: account(2),
    portalAccounts: [oldAccount({ method: 'officer', createdOn: '2022-10-03' })],
    reason: {
      vi: 'Chỉ có năm sinh (1938), không có ngày và tháng: không được tự điền 01/01. Tài khoản cổng do cán bộ một cửa lập hộ.',
      en: 'Only a year of birth (1938), no day or month: do not make it 1 January. An officer made her portal account.',
    },
    tags: ['birth-year-only', 'elderly', 'account-by-officer', 'account-unverified', 'level-2', 'active'],
  });

const kietIs: Identity = {
  slug: 'kiet',
  personalNumber: '099094000014',
  name: named('Thạch', 'Minh', 'Kiệt'),
  gender: 'male',
  birth: { date: '1994-04-13' },
};

export const kiet = () =>
  citizen({
    ...kietIs,
    formerNumbers: ['099093000014'],
    cmnd: '990000014',
    ethnicity: '05',
    religion: '01',
    maritalStatus: '1',
    identityCard: card(kietIs.birth, '2024-10-21'),
    ...livingAt('longDuc', 'Khóm 5'),
    relatives: {
      father: { name: named('Thạch', '', 'Sang') },
      mother: { name: named('Kim', 'Thị', 'Sa Rinh') },
    },
    phones: [ownSim('0950000114', 'itel')],
    insurance: insured(kietIs, '9900000014', 'HN3'),
    vneid: account(2, 'active', 'kiet@example.vn'),
    portalAccounts: [oldAccount({ number: 'verified', otherNumber: '099093000014' })],
    reason: {
      vi: 'Số định danh được cấp lại sau khi cải chính năm sinh (1993 thành 1994): số cũ, cũng là số trong tài khoản cổng, vẫn phải dẫn đến cùng một người.',
      en: 'Number re-issued after the birth year was corrected (1993 to 1994): the old one, which his portal account still has, means the same person.',
    },
    tags: [
      'reissued-number',
      'former-number',
      'account-under-former-number',
      'account-verified',
      'province-merged',
      'level-2',
      'active',
      'ethnic-minority',
    ],
  });
