import type { Insurance, Person } from '../../contracts/person.ts';
import { type Ordinary, ordinary } from './_ordinary.ts';
import { oldAccount } from './_portal-account.ts';

const reduced = (
  reduction: NonNullable<Insurance['reduction']>,
  { tags = [], ...who }: Omit<Ordinary, 'tags'> & { tags?: string[] },
): Person =>
  ordinary({
    ...who,
    insured: { status: 'reduced', reduction },
    tags: [`insurance-reduced-${reduction}`, ...tags],
  });

export const nam = () =>
  reduced('120', {
    slug: 'nam',
    number: '099092000037',
    name: 'Ngô Hoài Nam',
    born: '1992-02-28',
    home: ['haiChau', 'Tổ 5'],
    parents: ['Ngô Đình Thảo', 'Lê Thị Xoan'],
    vi: 'Thẻ BHYT đã báo giảm, không nói lý do (120). Chứng thư số đang tạm dừng.',
    en: 'A health card reported as reduced, for a reason not told (120). His certificate is suspended.',
    signer: { certificate: 'suspended' },
    tags: ['certificate-suspended'],
  });

export const trang = () =>
  reduced('121', {
    slug: 'trang',
    number: '099195000038',
    name: 'Phùng Thu Trang',
    born: '1995-05-31',
    home: ['truongVinh', 'Khối 12'],
    parents: ['Phùng Khắc Dũng', 'Nguyễn Thị Mận'],
    vi: 'Thẻ BHYT đã báo giảm vì chuyển đi tỉnh khác, nơi mới chưa báo tăng (121). Tài khoản cổng liên kết với một «sub» VNeID cũ.',
    en: 'A health card reduced because she moved to another province, which has not added her yet (121). Her portal account is linked to a former subject of VNeID.',
    portalAccounts: [oldAccount({ number: 'verified', linkedSub: 'former-subject-of-trang' })],
    tags: ['account-linked', 'account-linked-other-subject', 'account-verified'],
  });

export const long = () =>
  reduced('122', {
    slug: 'long',
    number: '099090000039',
    name: 'Chu Hải Long',
    born: '1990-09-16',
    home: ['dongKinh', 'Khối 6'],
    parents: ['Chu Văn Thụ', 'Lương Thị Bích'],
    vi: 'Thẻ BHYT đã báo giảm vì chuyển sang đơn vị khác trong cùng tỉnh (122). Tài khoản cổng bị khóa.',
    en: 'A health card reduced because he moved to another payer of the same province (122). His portal account is locked.',
    portalAccounts: [oldAccount({ status: 'locked' })],
    tags: ['account-locked', 'account-unverified'],
  });

export const diep = () =>
  reduced('123', {
    slug: 'diep',
    number: '099187000040',
    name: 'Vũ Ngọc Diệp',
    born: '1987-07-13',
    home: ['leChan', 'Tổ dân phố số 15'],
    parents: ['Vũ Ngọc Oanh', 'Bùi Thị Thơ'],
    vi: 'Thẻ BHYT đã báo giảm và bị thu hồi vì được báo tăng lại ở cùng đơn vị (123). Chứng thư số chỉ để mã hóa, không dùng để ký được.',
    en: 'A health card reduced and taken back because the same employer added her again (123). Her certificate is for encryption only and may not sign.',
    signer: { certificate: 'wrong-key-usage' },
    tags: ['certificate-wrong-key-usage'],
  });

export const hai = () =>
  reduced('124', {
    slug: 'hai',
    number: '099074000041',
    name: 'Trịnh Văn Hải',
    born: '1974-03-04',
    home: ['hacThanh', 'Phố 7'],
    parents: ['Trịnh Văn Tảo', 'Hà Thị Sợi'],
    vi: 'Thẻ BHYT đã báo giảm vì ngừng tham gia (124). Tài khoản cổng ghi nhầm ngày sinh.',
    en: 'A health card reduced because he stopped taking part (124). His portal account has a wrong birth date.',
    portalAccounts: [oldAccount({ birth: '1974-04-03' })],
    tags: ['account-birth-differs', 'account-unverified'],
  });
