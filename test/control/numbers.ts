/** Ways to write a number so that a careless eye, or a careless filter, does not see it. */
export const disguises: Readonly<Record<string, (number: string) => string>> = {
  plain: (number) => number,
  'in groups': (number) => number.replace(/(\d{3})(?=\d)/g, '$1 '),
  'with dots': (number) => number.replace(/(\d{3})(?=\d)/g, '$1.'),
  'with hyphens': (number) => number.replace(/(\d{4})(?=\d)/g, '$1-'),
  'with hard spaces': (number) => number.replace(/(\d{4})(?=\d)/g, '$1\u00a0'),
  'inside a word': (number) => `số:${number}/x`,
  'percent-encoded': (number) => [...number].map((digit) => `%3${digit}`).join(''),
  'percent-encoded twice': (number) => [...number].map((digit) => `%253${digit}`).join(''),
};

/** Percent-encoding of ASCII and of hard spaces taken away, however often it was put on. */
const unescaped = (text: string): string =>
  text
    .replace(/%(?:25)*c2%(?:25)*a0/gi, ' ')
    .replace(/%(?:25)*([2-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Those of the numbers that stand in a text, with no more than a separator between digits. */
function* seenIn(text: string, numbers: ReadonlySet<string>): Generator<string> {
  for (const [run] of text.matchAll(/\d(?:[ ._\u00a0-]?\d){11,}/g)) {
    const digits = run.replace(/\D/g, '');
    for (let at = 0; at + 12 <= digits.length; at++) {
      const number = digits.slice(at, at + 12);
      if (numbers.has(number)) yield number;
    }
  }
}

/** What base64 stands for, wherever in a group of four characters it begins. */
const unpacked = (run: string): string[] =>
  [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64').toString('latin1'));

/** Which of the numbers a heap of bytes holds, in any of the ways above, or in base64. */
export function foundIn(bytes: Buffer, numbers: readonly string[]): string[] {
  const wanted = new Set(numbers);
  const text = bytes.toString('utf8');
  const found = new Set([...seenIn(text, wanted), ...seenIn(unescaped(text), wanted)]);
  for (const [run] of text.matchAll(/[\w+/-]{14,}/g)) {
    for (const plain of unpacked(run)) for (const number of seenIn(plain, wanted)) found.add(number);
  }
  return [...found];
}
