import {
  account,
  card,
  citizen,
  type Identity,
  insured,
  livingAt,
  named,
  ownSim,
  relativeOf,
} from './_citizen.ts';
import { at } from './_places.ts';
import { oldAccount } from './_portal-account.ts';

const anIs: Identity = {
  slug: 'an',
  personalNumber: '099090000001',
  name: named('Nguyễn', 'Văn', 'An'),
  gender: 'male',
  birth: { date: '1990-05-15' },
};

const maiIs: Identity = {
  slug: 'mai',
  personalNumber: '099192000002',
  name: named('Trần', 'Thị', 'Mai'),
  gender: 'female',
  birth: { date: '1992-11-20' },
};

const hungIs: Identity = {
  slug: 'hung',
  personalNumber: '099058000003',
  name: named('Nguyễn', 'Văn', 'Hùng'),
  gender: 'male',
  birth: { date: '1958-04-10' },
};

const baoIs: Identity = {
  slug: 'bao',
  personalNumber: '099216000004',
  name: named('Nguyễn', 'Gia', 'Bảo'),
  gender: 'male',
  birth: { date: '2016-09-02' },
};

const anMother = { name: named('Phạm', 'Thị', 'Lan') };
const home = at('cauGiay', 'Tổ dân phố số 5');
const household = 'HK0990001';

export const an = () =>
  citizen({
    ...anIs,
    cmnd: '990000001',
    bloodType: '04',
    maritalStatus: '2',
    identityCard: card(anIs.birth, '2021-06-10'),
    ...livingAt('cauGiay', 'Tổ dân phố số 5'),
    relatives: {
      father: relativeOf(hungIs),
      mother: anMother,
      spouse: relativeOf(maiIs),
      householdHead: { ...relativeOf(anIs), relation: 'self' },
    },
    household,
    phones: [{ ...ownSim('0950000101', 'viettel'), subscription: 'postpaid' }],
    insurance: insured(anIs, '9900000001', 'DN4'),
    postAccount: { customerCode: 'KH0990001', phone: '0950000101', status: 'active' },
    vneid: account(2, 'active', 'an@example.vn'),
    portalAccounts: [oldAccount({ email: 'an@example.vn' })],
    reason: {
      vi: 'Mọi thứ đều đúng: VNeID mức 2 đang hoạt động, mọi cơ sở dữ liệu khớp nhau; còn một tài khoản cũ ở Cổng DVCQG. Người mặc định.',
      en: 'Everything is right: VNeID level 2, active, all registers agree; an old account of the national portal is left. The default person.',
    },
    tags: ['default', 'all-right', 'account-unverified', 'level-2', 'active', 'family'],
  });

export const mai = () =>
  citizen({
    ...maiIs,
    cmnd: '990000002',
    bloodType: '01',
    maritalStatus: '2',
    identityCard: card(maiIs.birth, '2021-08-05'),
    birthRegistration: at('haiHau', 'Xóm 4'),
    origin: at('haiHau', 'Xóm 4'),
    permanent: home,
    current: home,
    relatives: {
      father: { name: named('Trần', 'Văn', 'Đạo') },
      mother: { name: named('Vũ', 'Thị', 'Nhàn') },
      spouse: relativeOf(anIs),
      householdHead: { ...relativeOf(anIs), relation: 'spouse' },
    },
    household,
    phones: [ownSim('0950000102', 'vinaphone')],
    insurance: insured(maiIs, '9900000002', 'DN4'),
    postAccount: { customerCode: 'KH0990002', phone: '0950000102', status: 'active' },
    vneid: account(2, 'active', 'mai@example.vn'),
    reason: {
      vi: 'Một phụ nữ có mọi thứ đều đúng: người thứ hai khi cần hai người, vợ của An và mẹ của Bảo.',
      en: "A woman with everything right: the second person when two are needed, An's wife and Bảo's mother.",
    },
    tags: ['all-right', 'level-2', 'active', 'family'],
  });

export const hung = () =>
  citizen({
    ...hungIs,
    cmnd: '990000003',
    maritalStatus: '2',
    deceasedOn: '2024-02-18',
    identityCard: card(hungIs.birth, '2021-06-10'),
    ...livingAt('cauGiay', 'Tổ dân phố số 5'),
    relatives: { spouse: anMother, householdHead: { ...relativeOf(anIs), relation: 'parent' } },
    household,
    phones: [{ ...ownSim('0950000103', 'viettel'), status: 'cancelled' }],
    insurance: insured(hungIs, '9900000003', 'HT3', { to: '2024-02-18', status: 'revoked' }),
    vneid: account(2, 'locked'),
    portalAccounts: [oldAccount({ number: 'verified' })],
    reason: {
      vi: 'Đã mất ngày 18/02/2024: tài khoản bị khóa, mọi giao dịch phải bị từ chối, cả bằng tài khoản cổng cũ. Cha của An.',
      en: "Died on 18 February 2024: the account is locked and every transaction must be refused, by the old portal account too. An's father.",
    },
    tags: [
      'deceased',
      'locked',
      'account-verified',
      'sim-cancelled',
      'insurance-revoked',
      'level-2',
      'family',
    ],
  });

export const bao = () =>
  citizen({
    ...baoIs,
    maritalStatus: '1',
    identityCard: card(baoIs.birth, '2024-09-10'),
    ...livingAt('cauGiay', 'Tổ dân phố số 5'),
    relatives: {
      father: relativeOf(anIs),
      mother: relativeOf(maiIs),
      legalRepresentative: relativeOf(maiIs),
      householdHead: { ...relativeOf(anIs), relation: 'child' },
    },
    household,
    phones: [{ ...ownSim('0950000104', 'vinaphone'), registeredUnder: 'other', owner: relativeOf(maiIs) }],
    insurance: insured(baoIs, '9900000004', 'HS4'),
    vneid: account(1),
    portalAccounts: [oldAccount({ method: 'insurance', createdOn: '2023-05-08' })],
    reason: {
      vi: 'Trẻ em (dưới 14 tuổi đến 02/09/2030): chỉ có VNeID mức 1, mẹ là người đại diện và đứng tên SIM; tài khoản cổng lập bằng BHXH.',
      en: 'A child (under 14 until 2 September 2030): VNeID level 1 only; his mother represents him and owns the SIM; his portal account was made by insurance.',
    },
    tags: [
      'minor',
      'child',
      'account-unverified',
      'level-1',
      'active',
      'legal-representative-needed',
      'sim-other-owner',
      'family',
    ],
  });
