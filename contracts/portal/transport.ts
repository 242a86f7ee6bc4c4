import { clients, type LinkingRule, standard } from './rule.ts';

/** How the sign-in that a link rests on is carried. */
export const transportRules = {
  'state-bound': {
    severity: 'must',
    clauses: [clients, standard('RFC 6749 10.12')],
    text: {
      vi: 'state ngẫu nhiên, gắn với phiên trình duyệt, kiểm tra ở callback; không chỉ là base64 của đường dẫn quay lại',
      en: 'state is random, bound to the browser’s session and checked at the callback; not just base64 of a return URL',
    },
    why: {
      vi: 'Kẻ xấu ép trình duyệt nạn nhân liên kết với danh tính của kẻ xấu',
      en: 'An attacker makes the victim’s browser link the attacker’s identity',
    },
  },
  'no-token-in-url': {
    severity: 'must',
    clauses: [clients, standard('RFC 6750 5.3')],
    text: {
      vi: 'Không để access token trong địa chỉ chuyển hướng',
      en: 'No access token in the address of a redirect',
    },
    why: {
      vi: 'Địa chỉ nằm lại trong lịch sử, nhật ký, Referer',
      en: 'Addresses stay in histories, logs and Referer headers',
    },
  },
  'tls-checked': {
    severity: 'must',
    clauses: [clients, standard('RFC 6749 10.4')],
    text: {
      vi: 'Kiểm tra chứng thư TLS của mọi máy chủ được gọi',
      en: 'Check the TLS certificate of every server that is called',
    },
    why: {
      vi: 'Ai đứng giữa cũng trả được thông tin người dùng giả',
      en: 'Anybody in between can answer with made-up user information',
    },
  },
  'userinfo-fetched': {
    severity: 'must',
    clauses: [clients, standard('OpenID Connect Core 5.3')],
    text: {
      vi: 'Máy chủ của cổng tự lấy thông tin người dùng bằng token của mình; không có điểm nhận thông tin mà không xác thực bên gửi',
      en: 'The portal’s server fetches user information with its own token; it has no endpoint that takes it from anybody',
    },
    why: {
      vi: 'Ai gọi điểm đó cũng đăng nhập được thành người khác',
      en: 'Whoever calls such an endpoint signs in as anybody',
    },
  },
  'code-verbatim': {
    severity: 'should',
    clauses: [clients],
    text: {
      vi: 'Đọc code đúng như đã nhận: giải mã URL một lần, không đổi dấu + thành dấu cách',
      en: 'Read code as it came: decode the URL once and do not turn + into a space',
    },
    why: {
      vi: 'Đăng nhập lúc được lúc không',
      en: 'Signing in works now and then',
    },
  },
} as const satisfies Readonly<Record<string, LinkingRule>>;
