import type { Certainty, Text } from './_contract.ts';
import { checks, DEMO_MD5, ngocLooksUp, peopleChecked, requestsChecked } from './_insurance-examples.ts';
import { gatewayFails, tokenFails } from './_insurance-fails.ts';
import {
  cardAnswer,
  cardRequest,
  credentials,
  historyAnswer,
  inQuery,
  officersRequest,
  tokenAnswer,
} from './_insurance-gateway-parts.ts';

export const token = {
  method: 'POST',
  path: '/api/token/take',
  title: { vi: 'Lấy phiên làm việc', en: 'Take a token' },
  json: credentials,
  form: credentials,
  answers: { 200: tokenAnswer },
  errors: 'own',
  fails: tokenFails,
  examples: [
    {
      title: { vi: 'Tài khoản demo của bệnh viện 99001', en: "Hospital 99001's demo account" },
      body: { username: '99001_BV', password: DEMO_MD5 },
      status: 200,
      takes: { token: '/APIKey/access_token', idToken: '/APIKey/id_token' },
    },
    {
      title: { vi: 'Sai mật khẩu: maKetQua 401', en: 'Wrong password: maKetQua 401' },
      body: { username: '99001_BV', password: '00000000000000000000000000000000' },
      status: 200,
    },
  ],
  fidelity: 'H',
  note: {
    vi: 'Ý nghĩa riêng của 402 và 403, trường ghiChu khi từ chối và thời hạn token là của HopCat; token cũ vẫn dùng được khi lấy token mới',
    en: "What tells 402 from 403, ghiChu in a refusal, and the token's lifetime are HopCat's own; an older token stays valid when a new one is taken",
  },
} as const;

const check = (name: string, title: Text, fidelity: Certainty, note: Text) =>
  ({
    method: 'POST',
    path: `/api/egw/${name}`,
    title,
    query: inQuery,
    json: cardRequest,
    form: cardRequest,
    answers: { 200: cardAnswer },
    errors: 'own',
    fails: gatewayFails,
    examples: [checks({})],
    fidelity,
    note,
  }) as const;

const older: Text = {
  vi: 'Cùng một quyết định và cùng một câu trả lời như KQNhanLichSuKCB2024, không hỏi cán bộ tra cứu',
  en: 'The same decision and answer as KQNhanLichSuKCB2024, without asking who looks up',
};

export const check2024 = {
  ...check('KQNhanLichSuKCB2024', { vi: 'Tra cứu thẻ BHYT (2024)', en: 'Check a card (2024)' }, 'H', {
    vi: 'HTTP luôn là 200, kết quả ở maKetQua; thứ tự kiểm tra và việc che dữ liệu khi sai là suy luận',
    en: 'HTTP is always 200 and the result is maKetQua; the order of the checks, and that mismatches show no data, are inferred',
  }),
  json: officersRequest,
  form: officersRequest,
  examples: [checks(ngocLooksUp), ...peopleChecked, ...requestsChecked],
} as const;

export const check2019 = check(
  'KQNhanLichSuKCB2019',
  { vi: 'Tra cứu thẻ BHYT (2019)', en: 'Check a card (2019)' },
  'M',
  older,
);

export const check2018 = check(
  'NhanLichSuKCB2018',
  { vi: 'Tra cứu thẻ BHYT (2018)', en: 'Check a card (2018)' },
  'M',
  older,
);

export const check595 = check(
  'KQNhanLichSuKCB595',
  { vi: 'Tra cứu thẻ BHYT (595)', en: 'Check a card (595)' },
  'L',
  older,
);

export const history2025 = {
  ...check('Lskcb2025', { vi: 'Lịch sử khám chữa bệnh (2025)', en: 'Visits (2025)' }, 'M', {
    vi: 'Một ứng dụng cho biết cổng thật chỉ nhận form ở đây; HopCat nhận cả JSON như một ứng dụng khác gửi',
    en: 'One client says that the real gateway takes only a form here; HopCat takes JSON too, as another client sends it',
  }),
  json: officersRequest,
  form: officersRequest,
  answers: { 200: historyAnswer },
  examples: [checks(ngocLooksUp, { vi: 'Các lần khám của An', en: "An's visits" })],
} as const;
