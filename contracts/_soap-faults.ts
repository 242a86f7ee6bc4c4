import type { FaultKind } from './_contract.ts';

/** SOAP 1.1, 6.2: a fault goes out with status 500, whoever is to blame. */
const soapFault = (vi: string, en: string, cureVi: string, cureEn: string): FaultKind => ({
  status: 500,
  title: { vi, en },
  cure: { vi: cureVi, en: cureEn },
});

/** What a system that speaks SOAP 1.1 refuses before it knows what it is asked. */
export const soapFaults = {
  dtd_forbidden: soapFault(
    'Không nhận DTD hay khai báo thực thể',
    'No DTD and no entity declaration is taken',
    'Bỏ <!DOCTYPE …>; SOAP 1.1 (mục 3) cũng không cho phép',
    'Leave out <!DOCTYPE …>; SOAP 1.1 (section 3) does not allow it either',
  ),
  instruction_forbidden: soapFault(
    'Không nhận chỉ thị xử lý',
    'No processing instruction is taken',
    'Chỉ giữ khai báo <?xml …?> ở ngay đầu nội dung',
    'Keep only the declaration <?xml …?>, at the very beginning',
  ),
  wrong_encoding: soapFault(
    'Bảng mã không phải UTF-8',
    'The encoding is not UTF-8',
    'Gửi UTF-8, và ghi UTF-8 ở cả Content-Type lẫn khai báo XML, hoặc không ghi ở đâu cả',
    'Send UTF-8, and say UTF-8 in Content-Type and in the XML declaration, or in neither',
  ),
  too_deep: soapFault(
    'XML lồng quá sâu',
    'The XML is nested too deeply',
    'Gửi đúng thông điệp của thao tác; không thông điệp nào sâu quá 8 cấp',
    'Send the message of the operation; none is deeper than 8 levels',
  ),
  not_xml: soapFault(
    'Nội dung không phải XML đúng quy tắc',
    'The body is not well-formed XML',
    'Sửa chỗ được nêu trong chi tiết',
    'Mend what the detail names',
  ),
  not_soap: soapFault(
    'Nội dung không phải thông điệp SOAP',
    'The body is not a SOAP message',
    'Gửi Envelope có một Body, trong Body có đúng một phần tử',
    'Send an Envelope with one Body that holds exactly one element',
  ),
  version_mismatch: soapFault(
    'Không phải SOAP 1.1',
    'This is not SOAP 1.1',
    'Dùng không gian tên http://schemas.xmlsoap.org/soap/envelope/ cho Envelope',
    'Use the namespace http://schemas.xmlsoap.org/soap/envelope/ for the Envelope',
  ),
  must_understand: soapFault(
    'Có tiêu đề SOAP bắt buộc hiểu mà hệ thống không hiểu',
    'A SOAP header must be understood, and is not',
    'Bỏ mustUnderstand="1"; hệ thống này không dùng tiêu đề SOAP nào',
    'Leave out mustUnderstand="1"; this system uses no SOAP header',
  ),
  wrong_message: soapFault(
    'Thông điệp không thuộc thao tác này',
    'The message is not of this operation',
    'Xem ?wsdl của địa chỉ này: tên phần tử và không gian tên trong Body',
    "See this address's ?wsdl: name and namespace of the element in the Body",
  ),
} as const satisfies Record<string, FaultKind>;
