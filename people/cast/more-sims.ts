import { ownSim } from './_citizen.ts';
import { kin, ordinary } from './_ordinary.ts';
import { oldAccount } from './_portal-account.ts';

export const phuc = () =>
  ordinary({
    slug: 'phuc',
    number: '099089000023',
    name: 'Dương Hoàng Phúc',
    born: '1989-01-27',
    home: ['choLon', 'Khu phố 11'],
    parents: ['Dương Hoàng Lộc', 'Võ Thị Tuyết Nga'],
    also: { phones: [ownSim('0950000123', 'viettel'), ownSim('0950000223', 'mobifone')] },
    portalAccounts: [
      oldAccount({ method: 'insurance', number: 'cmnd', createdOn: '2020-03-10' }),
      oldAccount({ phone: '0950000223', createdOn: '2022-04-05' }),
    ],
    vi: 'Có hai SIM chính chủ của hai nhà mạng: số thứ hai cũng là của ông, không phải số lạ. Có hai tài khoản cổng, một theo CMND, một theo số định danh.',
    en: 'Two SIMs of his own with two carriers: the second number is his too and not a stranger’s. Two portal accounts, under the old card and under the personal number.',
    tags: ['two-sims', 'two-accounts', 'account-under-cmnd', 'account-unverified'],
  });

export const yen = () =>
  ordinary({
    slug: 'yen',
    number: '099194000024',
    name: 'Cao Thị Hải Yến',
    born: '1994-10-10',
    home: ['truongVinh', 'Khối 3'],
    parents: ['Cao Xuân Hòe', 'Hoàng Thị Lựu'],
    sim: { portedFrom: 'vinaphone' },
    vi: 'Đã chuyển mạng giữ số từ VinaPhone sang Viettel: không được suy ra nhà mạng từ đầu số.',
    en: 'Moved from VinaPhone to Viettel and kept the number: never tell the carrier by the prefix.',
    tags: ['sim-ported'],
  });

export const thinh = () =>
  ordinary({
    slug: 'thinh',
    number: '099062000025',
    name: 'Lại Đức Thịnh',
    born: '1962-08-08',
    home: ['hacThanh', 'Phố 4'],
    group: 'GD4',
    carrier: 'vinaphone',
    without: ['vneid'],
    insured: { to: '2025-03-15', status: 'revoked' },
    portalAccounts: [oldAccount({ number: 'verified' })],
    also: { deceasedOn: '2025-03-15', maritalStatus: '2', relatives: { spouse: kin('Mai Thị Nụ') } },
    vi: 'Đã mất ngày 15/03/2025 nhưng SIM vẫn hoạt động: nhà mạng nói khớp, dữ liệu dân cư nói người này đã mất, tài khoản cổng vẫn nhận được mã.',
    en: 'Died on 15 March 2025, yet his SIM still works: the carrier says it matches, the population database that he is dead, and his portal account still gets its codes.',
    tags: ['deceased', 'deceased-sim-active', 'account-verified', 'insurance-revoked'],
  });

export const lam = () =>
  ordinary({
    slug: 'lam',
    number: '099202000026',
    name: 'Tạ Ngọc Lâm',
    born: '2002-04-19',
    home: ['kinhBac', 'Khu phố 5'],
    parents: ['Tạ Ngọc Sơn', 'Nguyễn Thị Thêu'],
    group: 'SV4',
    carrier: 'wintel',
    sim: { registeredUnder: 'other', owner: kin('Vương Đình Khoa') },
    vi: 'Dùng SIM mua lại, chủ thuê bao là một người không quen biết: số điện thoại không chứng minh được người dùng là ai.',
    en: 'Uses a SIM bought second-hand in a stranger’s name: the number does not prove who he is.',
    tags: ['sim-other-owner', 'sim-stranger-owner'],
  });
