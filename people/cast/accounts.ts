import { account, card, citizen, type Identity, insured, livingAt, named, ownSim } from './_citizen.ts';
import { oldAccount } from './_portal-account.ts';

const binhIs: Identity = {
  slug: 'binh',
  personalNumber: '099085000005',
  name: named('Phạm', 'Quốc', 'Bình'),
  gender: 'male',
  birth: { date: '1985-12-01' },
};

export const binh = () =>
  citizen({
    ...binhIs,
    cmnd: '990000005',
    maritalStatus: '1',
    identityCard: card(binhIs.birth, '2021-05-20'),
    ...livingAt('haiChau', 'Tổ 12'),
    relatives: {
      father: { name: named('Phạm', 'Quốc', 'Tuấn') },
      mother: { name: named('Đặng', 'Thị', 'Hòa') },
    },
    phones: [ownSim('0950000105', 'mobifone')],
    insurance: insured(binhIs, '9900000005', 'DN4'),
    vneid: account(1, 'active', 'binh@example.vn'),
    portalAccounts: [oldAccount({ number: 'verified' })],
    reason: {
      vi: 'Chỉ có VNeID mức 1: cổng yêu cầu mức 2 phải từ chối và hướng dẫn nâng mức, tài khoản cổng cũ chưa liên kết được.',
      en: 'VNeID level 1 only: a portal that needs level 2 must refuse and say how to step up, and his old account cannot be linked yet.',
    },
    tags: ['level-1', 'active', 'account-verified'],
  });

const cuongIs: Identity = {
  slug: 'cuong',
  personalNumber: '099088000006',
  name: named('Nông', 'Văn', 'Cường'),
  gender: 'male',
  birth: { date: '1988-07-19' },
};

export const cuong = () =>
  citizen({
    ...cuongIs,
    cmnd: '990000006',
    ethnicity: '02',
    maritalStatus: '3',
    identityCard: card(cuongIs.birth, '2022-03-15'),
    ...livingAt('dongKinh', 'Khối 3'),
    relatives: {
      father: { name: named('Nông', 'Văn', 'Páo') },
      mother: { name: named('Lộc', 'Thị', 'Sen') },
    },
    phones: [ownSim('0950000106', 'viettel')],
    insurance: insured(cuongIs, '9900000006', 'GD4'),
    vneid: account(2, 'locked', 'cuong@example.vn'),
    portalAccounts: [oldAccount({ number: 'verified' })],
    reason: {
      vi: 'Tài khoản VNeID bị khóa: đăng nhập đúng mật khẩu vẫn bị từ chối, tài khoản cổng cũ thì vẫn dùng được.',
      en: 'The VNeID account is locked: the right password is refused too, while his old portal account still works.',
    },
    tags: ['locked', 'account-verified', 'level-2', 'ethnic-minority'],
  });

const dungIs: Identity = {
  slug: 'dung',
  personalNumber: '099301000007',
  name: named('Hoàng', 'Thị', 'Dung'),
  gender: 'female',
  birth: { date: '2001-02-26' },
};

export const dung = () =>
  citizen({
    ...dungIs,
    maritalStatus: '1',
    identityCard: card(dungIs.birth, '2022-07-12'),
    ...livingAt('truongVinh', 'Khối 8'),
    relatives: {
      father: { name: named('Hoàng', 'Đình', 'Lương') },
      mother: { name: named('Cao', 'Thị', 'Thắm') },
    },
    phones: [ownSim('0950000107', 'vietnamobile')],
    insurance: insured(dungIs, '9900000007', 'DN4'),
    vneid: account(2, 'not-activated'),
    reason: {
      vi: 'Đã được cấp VNeID mức 2 nhưng chưa kích hoạt trên ứng dụng: chưa thể đăng nhập.',
      en: 'Was granted VNeID level 2 but has not activated it in the app: cannot sign in yet.',
    },
    tags: ['not-activated', 'level-2'],
  });
