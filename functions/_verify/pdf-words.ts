/** Where a value of a dictionary stands in the text. */
export type Entries = ReadonlyMap<string, string>;

const MOST_DEPTH = 60;

const SPACE = String.raw`[\0\t\n\f\r ]`;
const END = String.raw`(?=[\0\t\n\f\r ()<>[\]{}/%]|$)`;
const word = (source: string): RegExp => new RegExp(source, 'y');

const space = word(`${SPACE}*`);
/** Comments, as producers write beside an update; a reader that mends a file could take more in them for objects. */
const comment = word(String.raw`%(?!%EOF)[\t -~\x80-\xff]{0,120}(?=[\r\n])`);
const name = word(String.raw`/((?:[^\0-\x20\x7f()<>[\]{}/%#]|#[\da-fA-F]{2})+)`);
const plain = word(
  `(?:\\d{1,10}${SPACE}+\\d{1,5}${SPACE}+R|[+-]?(?:\\d{1,20}(?:\\.\\d{0,20})?|\\.\\d{1,20})|true|false|null)${END}`,
);
const hexadecimal = word(String.raw`<[\da-fA-F\0\t\n\f\r ]*>`);

/** Where the word that starts at `at` ends. @throws RangeError where it is another */
function past(expected: RegExp, text: string, at: number): number {
  expected.lastIndex = at;
  if (!expected.test(text)) throw new RangeError('a PDF that is not written as usual');
  return expected.lastIndex;
}

export const pastSpace = (text: string, at: number): number => past(space, text, at);

/** Also past comments. @throws RangeError where one looks like more than that */
export function pastComments(text: string, at: number): number {
  let from = pastSpace(text, at);
  while (text[from] === '%') {
    const end = past(comment, text, from);
    if (/obj|xref|trailer|stream/.test(text.slice(from, end)))
      throw new RangeError('a comment that looks like objects');
    from = pastSpace(text, end);
  }
  return from;
}

const decodedName = (text: string): string =>
  text.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function pastString(text: string, at: number): number {
  let depth = 0;
  for (let from = at; from < text.length; from++) {
    const letter = text[from];
    if (letter === '\\') from += 1;
    else if (letter === '(') depth += 1;
    else if (letter === ')' && --depth === 0) return from + 1;
  }
  throw new RangeError('a string that does not end');
}

function pastArray(text: string, at: number, depth: number): number {
  let from = pastSpace(text, at + 1);
  while (text[from] !== ']') from = pastSpace(text, pastValue(text, from, depth + 1));
  return from + 1;
}

/** A dictionary: what it holds as text, by decoded name. @throws RangeError where a key is there twice */
export function dictAt(text: string, at: number, depth = 0): { entries: Entries; end: number } {
  if (!text.startsWith('<<', at)) throw new RangeError('no dictionary');
  const entries = new Map<string, string>();
  let from = pastSpace(text, at + 2);
  while (!text.startsWith('>>', from)) {
    const to = past(name, text, from);
    const key = decodedName(text.slice(from + 1, to));
    if (entries.has(key)) throw new RangeError('a dictionary that has a key twice');
    const value = pastSpace(text, to);
    from = pastValue(text, value, depth + 1);
    const held = text.slice(value, from);
    entries.set(key, held.startsWith('/') ? `/${decodedName(held.slice(1))}` : held);
    from = pastSpace(text, from);
  }
  return { entries, end: from + 2 };
}

/** Where a value ends that is written exactly as the standard has it. @throws RangeError where it is not */
export function pastValue(text: string, at: number, depth = 0): number {
  if (depth > MOST_DEPTH) throw new RangeError('values that are nested too deeply');
  if (text.startsWith('<<', at)) return dictAt(text, at, depth).end;
  if (text[at] === '<') return past(hexadecimal, text, at);
  if (text[at] === '(') return pastString(text, at);
  if (text[at] === '[') return pastArray(text, at, depth);
  return text[at] === '/' ? past(name, text, at) : past(plain, text, at);
}

/** A number that stands in the dictionary itself. */
export function wholeIn(entries: Entries, key: string): number | undefined {
  const held = entries.get(key);
  return held !== undefined && /^\d{1,10}$/.test(held) ? Number(held) : undefined;
}
