import type { Address } from '../../contracts/person.ts';

type Unit = NonNullable<Address['ward']>;

const unit = ([code, name]: readonly [string, string]): Unit => ({ code, name });

/** A real ward under the division of 2025-07-01, and one of the old wards that went into it. */
const place = (
  province: readonly [string, string],
  ward: readonly [string, string],
  ...before: readonly [readonly [string, string], readonly [string, string], readonly [string, string]]
) => ({
  country: 'VN',
  province: unit(province),
  ward: unit(ward),
  beforeMerger: { province: unit(before[0]), district: unit(before[1]), ward: unit(before[2]) },
});

const haNoi = ['01', 'Thành phố Hà Nội'] as const;
const langSon = ['20', 'Tỉnh Lạng Sơn'] as const;
const haiPhong = ['31', 'Thành phố Hải Phòng'] as const;
const thanhHoa = ['38', 'Tỉnh Thanh Hóa'] as const;
const ngheAn = ['40', 'Tỉnh Nghệ An'] as const;
const hue = ['46', 'Thành phố Huế'] as const;
const daNang = ['48', 'Thành phố Đà Nẵng'] as const;
const dakLak = ['66', 'Tỉnh Đắk Lắk'] as const;
const lamDong = ['68', 'Tỉnh Lâm Đồng'] as const;
const dongNai = ['75', 'Tỉnh Đồng Nai'] as const;
const hoChiMinh = ['79', 'Thành phố Hồ Chí Minh'] as const;
const canTho = ['92', 'Thành phố Cần Thơ'] as const;

const places = {
  cauGiay: place(
    haNoi,
    ['00166', 'Phường Cầu Giấy'],
    haNoi,
    ['005', 'Quận Cầu Giấy'],
    ['00166', 'Phường Dịch Vọng'],
  ),
  haiHau: place(
    ['37', 'Tỉnh Ninh Bình'],
    ['14215', 'Xã Hải Hậu'],
    ['36', 'Tỉnh Nam Định'],
    ['366', 'Huyện Hải Hậu'],
    ['14227', 'Xã Hải Trung'],
  ),
  kinhBac: place(
    ['24', 'Tỉnh Bắc Ninh'],
    ['09187', 'Phường Kinh Bắc'],
    ['27', 'Tỉnh Bắc Ninh'],
    ['256', 'Thành phố Bắc Ninh'],
    ['09172', 'Phường Kinh Bắc'],
  ),
  dongKinh: place(
    langSon,
    ['05977', 'Phường Đông Kinh'],
    langSon,
    ['178', 'Thành phố Lạng Sơn'],
    ['05980', 'Phường Đông Kinh'],
  ),
  leChan: place(
    haiPhong,
    ['11383', 'Phường Lê Chân'],
    haiPhong,
    ['305', 'Quận Lê Chân'],
    ['11371', 'Phường An Biên'],
  ),
  hacThanh: place(
    thanhHoa,
    ['14797', 'Phường Hạc Thành'],
    thanhHoa,
    ['380', 'Thành phố Thanh Hóa'],
    ['14776', 'Phường Ba Đình'],
  ),
  truongVinh: place(
    ngheAn,
    ['16690', 'Phường Trường Vinh'],
    ngheAn,
    ['412', 'Thành phố Vinh'],
    ['16693', 'Phường Bến Thủy'],
  ),
  thuanHoa: place(
    hue,
    ['19789', 'Phường Thuận Hóa'],
    hue,
    ['474', 'Quận Thuận Hóa'],
    ['19783', 'Phường Vĩnh Ninh'],
  ),
  haiChau: place(
    daNang,
    ['20242', 'Phường Hải Châu'],
    daNang,
    ['492', 'Quận Hải Châu'],
    ['20233', 'Phường Thạch Thang'],
  ),
  buonMaThuot: place(
    dakLak,
    ['24133', 'Phường Buôn Ma Thuột'],
    dakLak,
    ['643', 'Thành phố Buôn Ma Thuột'],
    ['24136', 'Phường Tân Lợi'],
  ),
  xuanHuong: place(
    lamDong,
    ['24781', 'Phường Xuân Hương - Đà Lạt'],
    lamDong,
    ['672', 'Thành phố Đà Lạt'],
    ['24781', 'Phường 2'],
  ),
  tranBien: place(
    dongNai,
    ['26041', 'Phường Trấn Biên'],
    dongNai,
    ['731', 'Thành phố Biên Hòa'],
    ['26029', 'Phường Thống Nhất'],
  ),
  choLon: place(hoChiMinh, ['27343', 'Phường Chợ Lớn'], hoChiMinh, ['774', 'Quận 5'], ['27328', 'Phường 11']),
  caoLanh: place(
    ['82', 'Tỉnh Đồng Tháp'],
    ['29869', 'Phường Cao Lãnh'],
    ['87', 'Tỉnh Đồng Tháp'],
    ['866', 'Thành phố Cao Lãnh'],
    ['29892', 'Phường Hòa Thuận'],
  ),
  longDuc: place(
    ['86', 'Tỉnh Vĩnh Long'],
    ['29263', 'Phường Long Đức'],
    ['84', 'Tỉnh Trà Vinh'],
    ['842', 'Thành phố Trà Vinh'],
    ['29263', 'Xã Long Đức'],
  ),
  ninhKieu: place(
    canTho,
    ['31135', 'Phường Ninh Kiều'],
    canTho,
    ['916', 'Quận Ninh Kiều'],
    ['31135', 'Phường Tân An'],
  ),
} as const;

export type Place = keyof typeof places;

/** Every place of the cast. */
export const castPlaces: readonly Omit<Address, 'detail'>[] = Object.values(places);

/** An address there. The detail never names a house, so that it is nobody's. */
export const at = (where: Place, detail: string): Address => ({ ...places[where], detail });
