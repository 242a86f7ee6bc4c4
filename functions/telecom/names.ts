/** How carriers compare names: Unicode form, case and spaces never count; diacritics do when asked to. */
const folded = (name: string, diacriticsCount: boolean): string => {
  const plain = name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (diacriticsCount) return plain;
  return plain.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
};

export const sameName = (a: string, b: string, diacriticsCount: boolean): boolean =>
  folded(a, diacriticsCount) === folded(b, diacriticsCount);
