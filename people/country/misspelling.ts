/** Two ways to write the same sound; registers differ in them. */
const pairs = [
  ['ý', 'í'],
  ['ỳ', 'ì'],
  ['ỹ', 'ĩ'],
  ['ỵ', 'ị'],
] as const;

/** Lý and Lí, Mỹ and Mĩ; never after u, where y is another sound. */
const yForI = (word: string): string => {
  for (const [y, i] of pairs) {
    if (word.endsWith(y) && word.at(-2)?.toLowerCase() !== 'u' && word.length > 1)
      return word.slice(0, -1) + i;
  }
  return word;
};

const bare = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/**
 * A name as a clerk got it wrong: y for i, or a word without its diacritics, at word `n` or the next one where
 * that can be. A name that has neither y nor a diacritic loses its last letter.
 */
export const misspelt = (full: string, n: number): string => {
  const words = full.split(' ');
  for (const change of [yForI, bare]) {
    for (let i = 0; i < words.length; i++) {
      const at = (n + i) % words.length;
      const word = words[at] as string;
      const wrong = change(word);
      if (wrong !== word) return words.with(at, wrong).join(' ');
    }
  }
  return full.slice(0, -1);
};
