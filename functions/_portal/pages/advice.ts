import type { Text } from '../../../contracts/_contract.ts';

/** What happened and what to do, for an error of an authorization or token response. */
export interface Advice {
  happened: Text;
  cure: Text;
}

const TRY_AGAIN: Text = { vi: 'Hãy đăng nhập lại.', en: 'Sign in again.' };
const ASK_VISIBLY: Text = {
  vi: 'Gửi lại yêu cầu mà không có prompt=none, để người dùng thấy trang của VNeID.',
  en: 'Send the request again without prompt=none, so that the person sees VNeID’s page.',
};

/** RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6, and what a portal finds out by itself. */
const ADVICE: Readonly<Record<string, Advice>> = {
  access_denied: {
    happened: { vi: 'Bạn, hoặc VNeID, đã từ chối chia sẻ.', en: 'You, or VNeID, refused to share.' },
    cure: {
      vi: 'Nếu đổi ý, hãy đăng nhập lại và đồng ý chia sẻ.',
      en: 'If you changed your mind, sign in again and approve.',
    },
  },
  login_required: {
    happened: { vi: 'Chưa có phiên đăng nhập ở VNeID.', en: 'There is no session at VNeID.' },
    cure: ASK_VISIBLY,
  },
  consent_required: {
    happened: { vi: 'Người dùng chưa đồng ý chia sẻ.', en: 'The person has not consented yet.' },
    cure: ASK_VISIBLY,
  },
  interaction_required: {
    happened: { vi: 'VNeID cần hỏi người dùng thêm một bước.', en: 'VNeID has to ask the person something.' },
    cure: ASK_VISIBLY,
  },
  invalid_request: {
    happened: {
      vi: 'Yêu cầu thiếu, thừa hoặc lặp một tham số.',
      en: 'A parameter is missing, malformed or repeated.',
    },
    cure: {
      vi: 'So yêu cầu với mô tả lỗi và tài liệu của thao tác này.',
      en: 'Compare the request with the description and the operation’s contract.',
    },
  },
  invalid_client: {
    happened: { vi: 'VNeID không xác thực được cổng.', en: 'VNeID could not authenticate the portal.' },
    cure: {
      vi: 'Kiểm tra client ID, secret và cách xác thực đã đăng ký.',
      en: 'Check the client ID, the secret, and the registered authentication method.',
    },
  },
  invalid_grant: {
    happened: {
      vi: 'Mã đã dùng, đã hết hạn, hoặc không thuộc về yêu cầu này.',
      en: 'The code was used, has expired, or belongs to another request.',
    },
    cure: {
      vi: 'Mỗi mã chỉ đổi được một lần, trong thời hạn ngắn, với đúng redirect URI và PKCE verifier.',
      en: 'Redeem each code once, soon, with the same redirect URI and PKCE verifier.',
    },
  },
  invalid_scope: {
    happened: {
      vi: 'Cổng xin một scope không được phép.',
      en: 'The portal asked for a scope that it may not have.',
    },
    cure: {
      vi: 'Chỉ xin những scope đã đăng ký, luôn gồm openid.',
      en: 'Ask only for registered scopes, and always for openid.',
    },
  },
  unauthorized_client: {
    happened: { vi: 'Cổng không được đăng ký cho cách này.', en: 'The portal is not registered for this.' },
    cure: {
      vi: 'Sửa đăng ký của client: grant types, response types.',
      en: 'Correct the client’s registration: grant types, response types.',
    },
  },
  unsupported_response_type: {
    happened: {
      vi: 'VNeID mô phỏng chỉ hỗ trợ response_type=code.',
      en: 'The simulated VNeID supports response_type=code only.',
    },
    cure: { vi: 'Dùng luồng authorization code với PKCE.', en: 'Use the authorization code flow with PKCE.' },
  },
  unmet_authentication_requirements: {
    happened: {
      vi: 'Người này không đạt mức độ mà cổng yêu cầu.',
      en: 'The person cannot reach the level that the portal requires.',
    },
    cure: {
      vi: 'Đăng nhập bằng người có tài khoản mức độ 2, hoặc yêu cầu mức thấp hơn.',
      en: 'Sign in as a person with a level 2 account, or require less.',
    },
  },
  state_mismatch: {
    happened: {
      vi: 'Câu trả lời không thuộc về yêu cầu nào của trình duyệt này.',
      en: 'The answer belongs to no request of this browser.',
    },
    cure: TRY_AGAIN,
  },
  server_error: { happened: { vi: 'VNeID gặp lỗi.', en: 'VNeID met an error.' }, cure: TRY_AGAIN },
  temporarily_unavailable: {
    happened: { vi: 'VNeID đang quá tải hoặc bảo trì.', en: 'VNeID is overloaded or under maintenance.' },
    cure: { vi: 'Đợi một lúc rồi đăng nhập lại.', en: 'Wait a while, then sign in again.' },
  },
};

const UNKNOWN: Advice = {
  happened: { vi: 'VNeID trả về một lỗi.', en: 'VNeID returned an error.' },
  cure: {
    vi: 'Đọc mô tả lỗi bên dưới; nhật ký của workspace cho biết yêu cầu nào gây ra.',
    en: 'Read the description below; the workspace’s journal shows which request caused it.',
  },
};

/** The texts are about VNeID; another provider has its own name in its place. */
const named = ({ vi, en }: Text, provider: string): Text => ({
  vi: vi.replaceAll('VNeID', provider),
  en: en.replaceAll('VNeID', provider),
});

export function adviceFor(error: string, provider: string): Advice {
  const { happened, cure } = Object.hasOwn(ADVICE, error) ? (ADVICE[error] ?? UNKNOWN) : UNKNOWN;
  return { happened: named(happened, provider), cure: named(cure, provider) };
}
