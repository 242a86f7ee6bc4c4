const folded = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();

/** Neither case, nor spaces, nor diacritics count. */
export const sameName = (a: string, b: string): boolean => folded(a) === folded(b);
