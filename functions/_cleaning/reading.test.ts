import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvParser, csvLine } from './csv.ts';
import { decoderOf } from './decoder.ts';
import { type Delimiter, delimiters, type Encoding, encodings } from './format.ts';
import { sniff } from './sniff.ts';
import { ColumnsMissing, openTable } from './table.ts';

const rowsOf = (bytes: Buffer, cuts: readonly number[] = []) => {
  const { format } = sniff(bytes);
  return rowsUnder(bytes, format.encoding, format.delimiter, cuts, format.bom);
};

function rowsUnder(
  bytes: Buffer,
  encoding: Encoding,
  delimiter: Delimiter,
  cuts: readonly number[],
  bom = 0,
) {
  const decoder = decoderOf(encoding);
  const parser = new CsvParser({ delimiter, newline: '\n' });
  const ends = [...cuts.map((cut) => Math.max(bom, cut % (bytes.length + 1))), bytes.length];
  const rows: string[][] = [];
  let from = bom;
  for (const end of ends.sort((one, other) => one - other)) {
    rows.push(...parser.push(decoder.write(bytes.subarray(from, end))));
    from = end;
    const told = from - decoder.held() - decoder.bytesOf(parser.pending);
    expect(told).toBeGreaterThanOrEqual(bom);
  }
  rows.push(...parser.push(decoder.end(), true));
  return rows.map((cells) => cells.map(decoder.letters));
}

const rows = [
  ['Số định danh', 'Họ và tên', 'Ngày sinh', 'Đơn vị'],
  ['099090000001', 'Nguyễn Văn An', '01/01/1990', 'Phường Hải Châu'],
  ['099195000009', 'Hồ Thị Nguyệt', '14/08/1995', 'Phường Thuận Hóa'],
];

/** The same letters as the old fonts have them, seen as Latin-1. */
const oldFonts: Partial<Record<Encoding, readonly string[][]>> = {
  tcvn3: [
    ['Sè ®Þnh danh', 'Hä vµ tªn', 'Ngµy sinh', '§¬n vÞ'],
    ['099090000001', 'NguyÔn V¨n An', '01/01/1990', 'Ph\u00adêng H¶i Ch©u'],
    ['099195000009', 'Hå ThÞ NguyÖt', '14/08/1995', 'Ph\u00adêng ThuËn Hãa'],
  ],
  vni: [
    ['Soá ñònh danh', 'Hoï vaø teân', 'Ngaøy sinh', 'Ñôn vò'],
    ['099090000001', 'Nguyeãn Vaên An', '01/01/1990', 'Phöôøng Haûi Chaâu'],
    ['099195000009', 'Hoà Thò Nguyeät', '14/08/1995', 'Phöôøng Thuaän Hoùa'],
  ],
};

const joined = (cells: readonly string[][], delimiter: string, newline = '\r\n'): string =>
  cells.map((row) => row.join(delimiter) + newline).join('');

const text = (delimiter: string, newline?: string): string => joined(rows, delimiter, newline);

const table1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** Windows-1258 has the tone as a sign of its own, behind the vowel with its mark. */
const in1258 = (sign: string): string[] => {
  if (table1258.has(sign)) return [sign];
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(sign.normalize('NFD'))?.[0] ?? '';
  return [sign.normalize('NFD').replace(tone, '').normalize('NFC'), tone];
};

function encoded(encoding: Encoding, plain: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(plain);
  if (encoding === 'utf-16le') return Buffer.from(plain, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(plain, 'utf16le').swap16();
  if (encoding !== 'windows-1258') return Buffer.from(plain, 'latin1');
  return Buffer.from([...plain].flatMap(in1258).map((sign) => table1258.get(sign) ?? 63));
}

const expected = rows;

test.each(encodings.flatMap((encoding) => delimiters.map((delimiter) => ({ encoding, delimiter }))))(
  'a file in $encoding with $delimiter is told and read',
  ({ encoding, delimiter }) => {
    const bytes = encoded(encoding, joined(oldFonts[encoding] ?? rows, delimiter));
    const { format } = sniff(bytes);
    expect(format).toMatchObject({ encoding, delimiter });
    expect(rowsOf(bytes)).toEqual(expected);
  },
);

test.each<[Encoding, string]>([
  ['utf-8', '\ufeff'],
  ['utf-16le', '\ufeff'],
  ['utf-16be', '\ufeff'],
])('the mark at the beginning of %s is no part of the first header', (encoding, mark) => {
  const bytes = encoded(encoding, mark + text(';', '\n'));
  expect(sniff(bytes).format).toMatchObject({ encoding, bom: encoding === 'utf-8' ? 3 : 2 });
  expect(rowsOf(bytes)).toEqual(expected);
});

test('TCVN3 and VNI that were saved as UTF-8 are named', () => {
  const header = 'Sè ®Þnh danh,Hä vµ tªn\r\n';
  expect(sniff(Buffer.from(`${header}099090000001,NguyÔn V¨n An\r\n`)).mojibake).toBe('tcvn3');
  expect(openTable(Buffer.from(header)).places).toMatchObject({ number: 0, name: 1 });
  expect(sniff(Buffer.from('number,name\n1,Nguyeãn Vaên An\n')).mojibake).toBe('vni');
  expect(sniff(Buffer.from('number,name\n1,Nguyá»…n VÄƒn An\n')).mojibake).toBe('utf8-twice');
  expect(sniff(Buffer.from(text(','))).mojibake).toBeUndefined();
});

test('line ends of an old Mac, and the first line in which Excel names its delimiter, are understood', () => {
  const mac = Buffer.from(text(',', '\r'));
  expect(openTable(mac)).toMatchObject({ format: { newline: '\r' }, firstRow: 2 });
  const told = Buffer.from(`sep=;\r\n${text(';')}`);
  expect(openTable(told)).toMatchObject({ format: { delimiter: ';' }, firstRow: 3 });
  expect(told.subarray(openTable(told).start).toString()).toMatch(/^099090000001;/);
});

test('a missing column is named, and a mapping says where it is', () => {
  const bytes = Buffer.from('Mã,Tên đầy đủ của người,Khác\r\n1,2,3\r\n');
  const problems = () => openTable(bytes);
  expect(problems).toThrow(ColumnsMissing);
  expect(problems).toThrow('number, name');
  const { places } = openTable(bytes, { columns: { number: '1', name: 'ten day du cua nguoi' } });
  expect(places).toMatchObject({ number: 0, name: 1, birth: -1 });
  expect(() => openTable(bytes, { columns: { number: 'Số', name: '2' } })).toThrow('Số');
});

test('headers are known with and without diacritics, in both languages and both Unicode forms', () => {
  const headers = ['HỌ VÀ TÊN'.normalize('NFD'), 'so_dinh_danh', 'Birth date', 'E-mail', 'Số CMND', 'STT'];
  const { places } = openTable(Buffer.from(`${headers.join(';')}\n`));
  expect(places).toMatchObject({ name: 0, number: 1, birth: 2, email: 3, oldNumber: 4, phone: -1 });
});

const cell = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\n', '\r\n', 'a', 'ễ', 'e\u0323', '👍', ' ', '1'),
  maxLength: 6,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const cuts = fc.array(fc.nat(), { maxLength: 8 });

const guarded = (cell: string): string => (/^[\t\r]/.test(cell) ? `'${cell}` : cell);

const everyway = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be');

test('whatever is written is read again, however its bytes are cut', () => {
  fc.assert(
    fc.property(table, cuts, everyway, fc.constantFrom(...delimiters), (rows, at, encoding, delimiter) => {
      const written = rows.map((cells) => csvLine(cells, delimiter)).join('');
      const bytes = encoded(encoding, written);
      expect(rowsUnder(bytes, encoding, delimiter, at)).toEqual(rows.map((cells) => cells.map(guarded)));
    }),
    { numRuns: 500 },
  );
});

test('the rows of anything at all are the same however it is cut, byte by byte too', () => {
  const wild = fc.string({
    unit: fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', 'x', 'ễ', '"a"b,', ',"'),
    maxLength: 30,
  });
  fc.assert(
    fc.property(wild, cuts, (text, at) => {
      const bytes = Buffer.from(text);
      const whole = rowsUnder(bytes, 'utf-8', ',', []);
      expect(rowsUnder(bytes, 'utf-8', ',', at)).toEqual(whole);
      expect(
        rowsUnder(
          bytes,
          'utf-8',
          ',',
          Array.from(bytes, (_, place) => place),
        ),
      ).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test('a quote that nobody closes swallows no more than its own cell', () => {
  const rows = `1,"open,2\n${'3,4\n'.repeat(30_000)}`;
  const whole = rowsUnder(Buffer.from(rows), 'utf-8', ',', []);
  expect(whole.length).toBe(30_001);
  expect(whole[0]).toEqual(['1', '"open', '2']);
  expect(rowsUnder(Buffer.from(rows), 'utf-8', ',', [10, 40_000, 65_550, 90_000])).toEqual(whole);
});

test('a cell that a spreadsheet would run is text behind an apostrophe', () => {
  expect(csvLine(['=1+1', '+84950000101', '-1', '@x', '\tx', 'a=b'], ',')).toBe(
    "'=1+1,'+84950000101,'-1,'@x,'\tx,a=b\r\n",
  );
});

test('nor behind a delimiter that is not the file’s, where another Excel would split', () => {
  expect(csvLine(['a;=1+1', 'b|@x;c', '1; -2', 'x;y'], ',')).toBe("a;'=1+1,b|'@x;c,1; -2,x;y\r\n");
});

test.each([
  ['a line break in front of it', '\n=1+1', `"\n'=1+1"`],
  ['spaces in front of it', ' =1+1', "' =1+1"],
  ['a space that does not break', '\u00a0@x', "'\u00a0@x"],
  ['a wide sign', '＝1+1', "'＝1+1"],
  ['a line that begins with it', 'x\n-1+1\r\n=2', `"x\n'-1+1\r\n'=2"`],
  ['spaces behind another delimiter', 'x; =1+1', "x; '=1+1"],
])('%s does not hide what would be run', (_how, written, safe) => {
  expect(csvLine(['a', written], ',')).toBe(`a,${safe}\r\n`);
});
