import { kin, nameOf, ordinary } from './_ordinary.ts';
import { at } from './_places.ts';
import { oldAccount } from './_portal-account.ts';

export const thu = () =>
  ordinary({
    slug: 'thu',
    number: '099168000044',
    name: 'Lương Thị Thu',
    born: '1968-01-30',
    home: ['dongKinh', 'Khối 2'],
    parents: ['Lương Văn Páo', 'Nông Thị Sính'],
    group: 'GD4',

    without: ['identityCard', 'vneid'],
    sim: { registeredUnder: 'cmnd' },
    vi: 'Chỉ có CMND 9 số, chưa làm căn cước: có số định danh trong dữ liệu dân cư nhưng chưa có VNeID, SIM còn theo CMND.',
    en: 'Has only the old 9-digit card: in the population database, yet no identity card, no VNeID, and a SIM under the old card.',
    tags: ['no-identity-card', 'sim-under-cmnd'],
  });

export const hoai = () =>
  ordinary({
    slug: 'hoai',
    number: '099179000045',
    name: 'Phạm Thị Hoài',
    born: '1979-11-05',
    home: ['haiHau', 'Xóm 9'],
    parents: ['Phạm Văn Nghị', 'Trần Thị Miên'],
    carrier: 'vinaphone',
    vi: 'Không chuyển nhà nhưng đã đổi tỉnh: Nam Định nhập vào Ninh Bình từ 01/07/2025, địa chỉ cũ và mới đều đúng theo ngày. Khóa ký là P-256.',
    en: 'Did not move, yet her province changed: Nam Định became part of Ninh Bình on 1 July 2025; each address is right in its time. Her key is P-256.',
    signer: { certificate: 'good', key: 'p256' },
    tags: ['province-merged', 'key-p256'],
  });

export const nhatMinh = () =>
  ordinary({
    slug: 'nhat-minh',
    number: '099096000046',
    name: 'Trần Nhật Minh',
    born: '1996-02-14',
    home: ['caoLanh', 'Khóm 6'],
    parents: ['Trần Văn Ruộng', 'Nguyễn Thị Lành'],
    also: { formerNames: [nameOf('Trần Văn Tèo')] },
    portalAccounts: [oldAccount({ name: 'Trần Văn Tèo' })],
    vi: 'Đã đổi tên từ «Trần Văn Tèo»: giấy tờ và tài khoản cổng lập trước đó vẫn mang tên cũ, nhưng là cùng một người.',
    en: 'Changed his name from "Trần Văn Tèo": older papers and his portal account bear the old name, yet he is the same person.',
    tags: ['name-changed', 'account-name-differs', 'account-unverified'],
  });

const twin = (slug: string, number: `099${string}`, name: string, vi: string, en: string) =>
  ordinary({
    slug,
    number,
    name,
    born: '2004-06-06',
    home: ['xuanHuong', 'Tổ dân phố số 2'],
    parents: ['Kiều Văn Thắng', 'Phan Thị Ái Liên'],
    group: 'SV4',
    // Bảo Anh's telephone, in both accounts.
    portalAccounts: [oldAccount({ number: 'verified', phone: '0950000147', createdOn: '2022-09-06' })],
    vi,
    en,
    tags: ['twins', 'same-birth-date', 'account-shared-phone', 'account-verified'],
  });

export const baoAnh = () =>
  twin(
    'bao-anh',
    '099304000047',
    'Kiều Bảo Anh',
    'Sinh đôi với bao-chau: cùng họ, ngày sinh, cha mẹ, địa chỉ, số định danh chỉ khác chữ số cuối, tài khoản cổng chung số điện thoại.',
    "bao-chau's twin: same family name, birth date, parents and home; only the last digit of the number differs; one telephone in both portal accounts.",
  );

export const baoChau = () =>
  twin(
    'bao-chau',
    '099304000048',
    'Kiều Bảo Châu',
    'Sinh đôi với bao-anh: hai tài khoản của hai người, không được gộp làm một dù chung số điện thoại ở cổng.',
    "bao-anh's twin: the accounts of two people, never to be merged into one, although the portal has one telephone for both.",
  );

export const quyen = () =>
  ordinary({
    slug: 'quyen',
    number: '099182000049',
    name: 'Nguyễn Thị Lệ Quyên',
    born: '1982-05-20',
    home: ['ninhKieu', 'Khu vực 1'],
    parents: ['Nguyễn Văn Út', 'Phan Thị Sen'],
    also: { maritalStatus: '3' },
    vi: 'Đã ly hôn: không còn vợ chồng trong dữ liệu, không được điền sẵn người chồng cũ.',
    en: 'Divorced: no spouse on record, and the former one must not be filled in.',
    tags: ['divorced'],
  });

export const lai = () =>
  ordinary({
    slug: 'lai',
    number: '099155000050',
    name: 'Tôn Thị Lài',
    born: '1955-09-15',
    home: ['caoLanh', 'Khóm 3'],
    group: 'HT3',
    also: {
      maritalStatus: '3',
      household: 'HK0990050',
      relatives: {
        householdHead: { ...kin('Tôn Thị Lài'), personalNumber: '099155000050', relation: 'self' },
      },
    },
    vi: 'Chồng đã mất (góa), là chủ hộ: ô vợ chồng để trống, cháu gia-huy ở cùng hộ.',
    en: 'A widow and head of a household: no spouse is filled in; her grandchild gia-huy lives with her.',
    tags: ['widowed'],
  });

export const giaHuy = () =>
  ordinary({
    slug: 'gia-huy',
    number: '099215000051',
    name: 'Trần Gia Huy',
    born: '2015-10-12',
    home: ['caoLanh', 'Khóm 3'],
    group: 'HS4',
    without: ['vneid', 'sim'],
    also: {
      household: 'HK0990050',
      birthRegistration: at('thuanHoa', 'Tổ dân phố số 14'),
      relatives: {
        father: kin('Trần Quốc Việt'),
        mother: kin('Lê Hồng Nhung'),
        legalRepresentative: kin('Trần Quốc Việt'),
        householdHead: { ...kin('Tôn Thị Lài'), personalNumber: '099155000050', relation: 'grandchild' },
      },
    },
    vi: 'Con nuôi: cha mẹ trong dữ liệu là cha mẹ nuôi, chủ hộ lại là bà nội; nơi sinh khác quê cha mẹ nuôi.',
    en: 'Adopted: the parents on record adopted him, the household head is his grandmother, and he was born elsewhere.',
    tags: ['adopted', 'no-sim'],
  });
