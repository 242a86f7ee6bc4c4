import { columnNames, type Mapping, mappingOf } from '../functions/_cleaning/columns.ts';
import { type Delimiter, delimiterNamed, type Encoding, encodings } from '../functions/_cleaning/format.ts';
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

export function delimiterOf(given: string | undefined): Delimiter | undefined {
  if (given === undefined) return undefined;
  return delimiterNamed(given) ?? oneOf<Delimiter>('delimiter', [',', ';', '\t', '|'], given);
}

/** `number=Số giấy tờ,unit=3` */
export function columnsOf(given: string | undefined): Mapping {
  const found = mappingOf(given ?? '');
  if (found) return found;
  const list = columnNames.join(' ');
  throw new Complaint(
    `--columns gồm các cặp tên=cột, tên là một trong: ${list}. / --columns must be one of: ${list}, each with = and a header or number.`,
  );
}

export function dayOf(given: string | undefined): string | undefined {
  const real = given === undefined || !Number.isNaN(Date.parse(`${given}T00:00:00Z`));
  if (given === undefined || (real && /^\d{4}-\d\d-\d\d$/.test(given))) return given;
  throw new Complaint(
    `--date phải là ngày YYYY-MM-DD, không phải '${given}'. / --date must be YYYY-MM-DD, not '${given}'.`,
  );
}
