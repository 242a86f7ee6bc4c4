import { type CardCode, cardCodes } from '../../contracts/_insurance-codes.ts';
import type { Address, Person } from '../../contracts/person.ts';
import { shownBirth } from './compare.ts';
import { type CardFacts, isPrevious, judgeCard, showsRecord } from './domain.ts';
import { type Visit, visitsOf } from './visits.ts';

/** `dd/MM/yyyy` */
const shown = (day: string): string => day.split('-').reverse().join('/');

/** The fields of a card check that tell of the holder, all of them unknown. */
export const emptyRecord = {
  maThe: null,
  hoTen: null,
  ngaySinh: null,
  gioiTinh: null,
  diaChi: null,
  maDKBD: null,
  cqBHXH: null,
  gtTheTu: null,
  gtTheDen: null,
  maKV: null,
  ngayDu5Nam: null,
  maSoBHXH: null,
  maTheCu: null,
  maTheMoi: null,
  gtTheTuMoi: null,
  gtTheDenMoi: null,
  maDKBDMoi: null,
  tenDKBDMoi: null,
} as const;

type CardRecord = { [Name in keyof typeof emptyRecord]: string | null };

/** One line: house, ward, district while there is one, province. */
export const line = (address: Address | undefined): string | null =>
  address
    ? [address.detail, address.ward?.name, address.district?.name, address.province?.name]
        .filter(Boolean)
        .join(', ')
    : null;

const plusFiveYears = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + 5);
  return at.toISOString().slice(0, 10);
};

/** What the register has on the holder of a card that the check has found right. */
function recordOf(person: Person, facts: CardFacts): CardRecord {
  const { insurance } = facts;
  if (!insurance) return emptyRecord;
  const { card = null, previousCard, hospital, from, to } = insurance;
  const old = isPrevious(facts) ? previousCard : undefined;
  const province = person.permanent?.province?.name;
  return {
    maThe: old?.card ?? card,
    hoTen: insurance.name,
    ngaySinh: shownBirth(insurance.birth),
    gioiTinh: insurance.gender === 'male' ? 'Nam' : 'Nữ',
    diaChi: insurance.address ?? line(person.permanent),
    maDKBD: hospital?.code ?? null,
    cqBHXH: province ? `Bảo hiểm xã hội ${province}` : null,
    gtTheTu: old ? null : shown(from),
    gtTheDen: shown(old?.to ?? to),
    maKV: null,
    ngayDu5Nam: shown(plusFiveYears(from)),
    maSoBHXH: insurance.number,
    maTheCu: previousCard?.card ?? null,
    maTheMoi: old ? card : null,
    gtTheTuMoi: old ? shown(from) : null,
    gtTheDenMoi: old ? shown(to) : null,
    maDKBDMoi: old ? (hospital?.code ?? null) : null,
    tenDKBDMoi: old ? (hospital?.name ?? null) : null,
  };
}

/** A card check, answered: the code, and the record where the code gives a right to it. */
export interface Checked {
  code: CardCode;
  note: string;
  record: CardRecord;
  visits: readonly Visit[] | null;
}

export function checkCard(person: Person | undefined, facts: CardFacts): Checked {
  const code = judgeCard(facts);
  const { vi } = cardCodes[code];
  if (!person || !facts.insurance || !showsRecord(code)) {
    return { code, note: vi, record: emptyRecord, visits: null };
  }
  const record = recordOf(person, facts);
  const note = `${vi}. Hạn thẻ: ${record.gtTheTu ?? '…'} - ${record.gtTheDen}`;
  return { code, note, record, visits: visitsOf(facts.insurance, facts.today) };
}
