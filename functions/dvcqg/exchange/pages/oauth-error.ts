import type { Text } from '../../../../contracts/_contract.ts';
import type { Content } from '../../../_kit/page/html.ts';
import type { Frame } from '../../../_kit/page.ts';
import { refusalPage } from './refusal.ts';

export interface OAuthErrorProps extends Frame {
  /** `oauthErrorCode` */
  code: string;
  /** `oauthErrorMsg` */
  message: string;
  /** What exactly is wrong, as HopCat says it. */
  detail?: string;
}

/** What the codes of WSO2's error page mean, and who must mend what. */
const known: Readonly<Record<string, { title: Text; cure: Text }>> = {
  invalid_callback: {
    title: {
      vi: 'Địa chỉ quay về không khớp với địa chỉ đã đăng ký',
      en: 'The redirect URI is not one that was registered',
    },
    cure: {
      vi: 'Nhà phát triển cổng: đăng ký đúng nguyên văn redirect_uri này cho ứng dụng ở hệ thống dvcqg (API điều khiển, /clients?system=dvcqg), kể cả dấu gạch chéo cuối',
      en: 'Portal developer: register exactly this redirect_uri for the client at the system dvcqg (control API, /clients?system=dvcqg), trailing slash included',
    },
  },
  invalid_client: {
    title: { vi: 'Không có ứng dụng này', en: 'There is no such client' },
    cure: {
      vi: 'Nhà phát triển cổng: đăng ký client_id này ở hệ thống dvcqg (API điều khiển, /clients?system=dvcqg), hoặc dùng demo-portal. Ứng dụng đã đăng ký ở VNeID không tự có ở đây',
      en: 'Portal developer: register this client_id at the system dvcqg (control API, /clients?system=dvcqg), or use demo-portal. A client of VNeID is not one here',
    },
  },
  invalid_request: {
    title: { vi: 'Yêu cầu thiếu hoặc sai tham số', en: 'The request lacks a parameter or has a wrong one' },
    cure: {
      vi: 'Nhà phát triển cổng: sửa yêu cầu gửi tới /oauth2/authorize theo chi tiết kỹ thuật bên dưới',
      en: 'Portal developer: mend the request to /oauth2/authorize as the technical detail says',
    },
  },
};

const UNKNOWN = {
  title: { vi: 'Đăng nhập không tiếp tục được', en: 'The sign-in cannot go on' },
  cure: {
    vi: 'Quay lại cổng dịch vụ và thử lại; nhà phát triển cổng xem mã lỗi trong chi tiết kỹ thuật',
    en: 'Go back to the portal and try again; its developers find the code in the technical detail',
  },
};

/** WSO2's error page, with what to do about it. */
export const oauthErrorPage = ({ lang, assets, code, message, detail }: OAuthErrorProps): Content => {
  const { title, cure } = (Object.hasOwn(known, code) ? known[code] : undefined) ?? UNKNOWN;
  const lines = [
    `oauthErrorCode  ${code}`,
    `oauthErrorMsg   ${message}`,
    ...(detail && detail !== message ? [detail] : []),
  ];
  return refusalPage({ lang, assets, title, cure, detail: lines.join('\n') });
};
