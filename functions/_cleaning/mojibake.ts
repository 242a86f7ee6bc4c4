import { fromTcvn3, fromVni } from './old-fonts.ts';
import { syllables } from './syllable.ts';

/** What a text was, before something read it as something else. */
export type Mojibake = 'tcvn3' | 'vni' | 'utf8-twice';

export interface Repaired {
  text: string;
  was?: Mojibake;
  /** Garbled, and nobody can say what it was. */
  lost?: true;
}

/** What Windows-1252 has where Latin-1 has control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const strict = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 whose bytes were read as Windows-1252: `Nguyá»…n`. */
function fromUtf8Twice(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const special = code > 0xff ? windows1252.indexOf(text[at] as string) : -1;
    if (code > 0xff && special < 0) return undefined;
    bytes[at] = special < 0 ? code : 0x80 + special;
  }
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

export const readers: Readonly<Record<Mojibake, (text: string) => string | undefined>> = {
  'utf8-twice': fromUtf8Twice,
  tcvn3: fromTcvn3,
  vni: fromVni,
};

const kinds: readonly Mojibake[] = ['utf8-twice', 'tcvn3', 'vni'];

const ascii = /^\p{ASCII}*$/u;
/** Replaced on the way, or a sign that no name has. */
const garbled = /\ufffd|\p{L}\?|\?\p{L}|[\u0080-\u009f¡-©«-¹»-¿×÷]/u;

/** Whether a text reads better once it is taken for what it was: all of it must then be Vietnamese. */
function readAs(kind: Mojibake, text: string): string | undefined {
  const read = readers[kind](text);
  if (read === undefined) return undefined;
  const { right, wrong } = syllables(read);
  return wrong === 0 && (right > 0 || kind === 'utf8-twice') ? read : undefined;
}

/** A text as it was meant. What is Vietnamese already, or in no known way garbled, stays as it is. */
export function repaired(text: string): Repaired {
  if (ascii.test(text)) return garbled.test(text) ? { text, lost: true } : { text };
  if (syllables(text.normalize('NFC')).wrong === 0 && !garbled.test(text)) return { text };
  for (const was of kinds) {
    const read = readAs(was, text);
    if (read !== undefined) return { text: read, was };
  }
  return garbled.test(text) ? { text, lost: true } : { text };
}
