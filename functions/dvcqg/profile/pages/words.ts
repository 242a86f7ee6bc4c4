import { calendarRules, documents } from '../../../../contracts/_calendar.ts';
import type { Text } from '../../../../contracts/_contract.ts';
import { linkingRules } from '../../../../contracts/portal/linking.ts';

/** The fields that the population register has too, in the order in which a card shows them. */
export const fieldNames = {
  number: { vi: 'Số định danh cá nhân/CCCD', en: 'Personal number' },
  cmnd: { vi: 'Số CMND 9 số', en: 'Old identity card' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  birth: { vi: 'Ngày sinh', en: 'Date of birth' },
  gender: { vi: 'Giới tính', en: 'Gender' },
  address: { vi: 'Nơi thường trú', en: 'Permanent residence' },
} as const satisfies Readonly<Record<string, Text>>;

export type FieldName = keyof typeof fieldNames;

export const genderNames = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
} as const satisfies Readonly<Record<string, Text>>;

/** `dd/MM/yyyy`, or the year. */
export const shownDate = (date: string): string => date.split('-').reverse().join('/');

const isIn = <Table extends object>(table: Table, id: string): id is keyof Table & string =>
  Object.hasOwn(table, id);

const joined = (all: readonly Text[], lang: keyof Text): string => all.map((each) => each[lang]).join('; ');

/** What a rule of a history says: the documents of one of the calendar's, the text of one of linking. */
export function ruleText(rule: string): Text {
  if (isIn(calendarRules, rule)) {
    const named = calendarRules[rule].documents.map((id) => documents[id].name);
    return { vi: joined(named, 'vi'), en: joined(named, 'en') };
  }
  return isIn(linkingRules, rule) ? linkingRules[rule].text : { vi: rule, en: rule };
}
