import { cardCodes } from '../../contracts/_insurance-codes.ts';
import { shownBirth } from './compare.ts';
import { judgeCard } from './domain.ts';
import type { Holder } from './holder.ts';
import { line } from './record.ts';

const moment = (day: string): string => `${day}T00:00:00`;

export const nobody = {
  maSoBhxh: null,
  hoTen: null,
  ngaySinh: null,
  ngaySinhHienThi: null,
  gioiTinh: null,
  gioiTinhHienThi: null,
  soCmnd: null,
  soDienThoai: null,
  diaChiLh: null,
} as const;

/** Who it is, in the fields that all of VNPost's lookups share. */
export const holderShown = ({ insurance, personalNumber, phones, permanent }: Holder) => ({
  maSoBhxh: insurance.number,
  hoTen: insurance.name,
  ngaySinh: 'date' in insurance.birth ? moment(insurance.birth.date) : null,
  ngaySinhHienThi: shownBirth(insurance.birth),
  gioiTinh: insurance.gender === 'male' ? '1' : '0',
  gioiTinhHienThi: insurance.gender === 'male' ? 'Nam' : 'Nữ',
  soCmnd: personalNumber,
  soDienThoai: phones[0]?.number ?? null,
  diaChiLh: insurance.address ?? line(permanent),
});

/** What the gateway would say of the card itself. */
const stateOf = ({ insurance }: Holder, today: string): string =>
  cardCodes[
    judgeCard({
      written: { kind: 'insurance', insurance: insurance.number },
      name: insurance.name,
      birth: shownBirth(insurance.birth),
      insurance,
      today,
    })
  ].vi;

export const cardShown = (holder: Holder, today: string) => {
  const { card = '', from, to, hospital } = holder.insurance;
  return {
    ...holderShown(holder),
    soTheBhyt: card,
    tuNgay: moment(from),
    denNgay: moment(to),
    maBenhVien: hospital?.code ?? null,
    tenBenhVien: hospital?.name ?? null,
    trangThaiThe: stateOf(holder, today),
  };
};

export const envelopeOf = (data: unknown, message: string | null, traceId: string) => ({
  data,
  success: true,
  message,
  errors: null,
  status: 200,
  traceId,
});

export const abpOf = (result: unknown) => ({
  result,
  targetUrl: null,
  success: true,
  error: null,
  unAuthorizedRequest: false,
  __abp: true,
});
