import { phonePage, phonesPage } from '../../../functions/phone/pages.ts';
import { client, now, people, post, type Samples } from './world.ts';

const owner = {
  person: { name: 'Nguyễn Văn An', phone: '0900 000 017' },
  now,
  version: '7',
};
const messages = [
  {
    id: 'm4',
    sender: '1414',
    at: now - 30_000,
    text: '[Viettel] Họ tên: Nguyễn Văn An. Ngày sinh: 15/05/1990. Giấy tờ: CCCD 099******001. Số thuê bao đăng ký cùng giấy tờ: 0950000101, 0950000102.\nName: Nguyễn Văn An. Born: 15/05/1990. Paper: citizen card 099******001. Numbers under this paper: 0950000101, 0950000102.',
  },
  { id: 'm3', to: '1414', at: now - 31_000, text: 'TTTB 099090000001' },
  {
    id: 'm2',
    sender: 'VNeID',
    at: now - 60_000,
    code: '482915',
    text: 'Mã xác thực VNeID của bạn là 482915, có hiệu lực trong 2 phút. Không chia sẻ mã này cho bất kỳ ai.',
  },
  {
    id: 'm1',
    sender: 'Cổng DVC Mẫu',
    at: now - 3_600_000,
    text: 'Hồ sơ 000.00.01.H99-261122-0001 đã được tiếp nhận.',
  },
];
const approvals = [
  {
    id: 'a1',
    title: { vi: 'Đăng nhập bằng mã QR', en: 'QR sign-in' },
    asks: client.name,
    secondsLeft: 74,
    post,
    details: [{ label: { vi: 'Mã ngắn', en: 'Short code' }, value: 'K7PQ' }],
  },
];
const signatures = [
  {
    id: 'g1',
    title: { vi: 'Yêu cầu ký số', en: 'Request to sign' },
    asks: client.name,
    secondsLeft: 287,
    post,
    details: [
      {
        label: { vi: 'Dịch vụ ký số', en: 'Signing service' },
        value: 'Tổ chức chứng thực chữ ký số (QĐ 769) / Public certification authorities (Decision 769)',
      },
      {
        label: { vi: 'Nơi cấp chứng thư', en: 'Certificate by' },
        value: 'VNPT-CA (thử nghiệm) / VNPT-CA (sandbox)',
      },
      { label: { vi: 'Nội dung', en: 'What for' }, value: 'Hồ sơ 000.00.01.H99-261122-0001' },
    ],
    certificate: [
      { label: { vi: 'Người ký', en: 'Signer' }, value: owner.person.name },
      { label: { vi: 'Số sê-ri', en: 'Serial number' }, value: '5A0D2C8F11E94B7A90C3D5E6F7081929' },
      { label: { vi: 'Có hạn đến', en: 'Valid to' }, value: '22/11/2029' },
    ],
    documents: [
      { name: 'Tờ khai đăng ký khai sinh.pdf', hash: 'sha256', digest: '9f86d081884c7d659a2feaa0c55ad015' },
      {
        name: 'giay-uy-quyen-nop-ho-so-truc-tuyen-ban-chinh-thuc.pdf',
        hash: 'sha512',
        digest: 'ee26b0dd4af7e749',
      },
    ],
    pin: { triesLeft: 3, triedWrong: false },
  },
];
const scans = [{ id: 's1', shortCode: 'M2XD', asks: client.name, secondsLeft: 96, post }];

/** What is on the sample phone. */
export const phoneState = { ...owner, approvals, scans, messages };
const urls = { stateUrl: '/state', reloadUrl: '/reload', phonesUrl: '/phones' };
const compose = {
  post,
  sims: [
    { number: '0900000017', shown: '0900 000 017' },
    { number: '0900000018', shown: '0900 000 018' },
  ],
};

export const phones: Samples = {
  phone: (frame) => phonePage({ ...frame, ...urls, ...phoneState, compose }),
  'phone-empty': (frame) =>
    phonePage({
      ...frame,
      ...urls,
      ...owner,
      approvals: [],
      scans: [],
      messages: [],
      compose: { ...compose, sims: compose.sims.slice(0, 1) },
    }),
  'phone-signature': (frame) =>
    phonePage({ ...frame, ...urls, ...owner, approvals, signatures, scans, messages: [], compose }),
  'phone-many-signatures': (frame) =>
    phonePage({
      ...frame,
      ...urls,
      ...owner,
      approvals: [],
      signatures,
      pages: { older: '/older', newest: '/newest' },
      scans: [],
      messages: [],
    }),
  'phone-wrong-pin': (frame) =>
    phonePage({
      ...frame,
      ...urls,
      ...owner,
      approvals: [],
      signatures: signatures.flatMap((each) => [
        { ...each, pin: { triesLeft: 2, triedWrong: true } },
        { ...each, id: 'g2', pin: { triesLeft: 2, triedWrong: true } },
      ]),
      scans: [],
      messages: [],
    }),
  'phone-decided': (frame) =>
    phonePage({ ...frame, ...urls, ...owner, approvals: [], scans, messages: [], done: 'approve', compose }),
  'phone-blocked-pin': (frame) =>
    phonePage({
      ...frame,
      ...urls,
      ...owner,
      approvals: [],
      signatures: signatures.map((each) => ({ ...each, pin: { triesLeft: 0, triedWrong: true } })),
      blocked: post,
      scans: [],
      messages: [],
    }),
  phones: (frame) =>
    phonesPage({
      ...frame,
      phones: people.map(({ slug, name }, index) => ({
        slug,
        name,
        phone: `0900 000 01${index}`,
        url: `/phone/${slug}`,
      })),
    }),
};
