import { columnNames, type Mapping } from '../functions/_cleaning/columns.ts';
import { type Delimiter, delimiters, type Encoding, encodings } from '../functions/_cleaning/format.ts';
import { Complaint } from './people-options.ts';

const oneOf = <T extends string>(name: string, all: readonly T[], given: string): T => {
  if ((all as readonly string[]).includes(given)) return given as T;
  const list = all.join(' ');
  throw new Complaint(
    `--${name} phải là một trong: ${list}. / --${name} must be one of: ${list}. ('${given}')`,
  );
};

export const encodingOf = (given: string | undefined): Encoding | undefined =>
  given === undefined ? undefined : oneOf('encoding', encodings, given.toLowerCase());

const words: Readonly<Record<string, Delimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
};

export const delimiterOf = (given: string | undefined): Delimiter | undefined =>
  given === undefined ? undefined : (words[given] ?? oneOf('delimiter', delimiters, given));

/** `number=Số giấy tờ,unit=3` */
export function columnsOf(given: string | undefined): Mapping {
  const pairs = (given ?? '').split(',').filter((pair) => pair !== '');
  const found: Partial<Record<string, string>> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = oneOf('columns', columnNames, pair.slice(0, Math.max(0, at)).trim());
    found[name] = pair.slice(at + 1).trim();
  }
  return found;
}

export function dayOf(given: string | undefined): string | undefined {
  const real = given === undefined || !Number.isNaN(Date.parse(`${given}T00:00:00Z`));
  if (given === undefined || (real && /^\d{4}-\d\d-\d\d$/.test(given))) return given;
  throw new Complaint(
    `--date phải là ngày YYYY-MM-DD, không phải '${given}'. / --date must be YYYY-MM-DD, not '${given}'.`,
  );
}
