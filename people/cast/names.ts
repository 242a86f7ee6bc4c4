import { account, card, citizen, type Identity, insured, livingAt, named, ownSim } from './_citizen.ts';
import { oldAccount } from './_portal-account.ts';

const phungIs: Identity = {
  slug: 'phung',
  personalNumber: '099179000008',
  name: named('Quách', '', 'Phụng'),
  gender: 'female',
  birth: { date: '1979-10-30' },
};

export const phung = () =>
  citizen({
    ...phungIs,
    cmnd: '990000008',
    ethnicity: '04',
    maritalStatus: '1',
    identityCard: card(phungIs.birth, '2021-04-02'),
    ...livingAt('choLon', 'Khu phố 6'),
    relatives: { father: { name: named('Quách', '', 'Minh') }, mother: { name: named('Lâm', 'Tú', 'Anh') } },
    phones: [ownSim('0950000108', 'mobifone')],
    insurance: insured(phungIs, '9900000008', 'GD4'),
    vneid: account(2, 'active', 'phung@example.vn'),
    reason: {
      vi: 'Họ tên không có chữ đệm: chỗ nào tách họ, chữ đệm, tên thì chữ đệm phải được phép trống.',
      en: 'A name without a middle name: whatever splits a name must allow an empty middle.',
    },
    tags: ['no-middle-name', 'level-2', 'active', 'ethnic-minority'],
  });

const nguyetIs: Identity = {
  slug: 'nguyet',
  personalNumber: '099195000009',
  name: named('Hồ', 'Ánh', 'Nguyệt'),
  gender: 'female',
  birth: { date: '1995-08-14' },
};

/**
 * Stored in NFC. In NFD the mark below of "ệ" comes before the circumflex, and keyboards that type a tone after
 * "ê" give a third form that is neither; all three look the same.
 */
export const nguyet = () =>
  citizen({
    ...nguyetIs,
    cmnd: '990000009',
    maritalStatus: '1',
    identityCard: card(nguyetIs.birth, '2021-09-27'),
    ...livingAt('thuanHoa', 'Tổ dân phố số 9'),
    relatives: {
      father: { name: named('Hồ', 'Viết', 'Thịnh') },
      mother: { name: named('Lê', 'Thị', 'Diệu') },
    },
    phones: [ownSim('0950000109', 'vinaphone')],
    insurance: insured(nguyetIs, '9900000009', 'DN4'),
    vneid: account(2, 'active', 'nguyet@example.vn'),
    reason: {
      vi: 'Họ tên có hai dạng Unicode (dựng sẵn NFC, tổ hợp NFD): phải chuẩn hóa trước khi so sánh. Lưu ở dạng NFC.',
      en: 'A name with two Unicode forms (composed NFC, decomposed NFD): normalise before comparing. Stored in NFC.',
    },
    tags: ['unicode', 'two-normal-forms', 'nfc', 'nfd', 'level-2', 'active'],
  });

const huongOf = (slug: string, personalNumber: string): Identity => ({
  slug,
  personalNumber,
  name: named('Nguyễn', 'Thị', 'Hương'),
  gender: 'female',
  birth: { date: '1987-03-08' },
});

const huongIs = huongOf('huong', '099187000010');
const huong2Is = huongOf('huong-2', '099187000011');
const namesakes = ['same-name', 'same-birth-date', 'level-2', 'active'];

export const huong = () =>
  citizen({
    ...huongIs,
    cmnd: '990000010',
    maritalStatus: '1',
    identityCard: card(huongIs.birth, '2021-03-22'),
    ...livingAt('leChan', 'Tổ dân phố số 2'),
    relatives: {
      father: { name: named('Nguyễn', 'Đức', 'Thiện') },
      mother: { name: named('Bùi', 'Thị', 'Hải') },
    },
    phones: [ownSim('0950000110', 'viettel')],
    insurance: insured(huongIs, '9900000010', 'DN4'),
    vneid: account(2, 'active', 'huong@example.vn'),
    portalAccounts: [oldAccount({ number: 'verified' })],
    reason: {
      vi: 'Trùng họ tên và ngày sinh với huong-2: không được ghép tài khoản chỉ bằng họ tên và ngày sinh. Chỉ huong có tài khoản cổng cũ. Sống ở Hải Phòng.',
      en: 'Same name and birth date as huong-2: never link accounts by name and birth date alone. Only huong has an old portal account. Lives in Hải Phòng.',
    },
    tags: [...namesakes, 'account-verified'],
  });

export const huong2 = () =>
  citizen({
    ...huong2Is,
    cmnd: '990000011',
    maritalStatus: '1',
    identityCard: card(huong2Is.birth, '2021-11-03'),
    ...livingAt('ninhKieu', 'Khu vực 4'),
    relatives: {
      father: { name: named('Nguyễn', 'Hữu', 'Phước') },
      mother: { name: named('Lý', 'Thị', 'Cúc') },
    },
    phones: [ownSim('0950000111', 'mobifone')],
    insurance: insured(huong2Is, '9900000011', 'GD4'),
    vneid: account(2, 'active', 'huong-2@example.vn'),
    reason: {
      vi: 'Trùng họ tên và ngày sinh với huong: là người khác, số định danh khác. Sống ở Cần Thơ.',
      en: 'Same name and birth date as huong, yet another person with another number. Lives in Cần Thơ.',
    },
    tags: namesakes,
  });
