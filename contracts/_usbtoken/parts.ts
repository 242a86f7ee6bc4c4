import type { Contract } from '../_contract.ts';

/** What is known more or less well than the operation that it belongs to. */
export const usbtokenParts: NonNullable<Contract['parts']> = {
  'VGCA Status': {
    fidelity: 'ours',
    note: {
      vi: 'Chỉ 0 (thành công) là đã biết; các số khác của hộp cát: 1 hủy, 2 không có USB ký số, 3 thiếu driver, 4 không có chứng thư, 5 PIN bị khóa, 6 chứng thư hết hạn, 7 thông điệp sai, 8 không mô phỏng, 9 quá nhiều hộp thoại, 10 không tải được tệp, 11 tệp không ký được, 12 tệp đã đổi, 13 máy chủ không nhận tệp, 14 chữ ký không hợp lệ',
      en: 'Only 0 (done) is known; the sandbox’s own: 1 cancelled, 2 no token, 3 no driver, 4 no certificate, 5 PIN blocked, 6 certificate not valid, 7 bad message, 8 not emulated, 9 too many dialogues, 10 the file cannot be fetched, 11 it cannot be signed, 12 it has changed, 13 the server does not take it, 14 the signature is not valid',
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
  'VGCA SignXML, VerifyXML': {
    fidelity: 'M',
    note: {
      vi: 'Trường gửi và nhận theo mã nguồn công khai: Base64Content, Signature là XML đã ký (base64); VerifyXML nhận Data, trả một phần tử cho mỗi chữ ký. XmlDsigForm bỏ qua; chữ ký ở đây là XAdES',
      en: 'What is sent and answered is taken from public clients: Base64Content, Signature is the signed XML in base64; VerifyXML takes Data and answers one object for each signature. XmlDsigForm is ignored; the signature is XAdES',
    },
  },
  'VGCA SignPDF, SignFile, SignApproved …': {
    fidelity: 'M',
    note: {
      vi: 'Trường gửi, trả lời và Files của SignFiles theo mã nguồn công khai. Suy luận: tệp ký gửi bằng multipart/form-data, trường uploadfile; SessionId là cookie, JWTToken là bearer; MetaData là trường của biểu mẫu; FileServer là lời đáp của máy chủ. Hộp cát không vẽ con dấu lên trang: nội dung nằm trong lý do ký. FileName rỗng (hỏi người dùng tệp nào) không mô phỏng',
      en: 'What is sent and answered, Files of SignFiles too, is taken from public clients. Inferred: the signed file goes out as multipart/form-data in the field uploadfile; SessionId is a cookie, JWTToken a bearer token; MetaData are fields of the form; FileServer is what the server answers. No stamp is drawn on a page: its words are the reason of the signature. An empty FileName (ask the person for a file) is not emulated',
    },
  },
  'VGCA VerifyPDF, VerifyMsg': {
    fidelity: 'ours',
    note: {
      vi: 'Đã biết trường gửi (FileName; Base64Content, Signature), chưa biết lời đáp: ở đây Status 0 hoặc 14, Message nói lý do. Phần mềm thật hiện cửa sổ',
      en: 'What is sent is known (FileName; Base64Content, Signature), what is answered is not: here Status 0 or 14, and Message says why. The real plug-in shows a window',
    },
  },
  'VGCA Auth, GetCertInfo, GetVersion, GetLicenseRequest': {
    fidelity: 'L',
    note: {
      vi: 'Đường dẫn đã biết, nội dung trả lời thì chưa: ở đây cùng một dạng với các chức năng khác',
      en: 'The paths are known, what they answer is not: here the same shape as the others',
    },
  },
  'VGCA SignFiles': {
    fidelity: 'L',
    note: {
      vi: 'Chức năng sign_files đã biết, đường dẫn /SignFiles là suy luận; tối đa 10 tệp là của HopCat',
      en: 'The function sign_files is known, its path /SignFiles is inferred; at most 10 files is ours',
    },
  },
  'VNPT replies': {
    fidelity: 'L',
    note: {
      vi: 'Mã 0 đến 11 đã biết; riêng setLicenseKey trả 1 khi nhận khóa và -1 khi không có khóa, với khóa nào cũng vậy: suy luận. Mã 4 và 9 không bao giờ có. Dạng ngày của notAfter và serial trong signArrData là của HopCat; tối đa 100 dữ liệu mỗi lần cũng vậy. Thông điệp không phải {functionID, funcCallback, args[], domain} thì WebSocket đóng',
      en: 'The codes 0 to 11 are known; but that setLicenseKey says 1 for a key, whichever, and -1 for none, is inferred. 4 and 9 never come. How notAfter writes a date, and serial in signArrData, are ours, as is at most 100 data a call. For what is no {functionID, funcCallback, args[], domain} the WebSocket closes',
    },
  },
  'other plug-ins': {
    fidelity: 'unverified',
    note: {
      vi: 'Cố ý không mô phỏng: phần mềm của BkavCA có bộ FUNCTION_ID tương tự, cổng và chức năng của Viettel-CA chưa rõ',
      en: "Left out on purpose: BkavCA's plug-in has a similar scheme of FUNCTION_ID, Viettel-CA's ports and functions are not known",
    },
  },
  'VNPT args': {
    fidelity: 'M',
    note: {
      vi: 'Thứ tự args suy từ các trang công khai: dữ liệu trước, số sê-ri sau. checkPluginAdvanced, ValidateCertificate, CheckToken trả lời theo suy luận',
      en: 'The order of args is taken from public pages: data first, then a serial number. What checkPluginAdvanced, ValidateCertificate, CheckToken answer is inferred',
    },
  },
  'VNPT SignXML, SignPDF, SignPDFMultiplePages': {
    fidelity: 'M',
    note: {
      vi: 'args: tài liệu (base64), rồi tùy chọn dạng JSON, như các trang công khai; data là tài liệu đã ký (base64). Nội dung của tùy chọn không được dùng: chữ ký PDF không vẽ theo trang, vị trí của nó; số 12 thiếu tùy chọn là mã 6, không phải JSON là mã 7',
      en: 'args: the document in base64, then options as JSON, as public pages have it; data is the signed document in base64. What the options say is not used: no PDF signature is drawn on their pages and places; 12 without them is code 6, with what is no JSON code 7',
    },
  },
  'certificates that are not good': {
    fidelity: 'ours',
    note: {
      vi: 'Chứng thư hết hạn hoặc chưa có hiệu lực thì không ký; bị thu hồi hoặc tạm dừng thì vẫn ký, vì USB ký số không hỏi OCSP: cổng phải kiểm tra',
      en: 'One that has expired or is not valid yet does not sign; one that is revoked or suspended still does, as a token asks no OCSP: the portal has to check',
    },
  },
};
