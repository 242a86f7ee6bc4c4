import { account, relativeOf } from './_citizen.ts';
import { kin, nameOf, ordinary } from './_ordinary.ts';
import { oldAccount } from './_portal-account.ts';

export const nghia = () =>
  ordinary({
    slug: 'nghia',
    number: '099071000063',
    name: 'Võ Hữu Nghĩa',
    born: '1971-12-03',
    home: ['haiChau', 'Tổ 9'],
    parents: ['Võ Hữu Tài', 'Phan Thị Nhạn'],
    portalAccounts: [oldAccount({ number: 'cmnd', createdOn: '2020-02-12' })],
    vi: 'Lập tài khoản cổng từ thời CMND 9 số: số CMND trong tài khoản phải dẫn đến đúng số định danh hiện nay.',
    en: 'Opened his portal account in the days of the 9-digit card: that number must lead to his personal number of today.',
    tags: ['account-under-cmnd'],
  });

const email = 'gia-dinh-lien@example.vn';

export const lien = () =>
  ordinary({
    slug: 'lien',
    number: '099172000064',
    name: 'Trần Thị Bích Liên',
    born: '1972-06-29',
    home: ['choLon', 'Khu phố 14'],
    carrier: 'mobifone',
    portalAccounts: [oldAccount({ number: 'verified', email })],
    also: {
      maritalStatus: '2',
      relatives: {
        father: kin('Trần Văn Thới'),
        mother: kin('Lê Thị Bông'),
        spouse: kin('Phạm Văn Tiến'),
      },
      vneid: account(2, 'active', email),
    },
    vi: 'Dùng chung địa chỉ thư điện tử với con gái ngan: không được coi hai người là một vì cùng thư điện tử, cả ở tài khoản cổng.',
    en: 'Shares an e-mail address with her daughter ngan: one address does not make them one person, nor do their portal accounts.',
    tags: ['shared-email', 'account-shared-email', 'account-verified'],
  });

export const ngan = () =>
  ordinary({
    slug: 'ngan',
    number: '099300000065',
    name: 'Phạm Bích Ngân',
    born: '2000-09-12',
    home: ['choLon', 'Khu phố 14'],
    portalAccounts: [oldAccount({ email, createdOn: '2022-02-21' })],
    also: {
      relatives: {
        father: kin('Phạm Văn Tiến'),
        mother: relativeOf({ name: nameOf('Trần Thị Bích Liên'), personalNumber: '099172000064' }),
      },
      vneid: account(2, 'active', email),
    },
    vi: 'Dùng chung địa chỉ thư điện tử với mẹ là lien: người đăng ký sau gặp lỗi «thư điện tử đã có tài khoản khác dùng».',
    en: 'Shares an e-mail address with her mother lien: whoever registers second meets "e-mail owned by another account".',
    tags: ['shared-email', 'account-shared-email', 'account-unverified'],
  });
