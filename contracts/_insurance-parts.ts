import type { Contract } from './_contract.ts';

/** Parts of the wire that are known more or less well than the operations that they belong to. */
export const insuranceParts = {
  maKetQua: {
    fidelity: 'H',
    note: {
      vi: 'Bảng mã của việc tra cứu thẻ: nhiều ứng dụng bệnh viện độc lập ghi như nhau',
      en: 'The codes of a card check: several independent hospital clients agree',
    },
  },
  maKetQua_token: {
    fidelity: 'L',
    note: {
      vi: 'Mã 200, 401, 402, 403, 500 có trong tài liệu; 402 là tài khoản bị khóa và 403 là không có quyền chỉ là cách hiểu của HopCat',
      en: 'The codes 200, 401, 402, 403, 500 are documented; that 402 is a locked account and 403 one without permission is how HopCat reads them',
    },
  },
  http_status: {
    fidelity: 'L',
    note: {
      vi: 'Kết quả nằm ở maKetQua với HTTP 200; chưa rõ cổng thật có khi nào dùng mã HTTP khác không',
      en: 'The result is maKetQua with HTTP 200; whether the real gateway ever uses another HTTP status is not known',
    },
  },
  order_of_checks: {
    fidelity: 'L',
    note: {
      vi: 'Khi sai nhiều chỗ cùng lúc, cổng thật báo lỗi nào trước là suy luận: cán bộ, mã thẻ, họ tên, ngày sinh, tình trạng thẻ',
      en: 'Which of several mistakes comes first is inferred: officer, card number, name, birth date, state of the card',
    },
  },
  officer: {
    fidelity: 'M',
    note: {
      vi: 'Từ năm 2024 phải gửi họ tên và số CCCD của cán bộ tra cứu đã đăng ký; thiếu thì HopCat báo 205',
      en: 'Since 2024 the name and number of a registered officer must be sent; HopCat answers 205 where one is missing',
    },
  },
  first_letters: {
    fidelity: 'unverified',
    note: {
      vi: '061 khi mọi từ trong họ tên có đúng chữ cái đầu, không xét dấu: cách hiểu của HopCat',
      en: '061 when every word of the name has the right first letter, diacritics aside: how HopCat reads it',
    },
  },
  token_lifetime: {
    fidelity: 'ours',
    note: {
      vi: 'Thời hạn token không được công bố; đặt bằng settings.insurance.tokenSeconds. Lấy token mới không làm mất token cũ',
      en: "A token's lifetime is not public; settings.insurance.tokenSeconds sets it. A new token does not end an older one",
    },
  },
  visits: {
    fidelity: 'ours',
    note: {
      vi: 'Tên trường theo cổng thật (H); các lần khám được sinh ra từ mã số BHXH',
      en: 'The names of the fields are the real ones (H); the visits are derived from the insurance number',
    },
  },
} as const satisfies Contract['parts'];
