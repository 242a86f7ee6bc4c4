import type { Text } from '../../contracts/_contract.ts';

const yesOrNo = (value: unknown): Text =>
  value === true ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' };

const genders: Readonly<Record<string, Text>> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
};

/** `1990-05-15`, or `1990-00-00` where the register knows the year alone. */
const dateOf = (birthdate: string): string => birthdate.replaceAll('-00', '').split('-').reverse().join('/');

/** How a value reads that is a code on the wire. */
const worded: Readonly<Record<string, (value: unknown) => Text | string | undefined>> = {
  gender: (value) => genders[String(value)],
  accountType: (value) => (value === 1 ? { vi: 'Công dân', en: 'Citizen' } : undefined),
  accountLevel: (value) => ({ vi: `Mức ${value}`, en: `Level ${value}` }),
  birthdate: (value) => dateOf(String(value)),
  locale: (value) => (value === 'vi-VN' ? { vi: 'Tiếng Việt', en: 'Vietnamese' } : undefined),
  email_verified: yesOrNo,
  phone_number_verified: yesOrNo,
};

/** An address by its one line, an organisation by all that it tells. */
const written = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  return 'formatted' in value ? String(value.formatted) : Object.values(value).join(', ');
};

/** What a claim says to the person whose it is. */
export const wordsOf = (claim: string, value: unknown): Text | string =>
  worded[claim]?.(value) ?? written(value);
