import type { Province } from './province.ts';

export const south: readonly Province[] = [
  {
    province: '75 Tỉnh Đồng Nai',
    weight: 45,
    wards: [
      '25195 Phường Bình Phước < 25195 Phường Tân Phú, 689 Thành phố Đồng Xoài, 70 Tỉnh Bình Phước',
      '25292 Xã Lộc Quang < 25292 Xã Lộc Phú, 692 Huyện Lộc Ninh, 70 Tỉnh Bình Phước',
      '25993 Phường Trảng Dài < 25993 Phường Trảng Dài, 731 Thành phố Biên Hòa, 75 Tỉnh Đồng Nai',
      '26254 Xã Bàu Hàm < 26254 Xã Cây Gáo, 737 Huyện Trảng Bom, 75 Tỉnh Đồng Nai',
    ],
  },
  {
    province: '79 Thành phố Hồ Chí Minh',
    weight: 140,
    wards: [
      '25747 Phường Thủ Dầu Một < 25747 Phường Phú Cường, 718 Thành phố Thủ Dầu Một, 74 Tỉnh Bình Dương',
      '25819 Xã Trừ Văn Thố < 25819 Xã Cây Trường II, 719 Huyện Bàu Bàng, 74 Tỉnh Bình Dương',
      '26506 Phường Vũng Tàu < 26506 Phường 1, 747 Thành phố Vũng Tàu, 77 Tỉnh Bà Rịa - Vũng Tàu',
      '26608 Xã Kim Long < 26608 Thị trấn Kim Long, 750 Huyện Châu Đức, 77 Tỉnh Bà Rịa - Vũng Tàu',
      '26737 Phường Tân Định < 26734 Phường Tân Định, 760 Quận 1, 79 Thành phố Hồ Chí Minh',
      '26857 Phường Long Phước < 26854 Phường Trường Thạnh, 769 Thành phố Thủ Đức, 79 Thành phố Hồ Chí Minh',
      '26977 Phường Tân Sơn Hòa < 26980 Phường 3, 766 Quận Tân Bình, 79 Thành phố Hồ Chí Minh',
      '27142 Phường Nhiêu Lộc < 27130 Phường 12, 770 Quận 3, 79 Thành phố Hồ Chí Minh',
      '27316 Phường An Đông < 27304 Phường 9, 774 Quận 5, 79 Thành phố Hồ Chí Minh',
      '27553 Xã Củ Chi < 27553 Xã Tân Phú Trung, 783 Huyện Củ Chi, 79 Thành phố Hồ Chí Minh',
      '27619 Xã Bình Hưng < 27619 Xã Bình Hưng, 785 Huyện Bình Chánh, 79 Thành phố Hồ Chí Minh',
    ],
  },
  {
    province: '80 Tỉnh Tây Ninh',
    weight: 33,
    wards: [
      '25459 Phường Tân Ninh < 25456 Phường 1, 703 Thành phố Tây Ninh, 72 Tỉnh Tây Ninh',
      '25573 Xã Cầu Khởi < 25561 Xã Phước Ninh, 707 Huyện Dương Minh Châu, 72 Tỉnh Tây Ninh',
      '27694 Phường Long An < 27685 Phường 5, 794 Thành phố Tân An, 80 Tỉnh Long An',
      '27907 Xã Mỹ Quý < 27901 Xã Mỹ Quý Đông, 801 Huyện Đức Huệ, 80 Tỉnh Long An',
    ],
  },
  {
    province: '82 Tỉnh Đồng Tháp',
    weight: 44,
    wards: [
      '28249 Phường Đạo Thạnh < 28249 Phường 5, 815 Thành phố Mỹ Tho, 82 Tỉnh Tiền Giang',
      '28501 Xã Hiệp Đức < 28510 Xã Tân Phong, 820 Huyện Cai Lậy, 82 Tỉnh Tiền Giang',
      '29869 Phường Cao Lãnh < 29869 Phường 1, 866 Thành phố Cao Lãnh, 87 Tỉnh Đồng Tháp',
      '30046 Xã Trường Xuân < 30040 Xã Thạnh Lợi, 872 Huyện Tháp Mười, 87 Tỉnh Đồng Tháp',
    ],
  },
  {
    province: '86 Tỉnh Vĩnh Long',
    weight: 43,
    wards: [
      '28756 Phường Phú Khương < 28756 Phường Phú Khương, 829 Thành phố Bến Tre, 83 Tỉnh Bến Tre',
      '28957 Xã An Định < 28957 Xã An Định, 833 Huyện Mỏ Cày Nam, 83 Tỉnh Bến Tre',
      '29242 Phường Trà Vinh < 29239 Phường 1, 842 Thành phố Trà Vinh, 84 Tỉnh Trà Vinh',
      '29362 Xã Hùng Hòa < 29362 Xã Tân Hùng, 846 Huyện Tiểu Cần, 84 Tỉnh Trà Vinh',
      '29551 Phường Long Châu < 29542 Phường 9, 855 Thành phố Vĩnh Long, 86 Tỉnh Vĩnh Long',
      '29668 Xã Quới An < 29662 Xã Tân Quới Trung, 859 Huyện Vũng Liêm, 86 Tỉnh Vĩnh Long',
    ],
  },
  {
    province: '91 Tỉnh An Giang',
    weight: 49,
    wards: [
      '30292 Phường Bình Đức < 30289 Phường Bình Đức, 883 Thành phố Long Xuyên, 89 Tỉnh An Giang',
      '30478 Xã Vĩnh Thạnh Trung < 30472 Xã Mỹ Phú, 889 Huyện Châu Phú, 89 Tỉnh An Giang',
      '30742 Phường Rạch Giá < 30733 Phường Vĩnh Thanh, 899 Thành phố Rạch Giá, 91 Tỉnh Kiên Giang',
      '30880 Xã Châu Thành < 30880 Thị trấn Minh Lương, 905 Huyện Châu Thành, 91 Tỉnh Kiên Giang',
    ],
  },
  {
    province: '92 Thành phố Cần Thơ',
    weight: 42,
    wards: [
      '31120 Phường Cái Khế < 31117 Phường Cái Khế, 916 Quận Ninh Kiều, 92 Thành phố Cần Thơ',
      '31157 Phường Thới Long < 31156 Phường Thới Long, 917 Quận Ô Môn, 92 Thành phố Cần Thơ',
      '31186 Phường Cái Răng < 31195 Phường Ba Láng, 919 Quận Cái Răng, 92 Thành phố Cần Thơ',
      '31255 Xã Trung Hưng < 31225 Xã Trung Thạnh, 925 Huyện Cờ Đỏ, 92 Thành phố Cần Thơ',
      '31321 Phường Vị Thanh < 31318 Phường I, 930 Thành phố Vị Thanh, 93 Tỉnh Hậu Giang',
      '31378 Xã Phú Hữu < 31379 Xã Phú Tân, 933 Huyện Châu Thành, 93 Tỉnh Hậu Giang',
      '31507 Phường Sóc Trăng < 31498 Phường 5, 941 Thành phố Sóc Trăng, 94 Tỉnh Sóc Trăng',
      '31591 Xã Mỹ Hương < 31606 Xã Thuận Hưng, 944 Huyện Mỹ Tú, 94 Tỉnh Sóc Trăng',
    ],
  },
  {
    province: '96 Tỉnh Cà Mau',
    weight: 26,
    wards: [
      '31825 Phường Bạc Liêu < 31813 Phường 2, 954 Thành phố Bạc Liêu, 95 Tỉnh Bạc Liêu',
      '31885 Xã Phong Hiệp < 31885 Xã Phong Thạnh Tây A, 957 Huyện Phước Long, 95 Tỉnh Bạc Liêu',
      '32002 Phường An Xuyên < 31999 Phường 9, 964 Thành phố Cà Mau, 96 Tỉnh Cà Mau',
      '32110 Xã Khánh Bình < 32110 Xã Khánh Bình, 968 Huyện Trần Văn Thời, 96 Tỉnh Cà Mau',
    ],
  },
];
