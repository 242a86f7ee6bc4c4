import type { Province } from './province.ts';

export const north: readonly Province[] = [
  {
    province: '01 Thành phố Hà Nội',
    weight: 87,
    wards: [
      '00004 Phường Ba Đình < 00004 Phường Trúc Bạch, 001 Quận Ba Đình, 01 Thành phố Hà Nội',
      '00070 Phường Hoàn Kiếm < 00052 Phường Hàng Bồ, 002 Quận Hoàn Kiếm, 01 Thành phố Hà Nội',
      '00097 Phường Hồng Hà < 00067 Phường Chương Dương, 002 Quận Hoàn Kiếm, 01 Thành phố Hà Nội',
      '00235 Phường Đống Đa < 00235 Phường Thịnh Quang, 006 Quận Đống Đa, 01 Thành phố Hà Nội',
      '00598 Phường Thượng Cát < 00595 Phường Thượng Cát, 021 Quận Bắc Từ Liêm, 01 Thành phố Hà Nội',
      '09739 Xã Phúc Lộc < 09727 Xã Xuân Đình, 272 Huyện Phúc Thọ, 01 Thành phố Hà Nội',
      '10180 Xã Dân Hòa < 10165 Xã Tân Ước, 278 Huyện Thanh Oai, 01 Thành phố Hà Nội',
    ],
  },
  {
    province: '04 Tỉnh Cao Bằng',
    weight: 6,
    wards: [
      '01273 Phường Thục Phán < 01267 Phường Sông Hiến, 040 Thành phố Cao Bằng, 04 Tỉnh Cao Bằng',
      '01438 Xã Hà Quảng < 01435 Xã Mã Ba, 045 Huyện Hà Quảng, 04 Tỉnh Cao Bằng',
    ],
  },
  {
    province: '08 Tỉnh Tuyên Quang',
    weight: 19,
    wards: [
      '02212 Phường Nông Tiến < 02209 Xã Tràng Đà, 070 Thành phố Tuyên Quang, 08 Tỉnh Tuyên Quang',
      '02353 Xã Hòa An < 02344 Xã Tân Thịnh, 073 Huyện Chiêm Hóa, 08 Tỉnh Tuyên Quang',
      '00883 Xã Cán Tỷ < 00877 Xã Bát Đại Sơn, 029 Huyện Quản Bạ, 02 Tỉnh Hà Giang',
    ],
  },
  {
    province: '11 Tỉnh Điện Biên',
    weight: 7,
    wards: [
      '03127 Phường Điện Biên Phủ < 03127 Phường Him Lam, 094 Thành phố Điện Biên Phủ, 11 Tỉnh Điện Biên',
      '03202 Xã Mường Pồn < 03202 Xã Mường Mươn, 097 Huyện Mường Chà, 11 Tỉnh Điện Biên',
    ],
  },
  {
    province: '12 Tỉnh Lai Châu',
    weight: 5,
    wards: [
      '03388 Phường Đoàn Kết < 03386 Phường Quyết Thắng, 105 Thành phố Lai Châu, 12 Tỉnh Lai Châu',
      '03472 Xã Mường Mô < 03473 Xã Nậm Chà, 112 Huyện Nậm Nhùn, 12 Tỉnh Lai Châu',
    ],
  },
  {
    province: '14 Tỉnh Sơn La',
    weight: 14,
    wards: [
      '03646 Phường Tô Hiệu < 03646 Phường Chiềng Lề, 116 Thành phố Sơn La, 14 Tỉnh Sơn La',
      '03856 Xã Bắc Yên < 03883 Xã Song Pe, 121 Huyện Bắc Yên, 14 Tỉnh Sơn La',
    ],
  },
  {
    province: '15 Tỉnh Lào Cai',
    weight: 18,
    wards: [
      '02647 Phường Lào Cai < 02635 Phường Duyên Hải, 080 Thành phố Lào Cai, 10 Tỉnh Lào Cai',
      '02809 Xã Si Ma Cai < 02812 Xã Sán Chải, 084 Huyện Si Ma Cai, 10 Tỉnh Lào Cai',
      '04252 Phường Yên Bái < 04252 Phường Yên Ninh, 132 Thành phố Yên Bái, 15 Tỉnh Yên Bái',
      '04441 Xã Xuân Ái < 04438 Xã Yên Phú, 136 Huyện Văn Yên, 15 Tỉnh Yên Bái',
    ],
  },
  {
    province: '19 Tỉnh Thái Nguyên',
    weight: 18,
    wards: [
      '01954 Xã Ngân Sơn < 01954 Thị trấn Vân Tùng, 062 Huyện Ngân Sơn, 06 Tỉnh Bắc Kạn',
      '05443 Phường Phan Đình Phùng < 05437 Phường Túc Duyên, 164 Thành phố Thái Nguyên, 19 Tỉnh Thái Nguyên',
      '05641 Xã Vô Tranh < 05650 Xã Cổ Lũng, 168 Huyện Phú Lương, 19 Tỉnh Thái Nguyên',
    ],
  },
  {
    province: '20 Tỉnh Lạng Sơn',
    weight: 9,
    wards: [
      '05977 Phường Đông Kinh < 05977 Phường Vĩnh Trại, 178 Thành phố Lạng Sơn, 20 Tỉnh Lạng Sơn',
      '06184 Xã Đồng Đăng < 06208 Xã Thụy Hùng, 183 Huyện Cao Lộc, 20 Tỉnh Lạng Sơn',
    ],
  },
  {
    province: '22 Tỉnh Quảng Ninh',
    weight: 14,
    wards: [
      '06652 Phường Hà Tu < 06652 Phường Hà Phong, 193 Thành phố Hạ Long, 22 Tỉnh Quảng Ninh',
      '06895 Xã Đầm Hà < 06895 Thị trấn Đầm Hà, 200 Huyện Đầm Hà, 22 Tỉnh Quảng Ninh',
    ],
  },
  {
    province: '24 Tỉnh Bắc Ninh',
    weight: 36,
    wards: [
      '07210 Phường Bắc Giang < 07201 Phường Thọ Xương, 213 Thành phố Bắc Giang, 24 Tỉnh Bắc Giang',
      '07399 Xã Kép < 07384 Xã Quang Thịnh, 217 Huyện Lạng Giang, 24 Tỉnh Bắc Giang',
      '09169 Phường Vũ Ninh < 09163 Phường Vũ Ninh, 256 Thành phố Bắc Ninh, 27 Tỉnh Bắc Ninh',
      '09334 Xã Liên Bão < 09337 Xã Hiên Vân, 260 Huyện Tiên Du, 27 Tỉnh Bắc Ninh',
    ],
  },
  {
    province: '25 Tỉnh Phú Thọ',
    weight: 40,
    wards: [
      '04792 Phường Tân Hòa < 04792 Phường Tân Hòa, 148 Thành phố Hòa Bình, 17 Tỉnh Hòa Bình',
      '05089 Xã Cao Phong < 05089 Thị trấn Cao Phong, 154 Huyện Cao Phong, 17 Tỉnh Hòa Bình',
      '07894 Phường Nông Trang < 07894 Phường Nông Trang, 227 Thành phố Việt Trì, 25 Tỉnh Phú Thọ',
      '08236 Xã Phú Mỹ < 08236 Xã Liên Hoa, 233 Huyện Phù Ninh, 25 Tỉnh Phú Thọ',
      '08707 Phường Vĩnh Yên < 08707 Phường Tích Sơn, 243 Thành phố Vĩnh Yên, 26 Tỉnh Vĩnh Phúc',
      '08869 Xã Tam Dương < 08878 Thị trấn Kim Long, 247 Huyện Tam Dương, 26 Tỉnh Vĩnh Phúc',
    ],
  },
  {
    province: '31 Thành phố Hải Phòng',
    weight: 47,
    wards: [
      '10507 Phường Thành Đông < 10507 Phường Cẩm Thượng, 288 Thành phố Hải Dương, 30 Tỉnh Hải Dương',
      '10888 Xã Cẩm Giang < 10888 Thị trấn Cẩm Giang, 295 Huyện Cẩm Giàng, 30 Tỉnh Hải Dương',
      '11311 Phường Hồng Bàng < 11299 Phường Hùng Vương, 303 Quận Hồng Bàng, 31 Thành phố Hải Phòng',
      '11413 Phường Hải An < 11414 Phường Thành Tô, 306 Quận Hải An, 31 Thành phố Hải Phòng',
      '11542 Phường Nam Triệu < 11551 Phường Lập Lễ, 311 Thành phố Thủy Nguyên, 31 Thành phố Hải Phòng',
      '11725 Xã Kiến Minh < 11695 Xã Đông Phương, 314 Huyện Kiến Thụy, 31 Thành phố Hải Phòng',
    ],
  },
  {
    province: '33 Tỉnh Hưng Yên',
    weight: 36,
    wards: [
      '11953 Phường Phố Hiến < 11953 Phường Hiến Nam, 323 Thành phố Hưng Yên, 33 Tỉnh Hưng Yên',
      '12142 Xã Ân Thi < 12157 Xã Quang Vinh, 329 Huyện Ân Thi, 33 Tỉnh Hưng Yên',
      '12452 Phường Trần Hưng Đạo < 12439 Phường Đề Thám, 336 Thành phố Thái Bình, 34 Tỉnh Thái Bình',
      '12688 Xã Đông Hưng < 12730 Xã Nguyên Xá, 340 Huyện Đông Hưng, 34 Tỉnh Thái Bình',
    ],
  },
  {
    province: '37 Tỉnh Ninh Bình',
    weight: 44,
    wards: [
      '13285 Phường Phủ Lý < 13294 Phường Châu Cầu, 347 Thành phố Phủ Lý, 35 Tỉnh Hà Nam',
      '13501 Xã Bình Mỹ < 13555 Xã La Sơn, 352 Huyện Bình Lục, 35 Tỉnh Hà Nam',
      '13669 Phường Nam Định < 13636 Phường Vị Xuyên, 356 Thành phố Nam Định, 36 Tỉnh Nam Định',
      '13939 Xã Quỹ Nhất < 13939 Thị trấn Quỹ Nhất, 361 Huyện Nghĩa Hưng, 36 Tỉnh Nam Định',
      '14329 Phường Hoa Lư < 14320 Phường Đông Thành, 374 Thành phố Hoa Lư, 37 Tỉnh Ninh Bình',
      '14494 Xã Gia Trấn < 14485 Xã Gia Xuân, 373 Huyện Gia Viễn, 37 Tỉnh Ninh Bình',
    ],
  },
  {
    province: '38 Tỉnh Thanh Hóa',
    weight: 43,
    wards: [
      '14758 Phường Hàm Rồng < 14755 Phường Hàm Rồng, 380 Thành phố Thanh Hóa, 38 Tỉnh Thanh Hóa',
      '15349 Xã Vĩnh Lộc < 15385 Xã Ninh Khang, 393 Huyện Vĩnh Lộc, 38 Tỉnh Thanh Hóa',
    ],
  },
  {
    province: '40 Tỉnh Nghệ An',
    weight: 38,
    wards: [
      '16681 Phường Thành Vinh < 16663 Phường Đông Vĩnh, 412 Thành phố Vinh, 40 Tỉnh Nghệ An',
      '17179 Xã Quỳnh Lưu < 17185 Xã Bình Sơn, 421 Huyện Quỳnh Lưu, 40 Tỉnh Nghệ An',
    ],
  },
  {
    province: '42 Tỉnh Hà Tĩnh',
    weight: 16,
    wards: [
      '18073 Phường Thành Sen < 18073 Phường Nam Hà, 436 Thành phố Hà Tĩnh, 42 Tỉnh Hà Tĩnh',
      '18364 Xã Đan Hải < 18364 Xã Xuân Phổ, 442 Huyện Nghi Xuân, 42 Tỉnh Hà Tĩnh',
    ],
  },
];
