import type { Contract } from '../_contract.ts';

/** What is known more or less well than the operation that it belongs to. */
export const usbtokenParts: NonNullable<Contract['parts']> = {
  'VGCA Status': {
    fidelity: 'ours',
    note: {
      vi: 'Chỉ 0 (thành công) là đã biết; các số khác của hộp cát: 1 hủy, 2 không có thiết bị, 3 thiếu driver, 4 không có chứng thư, 5 PIN bị khóa, 6 chứng thư hết hạn, 7 thông điệp sai, 8 không mô phỏng',
      en: 'Only 0 (done) is known; the sandbox’s own: 1 cancelled, 2 no token, 3 no driver, 4 no certificate, 5 PIN blocked, 6 certificate not valid, 7 bad message, 8 not emulated',
    },
  },
  'VGCA SignMsg': {
    fidelity: 'M',
    note: {
      vi: 'Base64Content, HashAlg, ReturnSignatureOnly lấy theo SignXML của mã nguồn công khai; Signature là CMS (base64). Không có Base64Content thì ký nguyên văn thông điệp',
      en: 'Base64Content, HashAlg, ReturnSignatureOnly as public clients send them to SignXML; Signature is a CMS in base64. Without Base64Content the message itself is signed',
    },
  },
  'VGCA SignJson': {
    fidelity: 'M',
    note: {
      vi: 'JsonContent, DetachPayload, IsPss như trang đăng nhập công khai; Signature là JWS dạng gọn có x5c: suy luận',
      en: 'JsonContent, DetachPayload, IsPss as a public sign-in page sends them; that Signature is a compact JWS with x5c is inferred',
    },
  },
  'VGCA Auth, GetCertInfo, GetVersion, GetLicenseRequest': {
    fidelity: 'L',
    note: {
      vi: 'Đường dẫn đã biết, nội dung trả lời thì chưa: ở đây cùng một dạng với các chức năng khác',
      en: 'The paths are known, what they answer is not: here the same shape as the others',
    },
  },
  'VNPT args': {
    fidelity: 'M',
    note: {
      vi: 'Thứ tự args suy từ các trang công khai: dữ liệu trước, số sê-ri sau. checkPluginAdvanced, ValidateCertificate, CheckToken trả lời theo suy luận',
      en: 'The order of args is taken from public pages: data first, then a serial number. What checkPluginAdvanced, ValidateCertificate, CheckToken answer is inferred',
    },
  },
  'certificates that are not good': {
    fidelity: 'ours',
    note: {
      vi: 'Chứng thư hết hạn hoặc chưa có hiệu lực thì không ký; bị thu hồi hoặc tạm dừng thì vẫn ký, vì thiết bị không hỏi OCSP: cổng phải kiểm tra',
      en: 'One that has expired or is not valid yet does not sign; one that is revoked or suspended still does, as a token asks no OCSP: the portal has to check',
    },
  },
};
