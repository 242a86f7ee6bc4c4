import type { Insurance } from '../../contracts/person.ts';

/** A visit to a hospital, as the gateway lists it. */
export interface Visit {
  maHoSo: string;
  maCSKCB: string;
  /** `yyyyMMddHHmm` */
  ngayVao: string;
  ngayRa: string;
  tenBenh: string;
  tinhTrang: string;
  kqDieuTri: string;
  lyDoVV: string;
}

const illnesses = [
  'J00 - Viêm mũi họng cấp (cảm thường)',
  'K29 - Viêm dạ dày và tá tràng',
  'I10 - Tăng huyết áp vô căn (nguyên phát)',
  'M54 - Đau lưng',
  'H52 - Tật khúc xạ và điều tiết',
];

const DAY = 86_400_000;

const minute = (day: string, time: string): string => `${day.replaceAll('-', '')}${time}`;

/** None, one or two visits, derived from the insurance number: always the same, none after today. */
export function visitsOf({ number, from, hospital }: Insurance, today: string): Visit[] {
  const seed = Number(number.slice(-6));
  const visits = Array.from({ length: seed % 3 }, (_, index) => {
    const day = new Date(Date.parse(from) + ((seed % 300) + 20 + index * 190) * DAY)
      .toISOString()
      .slice(0, 10);
    return { day, index };
  });
  return visits
    .filter(({ day }) => day <= today)
    .map(({ day, index }) => ({
      maHoSo: `${number}${index + 1}`,
      maCSKCB: hospital?.code ?? '99001',
      ngayVao: minute(day, '0815'),
      ngayRa: minute(day, '1030'),
      tenBenh: illnesses[(seed + index) % illnesses.length] as string,
      tinhTrang: '1',
      kqDieuTri: '2',
      lyDoVV: '1',
    }));
}
