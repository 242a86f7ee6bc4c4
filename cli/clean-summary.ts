import { findingCodes, findings } from '../contracts/_clean.ts';
import { columnNames, columnTitles } from '../functions/_cleaning/columns.ts';
import { grouped } from '../functions/_cleaning/report.ts';
import type { ColumnsMissing, Table } from '../functions/_cleaning/table.ts';
import type { Summary } from '../functions/_cleaning/tally.ts';

const delimiterNames = { ',': ',', ';': ';', '\t': 'tab', '|': '|' } as const;

/** How a file was read: what was found out, and what nobody told. */
export function readingLines({ format, mojibake, header, places }: Table): string[] {
  const found = columnNames.filter((column) => places[column] >= 0);
  return [
    `Bảng mã / Encoding: ${format.encoding}${format.bom > 0 ? ' (BOM)' : ''}${mojibake ? `, chữ bị lỗi phông / garbled: ${mojibake}` : ''}`,
    `Dấu phân cách / Delimiter: ${delimiterNames[format.delimiter]}`,
    `Cột / Columns: ${found.map((column) => `${column}=«${header[places[column]]}»`).join(', ')}`,
  ];
}

export function missingColumns({ problems, header }: ColumnsMissing): string {
  const missing = problems.map(({ column, mapped }) =>
    mapped === undefined ? `${columnTitles[column].vi} / ${columnTitles[column].en}` : `${column}=${mapped}`,
  );
  const [list, seen] = [missing.join('; '), header.map((cell) => `«${cell}»`).join(', ')];
  return [
    `Không thấy cột: ${list}. Tệp có: ${seen}. Chỉ ra bằng --columns, ví dụ --columns 'number=Số giấy tờ,name=2'.`,
    `Columns not found: ${list}. The file has: ${seen}. Say where they are with --columns, such as --columns 'number=Số giấy tờ,name=2'.`,
  ].join('\n');
}

/** Counts by main finding; they add up. */
export function countLines({ rows, main }: Summary): string[] {
  const counted = findingCodes.filter((code) => main[code]);
  const width = grouped(rows).length;
  return [
    ...counted.map((code) => {
      const { vi, en } = findings[code].title;
      return `${grouped(main[code] ?? 0).padStart(width)}  ${vi} / ${en}`;
    }),
    `${grouped(rows).padStart(width)}  Tổng cộng / Total`,
  ];
}
