import { weighted } from './draw.ts';

/** A people of the national list: family names that are common in it, and the provinces where it lives. */
export interface People {
  code: string;
  families: readonly string[];
  /** Absent: everywhere. */
  provinces?: readonly string[];
}

/** After the frequencies that surveys of family names give. A slash: the form of the north, that of the south. */
const kinh = weighted([
  [384, 'Nguyễn'],
  [110, 'Trần'],
  [95, 'Lê'],
  [70, 'Phạm'],
  [51, 'Hoàng/Huỳnh'],
  [45, 'Phan'],
  [39, 'Vũ/Võ'],
  [21, 'Đặng'],
  [20, 'Bùi'],
  [14, 'Đỗ'],
  [13, 'Hồ'],
  [13, 'Ngô'],
  [10, 'Dương'],
  [5, 'Lý'],
  ...[...'Đào Đinh Đoàn Lương Mai Trịnh Trương'.split(' ')].map((name) => [10, name] as const),
  ...[...'Cao Châu Chu Hà Lưu Phùng Tạ Thái Tô Tống'.split(' ')].map((name) => [3, name] as const),
  ...[...'Bạch Doãn Hứa Kiều Lại Lâm Nghiêm Quách Tăng Từ Văn Vương'.split(' ')].map(
    (name) => [1, name] as const,
  ),
]);

const names = (text: string): readonly string[] => text.split(' ');

const everybody = (code: string): People => ({ code, families: kinh });

const people = (code: string, families: string, provinces: string): People => ({
  code,
  families: names(families),
  provinces: names(provinces),
});

/** In parts of a thousand, near the census of 2019; the smaller peoples are left out. */
export const peoples: readonly People[] = weighted([
  [880, everybody('01')],
  [19, people('02', 'Nông Hoàng Lương Đàm Triệu Hà Ma Lý', '04 08 15 19 20')],
  [19, people('03', 'Lò Cầm Quàng Hà Lường Vi Lò', '11 12 14 15 38 40')],
  [8, people('04', 'Trần Lâm Lý Quách Trương Huỳnh Ngô', '75 79 91 92')],
  [14, people('05', 'Thạch Sơn Kim Danh Lâm Kiên Châu', '86 91 92 96')],
  [15, people('06', 'Bùi Đinh Quách Hà Bạch Phạm', '25 37 38')],
  [11, people('07', 'Nông Hoàng Lý Vi Lương Hứa', '04 19 20 24')],
  [14, people('08', 'Giàng Vàng Sùng Thào Mùa Lý', '08 11 12 14 15')],
]);
