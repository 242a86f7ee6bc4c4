import type { Text } from '../../contracts/_contract.ts';
import { fold } from '../../people/fold.ts';

/** What a column can hold, by the headers that files have for it: folded, letters and digits alone. */
const headers = {
  id: 'techid id mataikhoan accountid madinhdanhtaikhoan idtaikhoan',
  username: 'username tendangnhap taikhoan user login tentaikhoan account',
  number:
    'sodinhdanh sodinhdanhcanhan madinhdanhcanhan cccd socccd cancuoc socancuoc cancuoccongdan socancuoccongdan ' +
    'sothecancuoc cccdcmnd cmndcccd socccdcmnd socmndcccd socmtcccd cmtcccd sogiayto giaytotuythan sogiaytotuythan ' +
    'personalnumber number idnumber nationalid citizenid citizenpid sodinhdanhcmnd ddcn soddcn',
  oldNumber:
    'cmnd socmnd cmt socmt chungminhnhandan sochungminhnhandan chungminhthu sochungminhthu oldnumber',
  name: 'hoten hovaten ten fullname name hotencongdan tencongdan hovatenchutaikhoan chutaikhoan hodemvaten tendaydu',
  birth:
    'ngaysinh ngaythangnamsinh namsinh birthdate dateofbirth dob birthday born birth ntns ngaythangsinh ngaysinhnamsinh',
  gender: 'gioitinh gender sex phai',
  phone: 'sodienthoai sdt dienthoai dt phone mobile sodidong didong phonenumber sodt',
  email: 'email thudientu diachithudientu hopthu diachiemail mail',
  unit: 'donvi coquan tendonvi unit agency tencoquan donviquanly phongban xaphuong diaphuong organisation sobannganh',
  linked:
    'dalienket lienketvneid linked dalienketvneid trangthailienket vneid linkedtovneid lienket tinhtranglienket',
} as const;

export type Column = keyof typeof headers;

export const columnNames = Object.keys(headers) as Column[];

export const columnTitles: Readonly<Record<Column, Text>> = {
  id: { vi: 'mã tài khoản', en: 'account id' },
  username: { vi: 'tên đăng nhập', en: 'user name' },
  number: { vi: 'số định danh', en: 'personal number' },
  oldNumber: { vi: 'số CMND', en: 'old card number' },
  name: { vi: 'họ tên', en: 'name' },
  birth: { vi: 'ngày sinh', en: 'birth date' },
  gender: { vi: 'giới tính', en: 'gender' },
  phone: { vi: 'điện thoại', en: 'phone' },
  email: { vi: 'thư điện tử', en: 'e-mail' },
  unit: { vi: 'đơn vị', en: 'unit' },
  linked: { vi: 'đã liên kết', en: 'linked' },
};

const byHeader = new Map(
  columnNames.flatMap((column) => headers[column].split(' ').map((header) => [header, column] as const)),
);

const plain = (header: string): string => fold(header).replace(/[^a-z0-9]/g, '');

/** Where each column of a file is; −1: the file has none. */
export type Places = Readonly<Record<Column, number>>;

/** The column that a header names. */
export const columnOf = (header: string): Column | undefined => byHeader.get(plain(header));

/** `number=Số giấy tờ,unit=3`: our name, and the file's header or the column's number from 1 on. */
export type Mapping = Readonly<Partial<Record<Column, string>>>;

/** A mapping as it is written; undefined: it names a column that there is not. */
export function mappingOf(text: string): Mapping | undefined {
  const found: Partial<Record<Column, string>> = {};
  for (const pair of text.split(',').filter((each) => each.trim() !== '')) {
    const at = pair.indexOf('=');
    const column = columnNames.find((name) => name === pair.slice(0, Math.max(0, at)).trim());
    if (column === undefined) return undefined;
    found[column] = pair.slice(at + 1).trim();
  }
  return found;
}

/** What keeps a file from being judged: a column that must be there, or a mapping that leads nowhere. */
export interface ColumnProblem {
  column: Column;
  /** What the mapping said. */
  mapped?: string;
}

function placeOf(wanted: string, header: readonly string[]): number {
  const named = header.findIndex((cell) => plain(cell) === plain(wanted) || cell.trim() === wanted.trim());
  if (named >= 0) return named;
  const at = /^\d{1,4}$/.test(wanted) ? Number(wanted) - 1 : -1;
  return at < header.length ? at : -1;
}

/** A file needs the name, and the number or the old card's. */
export function placesOf(
  header: readonly string[],
  mapping: Mapping = {},
): { places: Places; problems: ColumnProblem[] } {
  const places = Object.fromEntries(columnNames.map((column) => [column, -1])) as Record<Column, number>;
  const taken = new Set<number>();
  const problems: ColumnProblem[] = [];
  for (const [column, wanted] of Object.entries(mapping) as [Column, string][]) {
    places[column] = placeOf(wanted, header);
    if (places[column] < 0) problems.push({ column, mapped: wanted });
    else taken.add(places[column]);
  }
  for (const [at, cell] of header.entries()) {
    const column = taken.has(at) ? undefined : columnOf(cell);
    if (column !== undefined && places[column] < 0 && mapping[column] === undefined) places[column] = at;
  }
  if (problems.length === 0) {
    if (places.number < 0 && places.oldNumber < 0) problems.push({ column: 'number' });
    if (places.name < 0) problems.push({ column: 'name' });
  }
  return { places, problems };
}
