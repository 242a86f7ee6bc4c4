const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

const onset = '(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?';
const nucleus =
  '(?:uyê|uya|oa|oă|oe|uâ|uê|uy|iê|yê|uô|ươ|ia|ua|ưa|oo|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnptiouy])?';
const shape = new RegExp(`^${onset}${nucleus}$`);

/** Whether a word is built as Vietnamese syllables are: at most one tone, and parts in their order. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  if ((apart.match(tones)?.length ?? 0) > 1) return false;
  return shape.test(apart.replace(tones, '').normalize('NFC'));
}

const marked = /[^\s\p{ASCII}]/u;

/** How many of the words that have other letters than ASCII are syllables, and how many are not. */
export function syllables(text: string): { right: number; wrong: number } {
  let [right, wrong] = [0, 0];
  for (const word of text.split(/[\s,;.\-()/]+/)) {
    if (!marked.test(word)) continue;
    if (isSyllable(word)) right++;
    else wrong++;
  }
  return { right, wrong };
}
