import { findings } from '../../contracts/_clean.ts';
import type { Judged } from '../_cleaning/cleaning.ts';
import { birthOf, resultCells, resultHead, resultLine } from '../_cleaning/result.ts';
import type { Table } from '../_cleaning/table.ts';
import type { Summary } from '../_cleaning/tally.ts';

/** How judged rows are written: what comes first, a row, and what comes last. */
export interface Wording {
  type: string;
  head(table: Table): string;
  row(judged: Judged, table: Table, first: boolean): string;
  tail(summary: Summary): string;
}

const plain = ({ row, unit, verdict, others }: Judged) => ({
  row,
  unit,
  main: verdict.main,
  findings: verdict.findings,
  notes: verdict.notes,
  todo: findings[verdict.main].cure.vi,
  ...(verdict.person && {
    register: {
      personalNumber: verdict.person.personalNumber,
      name: verdict.person.name.full,
      birth: birthOf(verdict.person),
    },
  }),
  ...(others && { others: others.rows, othersCount: others.count }),
});

/** Each is whole only with its end: NDJSON's last line and JSON's last field are the summary. */
export const wordings = {
  csv: {
    type: 'text/csv; charset=utf-8',
    head: ({ header, format }) => resultHead(header, format.delimiter),
    row: ({ cells, verdict, others }, { header, format }) =>
      resultLine(cells, header.length, resultCells(verdict, others), format.delimiter),
    tail: () => '',
  },
  ndjson: {
    type: 'application/x-ndjson',
    head: () => '',
    row: (judged) => `${JSON.stringify(plain(judged))}\n`,
    tail: (summary) => `${JSON.stringify({ summary })}\n`,
  },
  json: {
    type: 'application/json',
    head: () => '{"rows":[',
    row: (judged, _table, first) => `${first ? '' : ','}${JSON.stringify(plain(judged))}`,
    tail: (summary) => `],"summary":${JSON.stringify(summary)}}`,
  },
} as const satisfies Record<string, Wording>;

/** What the caller wants; otherwise what it sent. */
export function wordingFor(accept: string, sent: 'csv' | 'json'): Wording {
  if (accept.includes('ndjson')) return wordings.ndjson;
  if (accept.includes('csv')) return wordings.csv;
  if (accept.includes('json')) return wordings.json;
  return wordings[sent];
}
