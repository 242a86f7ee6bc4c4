import { isUtf8 } from 'node:buffer';
import { columnOf } from './columns.ts';
import { CsvParser, NoTable } from './csv.ts';
import { decoderOf } from './decoder.ts';
import { type Delimiter, delimiters, type Encoding, type Format } from './format.ts';
import { type Mojibake, repaired } from './mojibake.ts';
import { syllables } from './syllable.ts';

/** How much of a file is looked at. */
export const SAMPLE = 65_536;

/** How text is meant whose bytes are not known to be UTF-8. */
export interface Told {
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
  /** Whether all of the file is UTF-8, from whoever has looked; by the sample otherwise. */
  utf8?: boolean | undefined;
}

export interface Sniffed {
  format: Format;
  /** What the text in it was before something read it wrongly. */
  mojibake?: Mojibake;
}

const boms: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Text in UTF-16 is half zeros where it is Latin: on which side tells the order. */
function byZeros(sample: Buffer): Encoding | undefined {
  const zeros = [0, 0] as [number, number];
  const length = Math.min(sample.length, 4096);
  for (let at = 0; at < length; at++) if (sample[at] === 0) zeros[at & 1 ? 1 : 0]++;
  if (zeros[1] > length / 5 && zeros[1] > 4 * zeros[0]) return 'utf-16le';
  return zeros[0] > length / 5 && zeros[0] > 4 * zeros[1] ? 'utf-16be' : undefined;
}

const oneByte = ['windows-1258', 'tcvn3', 'vni'] as const;

/** The one under which most words are Vietnamese. */
function bySyllables(sample: Buffer): Encoding {
  const text = sample.toString('latin1');
  const scores = oneByte.map((encoding) => {
    const { letters } = decoderOf(encoding);
    const { right, wrong } = syllables(
      text
        .split(/[\r\n,;\t|"]/)
        .map(letters)
        .join('\n'),
    );
    return right - wrong;
  });
  return oneByte[scores.indexOf(Math.max(...scores))] ?? 'windows-1258';
}

/** Up to its last line end, so that no sign is cut in two. */
function wholeLines(sample: Buffer): Buffer {
  const end = Math.max(sample.lastIndexOf(10), sample.lastIndexOf(13));
  return end < 0 || sample.length < SAMPLE ? sample : sample.subarray(0, end + 1);
}

function encodingOf(sample: Buffer, { encoding, utf8 }: Told): { encoding: Encoding; bom: number } {
  const marked = boms.find(([, bytes]) => bytes.every((byte, at) => sample[at] === byte));
  if (marked && (encoding === undefined || encoding === marked[0])) {
    return { encoding: marked[0], bom: marked[1].length };
  }
  if (encoding !== undefined) return { encoding, bom: 0 };
  const found = byZeros(sample) ?? ((utf8 ?? isUtf8(wholeLines(sample))) ? 'utf-8' : bySyllables(sample));
  return { encoding: found, bom: 0 };
}

/** The first rows under a delimiter; none where it leads nowhere. */
function rowsUnder(text: string, format: Pick<Format, 'delimiter' | 'newline'>): string[][] {
  try {
    return new CsvParser(format).push(text, true).slice(0, 20);
  } catch (error) {
    if (error instanceof NoTable) return [];
    throw error;
  }
}

/** Headers that are known count most, then how many rows are as wide as the header. */
function scoreOf(rows: readonly string[][]): number {
  const [header = []] = rows;
  const known = header.filter((cell) => columnOf(repaired(cell).text) !== undefined).length;
  const wide = rows.filter((row) => row.length === header.length).length;
  return header.length < 2 ? known : 1000 * known + 10 * wide + header.length;
}

/** `sep=;` in the first line is Excel's own word for it. */
export const separatorLine = /^sep=(.)\r?(?:\n|$)/i;

function delimiterOf(text: string, newline: Format['newline']): Delimiter {
  const [, told] = separatorLine.exec(text) ?? [];
  if ((delimiters as readonly (string | undefined)[]).includes(told)) return told as Delimiter;
  const scores = delimiters.map((delimiter) => scoreOf(rowsUnder(text, { delimiter, newline })));
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ',';
}

const marked = /[^\p{ASCII}]/u;

/** What most of the words that look wrong come from. */
function mojibakeIn(text: string): Mojibake | undefined {
  const found = new Map<Mojibake, number>();
  for (const cell of text.split(/[\r\n,;\t|"]/, 4000)) {
    const was = marked.test(cell) ? repaired(cell).was : undefined;
    if (was) found.set(was, (found.get(was) ?? 0) + 1);
  }
  return [...found].sort((one, other) => other[1] - one[1])[0]?.[0];
}

/** Finds out how a file is written, from its beginning. What is told is not guessed. */
export function sniff(head: Buffer, told: Told = {}): Sniffed {
  const sample = wholeLines(head.subarray(0, SAMPLE));
  const { encoding, bom } = encodingOf(sample, told);
  const decoder = decoderOf(encoding);
  const text = decoder.letters(decoder.write(sample.subarray(bom)));
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const delimiter = told.delimiter ?? delimiterOf(text, newline);
  const mojibake = encoding.startsWith('utf') ? mojibakeIn(text) : undefined;
  return { format: { encoding, bom, delimiter, newline }, ...(mojibake && { mojibake }) };
}
