import type { Province } from './province.ts';

export const central: readonly Province[] = [
  {
    province: '44 Tỉnh Quảng Trị',
    weight: 19,
    wards: [
      '18859 Phường Đồng Thuận < 18859 Phường Bắc Lý, 450 Thành phố Đồng Hới, 44 Tỉnh Quảng Bình',
      '19030 Xã Trung Thuần < 19039 Xã Quảng Tiến, 454 Huyện Quảng Trạch, 44 Tỉnh Quảng Bình',
      '19333 Phường Đông Hà < 19330 Phường Đông Giang, 461 Thành phố Đông Hà, 45 Tỉnh Quảng Trị',
      '19483 Xã A Dơi < 19492 Xã Xy, 465 Huyện Hướng Hóa, 45 Tỉnh Quảng Trị',
    ],
  },
  {
    province: '46 Thành phố Huế',
    weight: 14,
    wards: [
      '19753 Phường Phú Xuân < 19750 Phường Tây Lộc, 475 Quận Phú Xuân, 46 Thành phố Huế',
      '19942 Xã Phú Vang < 19957 Xã Vinh Hà, 478 Huyện Phú Vang, 46 Thành phố Huế',
    ],
  },
  {
    province: '48 Thành phố Đà Nẵng',
    weight: 31,
    wards: [
      '20194 Phường Hải Vân < 20194 Phường Hòa Hiệp Bắc, 490 Quận Liên Chiểu, 48 Thành phố Đà Nẵng',
      '20242 Phường Hải Châu < 20233 Phường Thạch Thang, 492 Quận Hải Châu, 48 Thành phố Đà Nẵng',
      '20263 Phường Sơn Trà < 20269 Phường Mân Thái, 493 Quận Sơn Trà, 48 Thành phố Đà Nẵng',
      '20320 Xã Hòa Vang < 20317 Xã Hòa Phú, 497 Huyện Hòa Vang, 48 Thành phố Đà Nẵng',
      '20335 Phường Bàn Thạch < 20335 Phường Tân Thạnh, 502 Thành phố Tam Kỳ, 49 Tỉnh Quảng Nam',
      '20641 Xã Quế Sơn < 20677 Xã Quế Long, 509 Huyện Quế Sơn, 49 Tỉnh Quảng Nam',
    ],
  },
  {
    province: '51 Tỉnh Quảng Ngãi',
    weight: 22,
    wards: [
      '21025 Phường Cẩm Thành < 21019 Phường Nghĩa Chánh, 522 Thành phố Quảng Ngãi, 51 Tỉnh Quảng Ngãi',
      '21205 Xã Ba Gia < 21205 Xã Tịnh Bắc, 527 Huyện Sơn Tịnh, 51 Tỉnh Quảng Ngãi',
      '23284 Phường Đăk Cấm < 23284 Phường Duy Tân, 608 Thành phố Kon Tum, 62 Tỉnh Kon Tum',
      '23419 Xã Đăk Tờ Kan < 23419 Xã Đăk Tờ Kan, 617 Huyện Tu Mơ Rông, 62 Tỉnh Kon Tum',
    ],
  },
  {
    province: '52 Tỉnh Gia Lai',
    weight: 36,
    wards: [
      '21553 Phường Quy Nhơn Bắc < 21553 Phường Nhơn Phú, 540 Thành phố Quy Nhơn, 52 Tỉnh Bình Định',
      '21751 Xã Phù Mỹ Đông < 21751 Xã Mỹ An, 545 Huyện Phù Mỹ, 52 Tỉnh Bình Định',
      '23563 Phường Diên Hồng < 23557 Phường Yên Đỗ, 622 Thành phố Pleiku, 64 Tỉnh Gia Lai',
      '23794 Xã Mang Yang < 23806 Xã Đak Djrăng, 629 Huyện Mang Yang, 64 Tỉnh Gia Lai',
    ],
  },
  {
    province: '56 Tỉnh Khánh Hòa',
    weight: 22,
    wards: [
      '22333 Phường Bắc Nha Trang < 22327 Phường Vĩnh Hòa, 568 Thành phố Nha Trang, 56 Tỉnh Khánh Hòa',
      '22609 Xã Khánh Vĩnh < 22609 Thị trấn Khánh Vĩnh, 573 Huyện Khánh Vĩnh, 56 Tỉnh Khánh Hòa',
      '22738 Phường Đô Vinh < 22738 Phường Đô Vinh, 582 Thành phố Phan Rang-Tháp Chàm, 58 Tỉnh Ninh Thuận',
      '22828 Xã Anh Dũng < 22828 Xã Ma Nới, 585 Huyện Ninh Sơn, 58 Tỉnh Ninh Thuận',
    ],
  },
  {
    province: '66 Tỉnh Đắk Lắk',
    weight: 33,
    wards: [
      '22015 Phường Tuy Hòa < 22015 Phường 1, 555 Thành phố Tuy Hòa, 54 Tỉnh Phú Yên',
      '22147 Xã Ô Loan < 22147 Xã An Hòa Hải, 559 Huyện Tuy An, 54 Tỉnh Phú Yên',
      '24121 Phường Tân Lập < 24118 Phường Tân Lập, 643 Thành phố Buôn Ma Thuột, 66 Tỉnh Đắk Lắk',
      '24316 Xã Pơng Drang < 24319 Xã Ea Ngai, 649 Huyện Krông Búk, 66 Tỉnh Đắk Lắk',
    ],
  },
  {
    province: '68 Tỉnh Lâm Đồng',
    weight: 39,
    wards: [
      '22918 Phường Mũi Né < 22915 Phường Mũi Né, 593 Thành phố Phan Thiết, 60 Tỉnh Bình Thuận',
      '23059 Xã Hàm Thuận < 23083 Xã Thuận Minh, 597 Huyện Hàm Thuận Bắc, 60 Tỉnh Bình Thuận',
      '24611 Phường Bắc Gia Nghĩa < 24611 Phường Nghĩa Đức, 660 Thành phố Gia Nghĩa, 67 Tỉnh Đắk Nông',
      '24682 Xã Thuận An < 24667 Xã Đắk Lao, 663 Huyện Đắk Mil, 67 Tỉnh Đắk Nông',
      '24931 Xã Đơn Dương < 24952 Xã Tu Tra, 677 Huyện Đơn Dương, 68 Tỉnh Lâm Đồng',
    ],
  },
];
