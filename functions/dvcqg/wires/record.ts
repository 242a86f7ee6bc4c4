import type { Plain } from '../../_soap/plain.ts';

/** What the population register holds of one person, in our own words. */
export interface Found {
  /** The present number, which may be another than the one that was asked by; absent: the register has none. */
  number?: string;
  /** Of the old 9-digit card. */
  cmnd?: string;
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth: string;
  gender?: 'male' | 'female';
  /** Two letters. */
  nationality?: string;
  /** Permanent residence, from the house to the province. */
  address?: string;
  /** `YYYY-MM-DD`: only GhiChu says it. */
  deceasedOn?: string;
}

const text = (value: string | Plain | undefined): string => (typeof value === 'string' ? value : '');
const inside = (value: string | Plain | undefined): Plain => (typeof value === 'object' ? value : {});

/** The parts in their order, or all of it in `Ten`, as some portals read it. */
const nameIn = ({ Ho, ChuDem, Ten }: Plain): string => [Ho, ChuDem, Ten].map(text).filter(Boolean).join(' ');

const birthIn = ({ Nam, NgayThangNam }: Plain): string =>
  text(NgayThangNam).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') || text(Nam);

/** "… ngày 18/02/2024" */
function deathIn(remark: string): string | undefined {
  const [, day, month, year] = /đã chết ngày (\d{2})\/(\d{2})\/(\d{4})/.exec(remark.normalize('NFC')) ?? [];
  return day && `${year}-${month}-${day}`;
}

type LineOf = typeof import('../../../people/units.ts')['lineOf'];

const addressIn = ({ MaTinhThanh, MaQuanHuyen, MaPhuongXa, ChiTiet }: Plain, lineOf: LineOf): string =>
  lineOf({
    province: text(MaTinhThanh),
    district: text(MaQuanHuyen),
    ward: text(MaPhuongXa),
    detail: text(ChiTiet),
  });

const GENDERS: Readonly<Record<string, 'male' | 'female'>> = { '1': 'male', '2': 'female' };

/** A record, with what is empty left out. `remark`: the collection's GhiChu; `lineOf`: of `people/units.ts`. */
export function foundIn(record: Plain, remark: string, lineOf: LineOf): Found {
  const all = {
    number: text(record.SoDinhDanh),
    cmnd: text(record.SoCMND),
    gender: GENDERS[text(record.GioiTinh)],
    nationality: text(record.QuocTich),
    address: addressIn(inside(record.ThuongTru), lineOf),
    deceasedOn: deathIn(remark),
  };
  const there = Object.fromEntries(Object.entries(all).filter(([, value]) => value));
  return { name: nameIn(inside(record.HoVaTen)), birth: birthIn(inside(record.NgayThangNamSinh)), ...there };
}

/** Whether it is about whom it should be: a register with a mixed-up index must not be believed. */
export const isAbout = (
  found: Found,
  wanted: { name: string; birth: string },
  plainName: (name: string) => string,
): boolean =>
  plainName(found.name) === wanted.name &&
  found.birth.slice(0, 4) === wanted.birth.slice(0, 4) &&
  (found.number !== undefined || found.cmnd !== undefined);
