/** What a name is made of: a given name alone, a lead (Văn, Thị …) and it, a compound, a lead and a compound. */
export type Make = 'bare' | 'led' | 'compound' | 'long';

/** Names of one gender and period. Weights are per hundred. */
export interface Fashion {
  until: number;
  makes: readonly (readonly [weight: number, make: Make])[];
  leads: string;
  given: string;
  compounds: string;
}

export const men: readonly Fashion[] = [
  {
    until: 1954,
    makes: [
      [2, 'bare'],
      [98, 'led'],
    ],
    leads: 'Văn Văn Văn Văn Văn Văn Văn Văn Văn Đình Hữu Ngọc Xuân Đức Công Bá Trọng Quang Thế Khắc',
    given:
      'An Ba Bảy Bình Bốn Cầm Cẩn Châu Chiến Chính Chương Cường Dần Đạo Đệ Định Đông Giáp Hai Hải Hiền Hòa Hoạt Hợi Hồng Huấn Hùng Khánh Khoan Kiên Lâm Lập Lộc Long Lợi Lương Mạnh Mão Minh Năm Nghĩa Ngọ Nhân Ninh Phú Phúc Quý Sáu Sơn Sửu Tám Tân Thái Thanh Thìn Thịnh Thọ Thuận Toàn Trung Tư Tuất Tý Út Vinh Vượng Xuân',
    compounds: '',
  },
  {
    until: 1974,
    makes: [
      [1, 'bare'],
      [99, 'led'],
    ],
    leads:
      'Văn Văn Văn Văn Văn Văn Văn Văn Đình Hữu Ngọc Xuân Đức Quang Thanh Công Minh Quốc Trọng Thế Viết Bá',
    given:
      'Bình Chiến Chung Cường Dũng Dương Đông Đức Giang Hà Hải Hiếu Hòa Hùng Hưng Khánh Khoa Kiên Lâm Lộc Long Lợi Lực Mạnh Minh Nam Nghĩa Nhân Phong Phúc Phương Quân Quang Quý Quyết Sinh Sơn Tâm Tân Thái Thành Thắng Thịnh Thọ Thuận Tiến Toàn Trung Trường Tú Tuấn Tùng Việt Vinh',
    compounds: '',
  },
  {
    until: 1994,
    makes: [
      [80, 'led'],
      [20, 'compound'],
    ],
    leads:
      'Văn Văn Văn Văn Văn Đức Quang Minh Quốc Thanh Ngọc Xuân Hữu Đình Duy Trung Tuấn Hoàng Mạnh Công Tiến Trọng',
    given:
      'Anh Bình Cường Dũng Duy Đạt Đức Giang Hà Hải Hiếu Hiệp Hoàng Hùng Huy Hưng Khoa Kiên Lâm Linh Long Minh Nam Nghĩa Nhân Phong Phúc Phương Quân Quang Sơn Tài Tâm Thắng Thành Thái Thịnh Tiến Toàn Trung Trường Tú Tuấn Tùng Việt Vinh Vũ',
    compounds:
      'Anh_Tuấn Tuấn_Anh Mạnh_Hùng Tiến_Dũng Quốc_Việt Minh_Tuấn Hoàng_Anh Thanh_Tùng Đức_Thắng Quang_Huy Hồng_Quân Trung_Hiếu Ngọc_Sơn Việt_Anh Duy_Khánh Thành_Trung Hải_Nam Xuân_Trường Anh_Dũng Minh_Đức',
  },
  {
    until: 2009,
    makes: [
      [25, 'led'],
      [55, 'compound'],
      [20, 'long'],
    ],
    leads: 'Văn Văn Văn Đức Quang Ngọc Hữu Đình Duy Trung Hoàng Mạnh Công Tiến Trọng Xuân',
    given:
      'Anh Bảo Cường Dũng Duy Đạt Đức Hải Hiếu Hoàng Huy Hưng Khải Khánh Khoa Kiên Lâm Linh Long Minh Nam Nhật Phát Phong Phúc Quân Quang Sơn Tài Thành Thịnh Tiến Toàn Trí Trung Trường Tú Tuấn Tùng Việt Vinh Vũ Vương',
    compounds:
      'Minh_Quân Đức_Anh Quang_Huy Tuấn_Anh Hoàng_Nam Minh_Đức Thành_Đạt Quốc_Bảo Gia_Huy Hoàng_Long Duy_Khánh Trung_Kiên Việt_Hoàng Tiến_Đạt Nhật_Minh Xuân_Trường Công_Minh Hải_Đăng Khánh_Duy Trọng_Nhân Thanh_Tùng Quang_Vinh Đình_Phong Hữu_Phước Phúc_Thịnh Bảo_Long Thái_Sơn Anh_Quân Minh_Hiếu Tấn_Phát',
  },
  {
    until: 2099,
    makes: [
      [6, 'led'],
      [58, 'compound'],
      [36, 'long'],
    ],
    leads: 'Hoàng Ngọc Đức Quang Đình Hữu Duy Công Xuân Trọng Văn Việt',
    given:
      'An Anh Bách Đăng Huy Khang Khoa Khôi Kiên Kiệt Lâm Long Minh Nam Nguyên Phát Phong Phúc Quân Thịnh Trí Vinh',
    compounds:
      'Gia_Bảo Minh_Khôi Bảo_Minh Đăng_Khoa Phúc_An Minh_Nhật Khôi_Nguyên Gia_Hưng Thiên_Ân Tuấn_Kiệt Anh_Khoa Gia_Huy Minh_Quân Nhật_Nam Hải_Đăng Bảo_Khang Minh_Khang Phúc_Lâm Đức_Minh Hoàng_Bách Tùng_Lâm Quang_Minh Thiên_Phúc Gia_Khánh Tấn_Phát Minh_Triết Bảo_Nam Duy_Anh Hoàng_Phúc Nguyên_Khang An_Khang Nhật_Minh Bảo_Long Minh_Trí Quốc_Thiên Tiến_Đạt',
  },
];

export const women: readonly Fashion[] = [
  {
    until: 1954,
    makes: [
      [3, 'bare'],
      [97, 'led'],
    ],
    leads: 'Thị',
    given:
      'An Ba Bảy Bình Bốn Chanh Chín Chút Cúc Dần Dậu Dung Đào Gái Hai Hiền Hòa Hoa Hoan Hồng Huệ Hương Khuyên Lài Lan Lành Liên Liễu Lý Mai Mận Mùi Năm Ngà Ngọ Nhài Nhàn Nhạn Nhung Phượng Sáu Sen Tám Tâm Thảo Thắm Thìn Thơm Thu Tư Tươi Út Vân Xuân Yến',
    compounds: '',
  },
  {
    until: 1974,
    makes: [
      [1, 'bare'],
      [62, 'led'],
      [12, 'compound'],
      [25, 'long'],
    ],
    leads: 'Thị',
    given:
      'Bích Bình Cúc Dung Đào Hà Hải Hằng Hạnh Hiền Hoa Hòa Hồng Huệ Hương Lan Liên Loan Lý Mai Minh Nga Ngọc Nguyệt Nhàn Nhung Oanh Phương Phượng Quyên Tâm Thanh Thảo Thoa Thu Thủy Tuyết Vân Xuân Yến',
    compounds:
      'Thu_Hà Kim_Anh Ngọc_Lan Thanh_Hương Bích_Thủy Kim_Liên Minh_Nguyệt Hồng_Vân Thúy_Nga Thu_Thủy Kim_Oanh Ngọc_Dung Thanh_Mai Mai_Hương Tuyết_Mai Bích_Ngọc Mỹ_Hạnh Kim_Loan Ánh_Tuyết Thanh_Vân Lệ_Hằng Xuân_Hương Hồng_Nhung Thu_Hiền Kim_Thoa',
  },
  {
    until: 1994,
    makes: [
      [40, 'led'],
      [25, 'compound'],
      [35, 'long'],
    ],
    leads: 'Thị',
    given:
      'Anh Chi Dung Giang Hà Hằng Hạnh Hiền Hoa Hồng Huyền Hương Lan Linh Loan Ly Mai My Nga Ngân Ngọc Nhung Oanh Phương Phượng Quỳnh Tâm Thảo Thanh Thúy Thủy Thương Trang Tuyết Uyên Vân Vy Yến',
    compounds:
      'Thu_Trang Thanh_Huyền Thùy_Linh Thu_Hương Ngọc_Ánh Hồng_Nhung Thanh_Thảo Minh_Hằng Hải_Yến Lan_Anh Phương_Thảo Kiều_Trang Mai_Phương Thúy_Hằng Bích_Phượng Quỳnh_Nga Diệu_Linh Thu_Hà Thùy_Dương Kim_Ngân Ngọc_Huyền Hoài_Thương Mỹ_Linh Thanh_Tâm Ngọc_Diệp Bảo_Trâm Cẩm_Tú Mộng_Tuyền Trúc_Ly Kim_Chi',
  },
  {
    until: 2009,
    makes: [
      [8, 'led'],
      [55, 'compound'],
      [37, 'long'],
    ],
    leads: 'Thị Thị Thị Thị Ngọc Hoàng',
    given:
      'Anh Dung Giang Hà Hằng Huyền Hương Linh Ly Mai My Ngân Ngọc Nhi Nhung Phương Quỳnh Thảo Thư Trang Uyên Vy Yến',
    compounds:
      'Khánh_Linh Minh_Anh Thùy_Trang Phương_Anh Quỳnh_Anh Thảo_Vy Hà_My Thu_Phương Bảo_Ngọc Diệu_Linh Yến_Nhi Mai_Anh Thanh_Trúc Ngọc_Trâm Hoàng_Yến Tường_Vy Kim_Ngân Thảo_Nguyên Quỳnh_Như Hồng_Ngọc Phương_Thảo Thanh_Ngân Khánh_Huyền Linh_Chi Mỹ_Duyên Cẩm_Ly Tuyết_Nhi Hải_Anh Vân_Anh Ngọc_Ánh',
  },
  {
    until: 2099,
    makes: [
      [4, 'led'],
      [60, 'compound'],
      [36, 'long'],
    ],
    leads: 'Ngọc Hoàng Minh Thị Phương Hà Thanh Khánh',
    given: 'An Anh Châu Chi Hân Linh Ngân Ngọc Nhi Thảo Thư Trâm Uyên Vy Yến',
    compounds:
      'Gia_Hân Bảo_Ngọc Khánh_An Bảo_Anh An_Nhiên Minh_Châu Ngọc_Diệp Thảo_Nhi Tuệ_An Khánh_Vy Phương_Linh Hà_Anh Tú_Anh Quỳnh_Chi Diệp_Chi Tuệ_Nhi Bảo_Hân Gia_Linh Minh_Thư Anh_Thư Như_Ý Bảo_Trân Thiên_Kim Ngọc_Hân Khả_Hân Linh_Đan Hoài_An Mai_Chi Nhã_Uyên Kim_Khánh Khánh_Ngân Bảo_Châu',
  },
];

/** The Mông name otherwise. */
export const mong = {
  men: { lead: 'A', given: 'Chống Dế Giống Lử Páo Sình Sử Tủa Vàng Chu Dơ Khua' },
  women: { lead: 'Thị', given: 'Chá Chu Dở Dợ Mai Mỷ Sua Vá Xay' },
};
