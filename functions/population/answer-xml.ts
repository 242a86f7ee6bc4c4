import { type Node, nodesOf, type Tree } from '../_soap/write.ts';
import { ANSWERS } from './operations.ts';

const inVietnam = (ms: number): string => `${new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;

const vietnameseDate = (iso: string): string => iso.split('-').toReversed().join('/');

const NOBODY = 'Không tìm thấy công dân khớp với thông tin yêu cầu';

interface About {
  /** When the data stood so, epoch milliseconds. */
  at: number;
  /** `YYYY-MM-DD` */
  deceasedOn?: string | undefined;
}

function remarkOn(record: Tree | undefined, { deceasedOn }: About): string | undefined {
  if (!record) return NOBODY;
  return deceasedOn === undefined ? undefined : `Công dân đã chết ngày ${vietnameseDate(deceasedOn)}`;
}

/** One record, or none, as the register hands it out. */
export const collection = (record: Tree | undefined, about: About): Node => ({
  name: 'CongdanCollection',
  attributes: {
    xmlns: ANSWERS,
    SoCongDan: record ? '1' : '0',
    ThoiDiemDuLieu: inVietnam(about.at),
    GhiChu: remarkOn(record, about),
  },
  content: record ? nodesOf({ CongDan: record }) : '',
});

export const verdict = (exists: boolean): Node => ({
  name: 'KetQuaXacThuc',
  attributes: { xmlns: ANSWERS },
  content: nodesOf({ TonTai: String(exists) }),
});

export const emptyVerdict = (): Node => ({ name: 'KetQuaXacThuc', attributes: { xmlns: ANSWERS } });
