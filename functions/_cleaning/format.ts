/** How the bytes of a file make text. `windows-1258`, `tcvn3` and `vni` have one byte a sign. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const words: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
};

/** A delimiter as people say it; undefined: it is none of them. */
export const delimiterNamed = (text = ''): Delimiter | undefined =>
  words[text.toLowerCase()] ?? delimiters.find((delimiter) => delimiter === text);

/** How a file is written, as it was found or told. */
export interface Format {
  encoding: Encoding;
  /** Bytes of the mark at its beginning. */
  bom: number;
  delimiter: Delimiter;
  newline: '\n' | '\r';
}
