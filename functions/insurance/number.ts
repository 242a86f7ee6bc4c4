/** What `maThe` can be: a card of 15 characters, an insurance number, a personal number. */
export type Written =
  | { kind: 'card'; card: string; benefit: string; province: string; insurance: string }
  /** What a hospital writes for a child under six who has no card yet: `TE1`, province, `KT`, eight digits. */
  | { kind: 'child'; province: string }
  | { kind: 'insurance'; insurance: string }
  | { kind: 'personal'; personal: string };

const parts = /^[A-Z]{2}(\d)(\d{2})(\d{10})$/;
const child = /^TE1(\d{2})KT\d{8}$/;

/** Undefined: of no form that there is. */
export function readNumber(maThe: string): Written | undefined {
  const written = maThe.replace(/\s/g, '').toUpperCase();
  if (/^\d{10}$/.test(written)) return { kind: 'insurance', insurance: written };
  if (/^\d{12}$/.test(written)) return { kind: 'personal', personal: written };
  const [, ofChild] = child.exec(written) ?? [];
  if (ofChild !== undefined) return { kind: 'child', province: ofChild };
  const [, benefit, province, insurance] = parts.exec(written) ?? [];
  if (benefit === undefined || province === undefined || insurance === undefined) return undefined;
  return { kind: 'card', card: written, benefit, province, insurance };
}

/** The General Statistics Office's 63 codes of before July 2025, 97 and 98 of Defence and Public Security, our 99. */
const provinces = new Set(
  [
    '01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 48',
    '49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96 97 98 99',
  ].flatMap((some) => some.split(' ')),
);

export const isProvince = (code: string): boolean => provinces.has(code);

export const isBenefit = (code: string): boolean => /^[1-5]$/.test(code);
