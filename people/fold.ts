/**
 * A text as people type it in a hurry: no diacritics, no capitals, single spaces. Both Unicode normal forms fold
 * alike, and so does đ, which no normal form takes apart.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();
