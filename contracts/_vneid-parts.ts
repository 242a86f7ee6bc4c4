import type { Contract } from './_contract.ts';

/** Parts of VNeID's wire that are known more or less well than the operation that they belong to. */
export const vneidParts = {
  encrypt_key: {
    fidelity: 'M',
    note: {
      vi: 'Tham số encrypt_key ở địa chỉ quay về, và được gửi lại khi đổi mã: một nguồn',
      en: 'encrypt_key in the callback, sent back with the token request: one source',
    },
  },
  encrypted_code: {
    fidelity: 'M',
    note: {
      vi: 'Mã là base64 của AES-ECB (PKCS#7), khóa AES bọc bằng RSA PKCS#1 v1.5: một nguồn; độ dài khóa 256 bit là của HopCat',
      en: 'The code is base64 of AES-ECB (PKCS#7), its key wrapped by RSA PKCS#1 v1.5: one source; the key length of 256 bits is our own',
    },
  },
  decrypted_or_raw_code: {
    fidelity: 'unverified',
    note: {
      vi: 'Chưa rõ hệ thống thật cần mã đã giải mã hay mã gốc: chọn bằng vneid_code khi đăng ký ứng dụng',
      en: 'Whether the real system wants the decrypted or the raw code is not settled: choose by vneid_code at registration',
    },
  },
  envelope: {
    fidelity: 'M',
    note: {
      vi: 'Câu trả lời {data, key} của /token và /userinfo, không có id_token: một nguồn',
      en: 'The {data, key} answers of /token and /userinfo, without an id_token: one source',
    },
  },
  encrypted_claims: {
    fidelity: 'M',
    note: {
      vi: 'Tên citizenPid, fullName, birthDate, accountType, accountLevel: một nguồn; giá trị của accountType và accountLevel là của HopCat',
      en: 'The names citizenPid, fullName, birthDate, accountType, accountLevel: one source; the values of accountType and accountLevel are our own',
    },
  },
  organisation: {
    fidelity: 'ours',
    note: {
      vi: 'Scope và thông tin organisation là của HopCat: cách VNeID chia sẻ định danh tổ chức chưa công bố; có từ 01/07/2024 theo lịch của không gian làm việc',
      en: "The scope and claim organisation are our own: how VNeID shares an organisation's identity is not public; they are given from 1 July 2024 by the workspace's calendar",
    },
  },
  acr: {
    fidelity: 'ours',
    note: {
      vi: 'Giá trị LoA1, LoA2 theo cách gọi của Cổng Dịch vụ công quốc gia',
      en: 'The values LoA1 and LoA2 follow the national portal',
    },
  },
  one_time_password: {
    fidelity: 'ours',
    note: {
      vi: 'Sáu chữ số, ba phút, năm lần thử, khóa mười lăm phút',
      en: 'Six digits, three minutes, five tries, a rest of fifteen minutes',
    },
  },
  lifetimes: {
    fidelity: 'ours',
    note: {
      vi: 'Mã 60 giây, token truy cập 1 giờ, token làm mới 14 ngày, phiên 8 giờ',
      en: 'Code 60 seconds, access token 1 hour, refresh token 14 days, session 8 hours',
    },
  },
} as const satisfies Contract['parts'];
