import type { X509Certificate } from 'node:crypto';
import type { Text } from '../../contracts/_contract.ts';
import { vietnamDate } from '../_kit/clock.ts';

// Why a certificate, or a signature, is not believed, as whoever wanted to sign reads it.

/** `15/05/2026` in Vietnam. */
const day = (at: Date | number): string => vietnamDate(Number(at)).split('-').reverse().join('/');

/** What is under a root of somebody's own, or leads nowhere. */
export const STRANGER: Text = {
  vi: 'Tổ chức cấp chứng thư số không nằm dưới gốc quốc gia',
  en: 'The issuer of the certificate does not stand under the national root',
};

export const UNREADABLE: Text = {
  vi: 'Dữ liệu nhận được không phải chứng thư số',
  en: 'What came as a certificate is none',
};

export const FORGED: Text = {
  vi: 'Chữ ký không khớp với khóa trong chứng thư số, hoặc là chữ ký trên nội dung khác',
  en: 'The signature is not of the key in the certificate, or stands under something else',
};

export const WEAK: Text = {
  vi: 'Chứng thư số được ký bằng hàm băm yếu (SHA-1); cần SHA-2',
  en: 'The certificate was signed over a weak hash (SHA-1); SHA-2 is needed',
};

export const NOT_FOR_SIGNING: Text = {
  vi: 'Khóa trong chứng thư số không dùng để ký',
  en: "The certificate's key is not for signing",
};

export const NOT_FOR_DOCUMENTS: Text = {
  vi: 'Chứng thư số dùng cho mục đích khác, không phải để ký tài liệu',
  en: 'The certificate is for something else than documents',
};

export const OLD_LIST: Text = {
  vi: 'Danh sách thu hồi của tổ chức cấp không dùng được, nên không biết chứng thư số còn hiệu lực không',
  en: "The issuer's revocation list cannot be used, so nobody knows whether the certificate still counts",
};

export const UNKNOWN_TO_ISSUER: Text = {
  vi: 'Tổ chức cấp không biết chứng thư số này',
  en: 'The issuer does not know this certificate',
};

/** Undefined: it is in time. */
export function outOfTime(
  now: number,
  { validFrom, validTo }: X509Certificate,
  whose: 'signer' | 'authority',
): Text | undefined {
  const [vi, en] =
    whose === 'signer'
      ? ['Chứng thư số', 'The certificate']
      : ['Chứng thư số của tổ chức cấp', "The issuer's certificate"];
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  if (now > to) return { vi: `${vi} đã hết hạn ngày ${day(to)}`, en: `${en} expired on ${day(to)}` };
  if (now < from)
    return {
      vi: `${vi} chưa có hiệu lực, đến ngày ${day(from)} mới có`,
      en: `${en} is valid from ${day(from)} on`,
    };
  return undefined;
}

/** Of RFC 5280, `certificateHold`. */
const HOLD = 6;

/** What the issuer says of it. */
export function takenBack({
  reason,
  revocationDate,
}: {
  reason?: number | undefined;
  revocationDate: Date;
}): Text {
  const since = day(revocationDate);
  return reason === HOLD
    ? {
        vi: `Chứng thư số đang bị tạm dừng, từ ngày ${since}`,
        en: `The certificate has been suspended since ${since}`,
      }
    : { vi: `Chứng thư số đã bị thu hồi ngày ${since}`, en: `The certificate was revoked on ${since}` };
}
