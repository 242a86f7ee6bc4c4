import type { Encoding } from './format.ts';
import { readers } from './mojibake.ts';

/** Bytes to text, and back to how many bytes a text took: so a place in the text is a place in the file. */
export interface Decoder {
  write(bytes: Buffer): string;
  /** What the last bytes come to; nothing may be written after it. */
  end(): string;
  /** Bytes that were written and are not text yet. */
  held(): number;
  bytesOf(text: string): number;
  /** The letters of a cell, where the encoding is one of letters behind single bytes. */
  letters(cell: string): string;
}

const same = (cell: string): string => cell;
const ascii = /^\p{ASCII}*$/u;

/** How many bytes at the end are the beginning of a UTF-8 sequence. */
export function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? back : 0;
  }
  return 0;
}

type Shape = Pick<Decoder, 'bytesOf' | 'letters'> & {
  whole(bytes: Buffer): number;
  text(bytes: Buffer): string;
};

const littleEndian: Shape = {
  whole: (bytes) => bytes.length & ~1,
  text: (bytes) => bytes.toString('utf16le'),
  bytesOf: (text) => 2 * text.length,
  letters: same,
};

const singleBytes = (letters: (cell: string) => string): Shape => ({
  whole: (bytes) => bytes.length,
  text: (bytes) => bytes.toString('latin1'),
  bytesOf: (text) => text.length,
  letters: (cell) => (ascii.test(cell) ? cell : letters(cell)),
});

const windows1258 = new TextDecoder('windows-1258');

const shapes: Readonly<Record<Encoding, Shape>> = {
  'utf-8': {
    whole: (bytes) => bytes.length - unfinished(bytes),
    text: (bytes) => bytes.toString('utf8'),
    bytesOf: (text) => Buffer.byteLength(text),
    letters: same,
  },
  'utf-16le': littleEndian,
  'utf-16be': { ...littleEndian, text: (bytes) => Buffer.from(bytes).swap16().toString('utf16le') },
  'windows-1258': singleBytes((cell) => windows1258.decode(Buffer.from(cell, 'latin1')).normalize('NFC')),
  tcvn3: singleBytes((cell) => readers.tcvn3(cell) ?? cell),
  vni: singleBytes((cell) => readers.vni(cell) ?? cell),
};

const nothing = Buffer.alloc(0);

/** A decoder that begins anywhere a sign begins. */
export function decoderOf(encoding: Encoding): Decoder {
  const { whole, text, bytesOf, letters } = shapes[encoding];
  let held: Buffer = nothing;
  return {
    write(bytes) {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const end = whole(all);
      // A copy: whoever reads a file reads the next bytes into the same buffer.
      held = end === all.length ? nothing : Buffer.from(all.subarray(end));
      return text(end === all.length ? all : all.subarray(0, end));
    },
    end() {
      const rest = held;
      held = nothing;
      return rest.length === 0 ? '' : '\ufffd';
    },
    held: () => held.length,
    bytesOf,
    letters,
  };
}
