import type { NoteCode } from '../../contracts/_clean.ts';
import { fold } from '../../people/fold.ts';

/** Grave, acute, tilde, hook above, dot below: the tones, wherever in the word they stand. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Old files have the Icelandic eth in place of the Vietnamese letter: capitals look the same. */
const composed = (text: string): string => text.normalize('NFC').replace(/[ÐƉ]/g, 'Đ').replaceAll('ð', 'đ');

const spaced = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Letters with their own marks, and the tone behind: `hòa` and `hoà` come to the same. */
function toneLast(word: string): string {
  const apart = word.normalize('NFD');
  const found = apart.match(tones);
  return found ? apart.replace(tones, '').normalize('NFC') + found.join('') : word;
}

/** Where y is the only vowel it is i: `Lý`, `Mỹ`, `Quý`; never in `Thúy` or `Huy`. */
const iForY = (word: string): string =>
  word.replace(/^([^aeiouyăâêôơư]*(?:qu)?)y(?=[\u0300-\u0323]*$)/i, '$1i');

const everyWord =
  (change: (word: string) => string) =>
  (text: string): string =>
    text.split(' ').map(change).join(' ');

type Step = readonly [NoteCode, (text: string) => string];

/** What is forgiven, the least first. */
const steps: readonly Step[] = [
  ['name-unicode', composed],
  ['name-spaces', spaced],
  ['name-case', (text) => text.toLowerCase()],
  ['name-tone', everyWord(toneLast)],
  ['name-i-y', everyWord((word) => iForY(toneLast(word)))],
];

type Same = (given: string, known: string) => boolean;

const equal: Same = (given, known) => given === known;

const isUnmarked = (word: string, known: string): boolean => {
  const folded = fold(known);
  return word.toLowerCase() === folded && word.toLowerCase() !== known.toLowerCase();
};

/** Written without diacritics says less, and nothing else; with other diacritics it is another name. */
const lessMarked: Same = (given, known) => {
  const [mine, theirs] = [given.split(' '), known.split(' ')];
  return (
    mine.length === theirs.length &&
    mine.every((word, at) => word === theirs[at] || isUnmarked(word, theirs[at] ?? ''))
  );
};

const agree = (given: string, known: string, some: readonly Step[], same: Same): boolean => {
  const through = (text: string): string => some.reduce((before, [, step]) => step(before), text);
  return same(through(given), through(known));
};

/** Of the steps that make two names agree, those without which they would not. */
const needed = (given: string, known: string, some: readonly Step[], same: Same): NoteCode[] =>
  some
    .filter((step) => {
      const others = some.filter((each) => each !== step);
      return !agree(given, known, others, same);
    })
    .map(([note]) => note);

/** The tolerances that two names need to be the same, none where they are equal; undefined: they differ. */
export function tolerances(given: string, known: string): NoteCode[] | undefined {
  if (given === known) return [];
  for (let count = 1; count <= steps.length; count++) {
    const some = steps.slice(0, count);
    if (agree(given, known, some, equal)) return needed(given, known, some, equal);
  }
  if (!agree(given, known, steps, lessMarked)) return undefined;
  return [...needed(given, known, steps, lessMarked), 'name-no-marks'];
}
