import { EmptyFile, NoTable, OtherFile } from '../_cleaning/csv.ts';
import { ColumnsMissing } from '../_cleaning/table.ts';
import { Fault } from '../_kit/fault.ts';

/** What the reading of a table throws, as the contract words it. */
export function asFault(error: unknown): unknown {
  if (error instanceof NoTable) return new Fault('not_a_table', error.message);
  if (error instanceof EmptyFile) return new Fault('file_empty', error.message);
  if (error instanceof OtherFile) return new Fault('not_csv', `it begins as a file of ${error.message} does`);
  if (!(error instanceof ColumnsMissing)) return error;
  const [found, missing] = [error.problems.filter(({ mapped }) => mapped === undefined), error.problems];
  const names = missing.map(({ column }) => column).join(', ');
  const why = found.length > 0 ? 'no header is known for' : 'the mapping leads nowhere for';
  return new Fault('columns_missing', `${why}: ${names}; the header has ${error.header.length} cells`);
}
