import type { Contract } from './_contract.ts';

/** What is known more or less well than the operation that it belongs to. */
export const populationParts: NonNullable<Contract['parts']> = {
  'header authentication': {
    fidelity: 'H',
    note: {
      vi: 'Ba mã nguồn độc lập; khi nào lệch năm phút bị từ chối, và mã HTTP 401, là của hộp cát',
      en: "Three independent codebases; that five minutes off are refused, and HTTP 401, are the sandbox's own",
    },
  },
  'SOAP faults': {
    fidelity: 'standard',
    note: {
      vi: 'HTTP 500 và faultcode theo SOAP 1.1; phần detail là của hộp cát',
      en: "HTTP 500 and faultcode as SOAP 1.1 says; what is in detail is the sandbox's own",
    },
  },
  'not found': {
    fidelity: 'ours',
    note: {
      vi: 'Không có người, sai tên hay sai ngày sinh đều cho CongdanCollection rỗng với SoCongDan="0"; nhật ký nói vì sao',
      en: 'Nobody, another name and another birth date all give an empty CongdanCollection with SoCongDan="0"; the journal says why',
    },
  },
  'order and namespace of elements': {
    fidelity: 'ours',
    note: {
      vi: 'Phần tử con theo thứ tự nào cũng được, thuộc không gian tên của yêu cầu hoặc không thuộc không gian nào',
      en: "Children may stand in any order, in the request's namespace or in none",
    },
  },
  deceased: {
    fidelity: 'ours',
    note: {
      vi: 'Không rõ bản ghi thật cho thấy người đã mất thế nào; ở đây ghi vào GhiChu',
      en: 'How the real record shows a death is not known; here GhiChu says it',
    },
  },
  'relation codes': {
    fidelity: 'unverified',
    note: {
      vi: 'CH01 là chủ hộ; CH02 đến CH06 và CH99 là của hộp cát',
      en: "CH01 is the head; CH02 to CH06 and CH99 are the sandbox's own",
    },
  },
  gender: {
    fidelity: 'unverified',
    note: { vi: '1 là nam (chắc chắn), 2 là nữ', en: '1 is male (certain), 2 is female' },
  },
  'administrative codes': {
    fidelity: 'unverified',
    note: {
      vi: 'Từ 2025-07-01 theo lịch của không gian làm việc: MaQuanHuyen rỗng, mã tỉnh và xã mới; trước đó đủ ba cấp',
      en: "From 1 July 2025 of the workspace's calendar: MaQuanHuyen empty, new codes; before it three levels",
    },
  },
};
