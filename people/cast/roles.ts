import { account, card, citizen, type Identity, insured, livingAt, named, ownSim } from './_citizen.ts';
import { at } from './_places.ts';
import { tokenAccount } from './_portal-account.ts';

const khanhIs: Identity = {
  slug: 'khanh',
  personalNumber: '099080000015',
  name: named('Võ', 'Minh', 'Khánh'),
  gender: 'male',
  birth: { date: '1980-01-25' },
};

export const khanh = () =>
  citizen({
    ...khanhIs,
    cmnd: '990000015',
    maritalStatus: '2',
    identityCard: card(khanhIs.birth, '2021-02-18'),
    ...livingAt('tranBien', 'Khu phố 7'),
    relatives: { spouse: { name: named('Ngô', 'Thị', 'Bích') } },
    phones: [{ ...ownSim('0950000115', 'vinaphone'), subscription: 'postpaid' }],
    insurance: insured(khanhIs, '9900000015', 'DN4'),
    postAccount: { customerCode: 'KH0990015', phone: '0950000115', status: 'active' },
    vneid: account(2, 'active', 'khanh@example.vn'),
    portalAccounts: [tokenAccount('enterprise', { email: 'khanh@example.vn' })],
    organisation: {
      name: 'Công ty TNHH Hạt Cát (thử nghiệm)',
      // 99 is no province's prefix in any list that we know; the last digit is the checksum that portals compute.
      taxCode: '9900000129',
      enterpriseCode: '9900000129',
      address: at('tranBien', 'Khu phố 3'),
      founded: '2015-08-20',
    },
    reason: {
      vi: 'Người đại diện theo pháp luật của một công ty: đăng nhập được cho bản thân và cho doanh nghiệp, doanh nghiệp đã có tài khoản cổng bằng USB ký số.',
      en: 'The legal representative of a company: can sign in for himself and for the enterprise, which has a portal account by USB token.',
    },
    tags: [
      'legal-representative',
      'company',
      'organisation',
      'tax-code',
      'account-enterprise',
      'level-2',
      'active',
    ],
  });

const ngocIs: Identity = {
  slug: 'ngoc',
  personalNumber: '099186000016',
  name: named('Lê', 'Thị', 'Ngọc'),
  gender: 'female',
  birth: { date: '1986-06-17' },
};

export const ngoc = () =>
  citizen({
    ...ngocIs,
    cmnd: '990000016',
    maritalStatus: '1',
    identityCard: card(ngocIs.birth, '2021-01-28'),
    ...livingAt('hacThanh', 'Phố 10'),
    relatives: { father: { name: named('Lê', 'Bá', 'Trí') }, mother: { name: named('Mai', 'Thị', 'Tình') } },
    phones: [{ ...ownSim('0950000116', 'viettel'), subscription: 'postpaid' }],
    insurance: insured(ngocIs, '9900000016', 'HC4'),
    vneid: account(2, 'active', 'ngoc@example.vn'),
    portalAccounts: [tokenAccount('agency', { username: 'ngoc.h99.01', email: 'ngoc@example.vn' })],
    civilServant: {
      agency: 'Trung tâm Phục vụ hành chính công (thử nghiệm)',
      // Provinces' agencies are H01 to H63, so H99 is none.
      agencyCode: 'H99.01',
      title: 'Chuyên viên',
    },
    reason: {
      vi: 'Công chức của một cơ quan: vừa là công dân, vừa là cán bộ một cửa xử lý hồ sơ, có tài khoản cơ quan bằng USB ký số.',
      en: 'A civil servant: a citizen, and an official of a one-stop desk who handles dossiers, with an agency account by USB token.',
    },
    tags: ['civil-servant', 'official', 'account-agency', 'level-2', 'active'],
  });
