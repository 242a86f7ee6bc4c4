import type { Contract } from '../_contract.ts';

/** What is known more or less well than the operation that it belongs to. */
export const simpkiParts: NonNullable<Contract['parts']> = {
  'SOAP version and style': {
    fidelity: 'M',
    note: {
      vi: 'SOAP 1.2, rpc/literal theo WSDL 2.7.1 của nhà cung cấp; SOAP 1.1 và thông điệp không có phần tử thao tác cũng được nhận; mã của ETSI trong lỗi SOAP 1.1 nằm ở Status của detail: của HopCat',
      en: "SOAP 1.2, rpc/literal as the provider's WSDL 2.7.1 has it; SOAP 1.1, and a request without the operation's element, are taken too; that a fault of SOAP 1.1 has ETSI's code in a Status of its detail is ours",
    },
  },
  'status codes': {
    fidelity: 'M',
    note: {
      vi: '100 và 500 đến 505: số và tên theo mã nguồn laverca; dịch vụ thật trả mã nào trong từng tình huống thì chưa rõ',
      en: '100 and 500 to 505: numbers and names as laverca has them; which of them the real service answers when is not known',
    },
  },
  'other status codes': {
    fidelity: 'unverified',
    note: {
      vi: '101 đến 109, 208, 209, 401 đến 407, 422 đến 425 và 900: số và tên theo ETSI TS 102 204, chưa ai đối chiếu với dịch vụ thật',
      en: '101 to 109, 208, 209, 401 to 407, 422 to 425 and 900: numbers and names as ETSI TS 102 204 has them, which nobody compared with the real service',
    },
  },
  limits: {
    fidelity: 'L',
    note: {
      vi: 'Khách hàng gửi AP_TransID 10 ký tự; ở đây nhận tới 64. 239 ký tự của DataToBeDisplayed theo một dịch vụ cùng loại; TimeOut từ 1 đến 999999 giây là của HopCat',
      en: 'Clients send an AP_TransID of 10 characters; here up to 64 are taken. 239 characters of DataToBeDisplayed are those of a service of this kind; TimeOut of 1 to 999999 seconds is ours',
    },
  },
  'success 408': {
    fidelity: 'unverified',
    note: {
      vi: 'Một khách hàng chờ 408 cả khi ký; ETSI trả 500 hoặc 502. Đặt simpki.success: "408" để giống khách hàng đó. MSS_Registration luôn trả 408',
      en: 'One client waits for 408 after a signature too; ETSI answers 500 or 502. Set simpki.success: "408" to be like that client. MSS_Registration always answers 408',
    },
  },
  'HTTP status of faults': {
    fidelity: 'L',
    note: {
      vi: 'Mọi SOAP Fault là HTTP 500 (trừ 413 khi quá lớn, 415 khi không phải XML), như một dịch vụ cùng loại có tài liệu công khai; SOAP 1.2 cho phép 400 với lỗi của bên gửi',
      en: 'Every SOAP fault goes out with 500 (but 413 for too large, 415 for what is not sent as XML), as a documented service of this kind does it; SOAP 1.2 has 400 for what the sender did wrong',
    },
  },
  'additional services': {
    fidelity: 'M',
    note: {
      vi: 'signingCertificate trả chứng thư (base64) trong phần tử any cạnh mssURI, như một khách hàng đọc; signatureValidation làm cho thành công là 502',
      en: 'signingCertificate answers the certificate (base64) in the element any beside mssURI, as one client reads it; signatureValidation turns success into 502',
    },
  },
  'signature formats': {
    fidelity: 'L',
    note: {
      vi: 'PKCS1 là định dạng mà khách hàng ở Việt Nam gửi; PKCS7 và CMS-Signature có ở các dịch vụ ETSI khác: CMS tách rời (CAdES-BES) trên mã băm đã gửi, kèm chứng thư',
      en: 'PKCS1 is what clients in Viet Nam send; other ETSI services have PKCS7 and CMS-Signature: a detached CMS (CAdES-BES) over the digest that was sent, with the certificates',
    },
  },
  asynchServerServer: {
    fidelity: 'L',
    note: {
      vi: 'ETSI có chế độ này; địa chỉ nhận đặt trong settings, thông điệp là MSS_SignatureResp như câu trả lời đồng bộ',
      en: 'ETSI has this mode; the address stands in the settings, and the message is the MSS_SignatureResp that a synchronous call would be answered with',
    },
  },
  'PIN caching': {
    fidelity: 'L',
    note: {
      vi: 'AP_TransID đã được duyệt ký tiếp trong 15 phút mà không hỏi PIN; SIM thật có hiện nội dung hay không thì chưa rõ',
      en: 'An approved AP_TransID signs on for 15 minutes without a PIN; whether the real SIM still shows the text is not known',
    },
  },
  'verification code': {
    fidelity: 'unverified',
    note: {
      vi: '%%VC%% trong DataToBeDisplayed thành bốn chữ số từ mã băm; công thức mượn của Mobile-ID Estonia',
      en: "%%VC%% in DataToBeDisplayed becomes four digits made of the digest; the formula is that of Estonia's Mobile-ID",
    },
  },
  'mutual TLS': {
    fidelity: 'L',
    note: {
      vi: 'Dịch vụ thật đòi chứng thư của máy khách; ở đây là tùy chọn simpki.clientCertificates, chứng thư do hộp cát cấp theo AP_ID. Các cổng của chính hộp cát được miễn theo AP_ID và mật khẩu (công khai trong mã nguồn), nên ai gọi bằng AP_ID của chúng cũng không cần chứng thư. Trường nào của chứng thư thật cho biết AP thì chưa rõ',
      en: 'The real service asks for a client certificate; here that is the option simpki.clientCertificates, with certificates that the sandbox makes for an AP_ID. Portals of the sandbox itself are exempt by AP_ID and password (public, in the source), so whoever calls by one of theirs needs none. Which field of a real one names the AP is not known',
    },
  },
};
