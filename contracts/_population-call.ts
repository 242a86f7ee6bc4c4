import type { Failure, Operation } from './_contract.ts';

/** No message of the register is anywhere near this. */
export const maxBytes = 65_536;

export const fails = {
  empty: { title: { vi: 'Bản ghi rỗng', en: 'An empty record' } },
  'stale-data': {
    title: {
      vi: 'Dữ liệu cũ: chỉ có số CMND, địa chỉ trước sáp nhập, tình trạng cũ',
      en: 'An old state: the old card number only, the address before the merger, the status of then',
    },
  },
  'wrong-person': { title: { vi: 'Bản ghi của người khác', en: "Somebody else's record" } },
  quota: { title: { vi: 'Hết lượt gọi', en: 'The quota is used up' }, fault: 'quota_exceeded' },
  'expired-credential': {
    title: { vi: 'Tài khoản kết nối hết hạn', en: 'The credential has expired' },
    fault: 'expired_credential',
  },
} as const satisfies Record<string, Failure>;

/** An operation that takes a SOAP message and answers one. */
export const call = {
  method: 'POST',
  xml: true,
  maxBytes,
  answers: { 200: 'xml' },
  errors: 'own',
  fails,
} as const satisfies Omit<Operation, 'path' | 'title' | 'fidelity'>;
