import { ordinary } from './_ordinary.ts';
import { oldAccount } from './_portal-account.ts';

export const xuan = () =>
  ordinary({
    slug: 'xuan',
    number: '099186000027',
    name: 'Nguyễn Thị Thanh Xuân',
    born: '1986-02-03',
    home: ['thuanHoa', 'Tổ dân phố số 3'],
    parents: ['Nguyễn Văn Khiêm', 'Trần Thị Gái'],
    insured: { name: 'Nguyễn Thanh Xuân' },
    vi: 'Cơ quan BHXH ghi tên thiếu chữ «Thị»: tra bằng họ tên đúng thì bị báo sai họ tên (060). Chứng thư số do một tổ chức lạ cấp, không ai tin cậy.',
    en: 'The insurance has her name without "Thị": who asks with the right name is told that it is wrong (060). Her certificate is by an issuer that nobody trusts.',
    signer: { certificate: 'unknown-issuer' },
    tags: ['insurance-name-differs', 'certificate-unknown-issuer'],
  });

export const my = () =>
  ordinary({
    slug: 'my',
    number: '099190000028',
    name: 'Lý Thị Mỹ',
    born: '1990-05-09',
    home: ['choLon', 'Khu phố 2'],
    parents: ['Lý Vĩnh Phát', 'Trần Muối'],
    insured: { name: 'Lí Thị Mĩ' },
    vi: 'Cơ quan BHXH viết «Lí Thị Mĩ» với i thay cho y: cùng một tên, hai cách viết chính tả. Chứng thư số đi kèm thiếu chứng thư của tổ chức cấp.',
    en: 'The insurance writes "Lí Thị Mĩ" with i for y: one name in two spellings. Her certificate comes without the one of its issuer.',
    signer: { certificate: 'missing-intermediate' },
    tags: ['insurance-name-spelling', 'certificate-missing-intermediate'],
  });

export const hien = () =>
  ordinary({
    slug: 'hien',
    number: '099198000029',
    name: 'Đặng Thu Hiền',
    born: '1998-11-11',
    home: ['cauGiay', 'Tổ dân phố số 9'],
    parents: ['Đặng Trần Phú', 'Lê Thị Hường'],
    insured: { name: 'Đặng Thị Hiên' },
    vi: 'Cơ quan BHXH ghi «Đặng Thị Hiên»: họ tên sai, chỉ đúng các chữ cái đầu (061). Chứng thư số ký bằng SHA-1, đã quá yếu.',
    en: 'The insurance has "Đặng Thị Hiên": a wrong name of which only the first letters are right (061). Her certificate is signed over SHA-1, which is too weak.',
    signer: { certificate: 'sha1' },
    tags: ['insurance-name-initials', 'certificate-sha1'],
  });

export const toan = () =>
  ordinary({
    slug: 'toan',
    number: '099081000030',
    name: 'Mai Xuân Toàn',
    born: '1981-06-25',
    home: ['hacThanh', 'Phố 12'],
    parents: ['Mai Xuân Lập', 'Lê Thị Điểm'],
    insured: { birth: { date: '1981-05-26' } },
    vi: 'Cơ quan BHXH ghi ngày sinh 26/05/1981 thay vì 25/06/1981: tra bằng ngày sinh đúng thì bị báo sai (070). Chứng thư số đã hết hạn.',
    en: 'The insurance has 26 May 1981 for 25 June 1981: who asks with the right birth date is told that it is wrong (070). His certificate has expired.',
    signer: { certificate: 'expired' },
    tags: ['insurance-birth-differs', 'certificate-expired'],
  });

export const dat = () =>
  ordinary({
    slug: 'dat',
    number: '099093000031',
    name: 'Bùi Tiến Đạt',
    born: '1993-08-17',
    home: ['kinhBac', 'Khu phố 8'],
    parents: ['Bùi Tiến Lực', 'Ngô Thị Thoa'],
    group: 'GD4',
    insured: { from: '2024-01-01', to: '2024-12-31' },
    portalAccounts: [oldAccount({ username: 'dat.buitien', number: 'none', createdOn: '2020-05-04' })],
    vi: 'Thẻ BHYT hộ gia đình đã hết hạn ngày 31/12/2024 mà chưa gia hạn (010). Tài khoản cổng chưa ghi số giấy tờ nào.',
    en: 'A family health card that ran out on 31 December 2024 and was not renewed (010). His portal account has no number at all.',
    tags: ['insurance-expired', 'account-without-number'],
  });

export const hanh = () =>
  ordinary({
    slug: 'hanh',
    number: '099188000032',
    name: 'Tống Thị Hạnh',
    born: '1988-04-02',
    home: ['leChan', 'Tổ dân phố số 11'],
    parents: ['Tống Văn Bình', 'Đào Thị Vui'],
    insured: {
      previousCard: { card: 'GD4999900000032', to: '2024-06-30' },
      from: '2024-07-01',
    },
    vi: 'Thẻ BHYT cũ hết giá trị ngày 30/06/2024, đã được cấp thẻ mới khi đi làm (003). Chứng thư số chưa đến ngày có hiệu lực.',
    en: 'Her old health card ran out on 30 June 2024 and a new one was issued when she found work (003). Her certificate is not valid yet.',
    signer: { certificate: 'not-yet-valid' },
    tags: ['insurance-old-card-expired', 'certificate-not-yet-valid'],
  });

export const tien = () =>
  ordinary({
    slug: 'tien',
    number: '099197000033',
    name: 'Hà Thủy Tiên',
    born: '1997-12-24',
    home: ['xuanHuong', 'Tổ dân phố số 6'],
    parents: ['Hà Duy Khang', 'Nguyễn Thị Cẩm Vân'],
    insured: {
      previousCard: { card: 'GD4999900000033', to: '2099-12-31' },
      from: '2024-07-01',
    },
    // What VNeID names her to the national portal: `tags.test.ts` holds it.
    portalAccounts: [oldAccount({ number: 'verified', linkedSub: '6pQcGNDH3hsj2E8gd2fD8Q' })],
    vi: 'Thẻ BHYT cũ chưa hết hạn nhưng đã được cấp thẻ mới: phải dùng số thẻ mới (004). Tài khoản cổng đã liên kết VNeID.',
    en: 'Her old health card has not run out, yet a new one was issued: its number must be used (004). Her portal account is linked to VNeID.',
    tags: ['insurance-old-card-valid', 'account-linked', 'account-verified'],
  });
