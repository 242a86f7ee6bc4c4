import { deflateSync } from 'node:zlib';

export type Objects = readonly (readonly [number: number, body: string])[];

/** What somebody knows of a PDF who writes an update behind it. */
export interface Facts {
  previous: string;
  root: string;
  /** The first number that is free. */
  free: number;
  /** Number and body of its last page. */
  page: number;
  body: string;
}

const last = (text: string, pattern: RegExp): RegExpExecArray => {
  const found = [...text.matchAll(pattern)].at(-1);
  if (!found) throw new Error(`no ${pattern} in the PDF`);
  return found as RegExpExecArray;
};

export function factsOf(signed: Buffer): Facts {
  const text = signed.toString('latin1');
  const page = last(text, /(\d+) 0 obj\s*(<<(?:(?!endobj)[\s\S])*?\/Type \/Page\b[\s\S]*?)\s*endobj/g);
  return {
    previous: String(last(text, /startxref\s+(\d+)/g)[1]),
    root: String(last(text, /\/Root (\d+ \d+ R)/g)[1]),
    free: Number(last(text, /\/Size (\d+)/g)[1]),
    page: Number(page[1]),
    body: String(page[2]),
  };
}

/** A page that shows another text; the font goes along. */
export function otherPage({ body, free }: Facts): { body: string; content: string } {
  const draw = 'BT /F1 24 Tf 20 100 Td (9 000 000 000) Tj ET';
  const font = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
  const plain = body
    .replace(/\/Contents (?:\[[^\]]*\]|\d+ 0 R)/, '')
    .replace(/\/Resources (?:\d+ 0 R|<<\s*>>)/, '');
  return {
    body: plain.replace(/>>$/, `/Contents ${free} 0 R /Resources ${font} >>`),
    content: `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
  };
}

interface Table {
  /** How an entry ends: two characters. */
  eol?: string;
  /** Stands between the objects and the table. */
  hidden?: string;
  /** Makes other lines of the table. */
  lines?: (lines: string) => string;
  trailer?: string;
}

/** An update with a table of cross-references. */
export function withTable(signed: Buffer, objects: Objects, given: Table = {}): Buffer {
  const { eol = ' \n', hidden = '', lines: other = (same: string) => same, trailer = '' } = given;
  const { previous, root, free } = factsOf(signed);
  const newline = eol.trim() === '' && eol.includes('\r\n') ? '\r\n' : (eol[1] as string);
  let body = newline;
  let lines = '';
  for (const [number, value] of objects) {
    const at = String(signed.length + body.length).padStart(10, '0');
    lines += `${number} 1${newline}${at} 00000 n${eol}`;
    body += `${number} 0 obj${newline}${value}${newline}endobj${newline}`;
  }
  body += hidden;
  const xref = signed.length + body.length;
  const dict = `<< /Size ${free + objects.length + 1} /Root ${root} /Prev ${previous} ${trailer}>>`;
  body += `xref${newline}${other(lines)}trailer${newline}${dict}${newline}startxref${newline}${xref}${newline}%%EOF${newline}`;
  return Buffer.concat([signed, Buffer.from(body, 'latin1')]);
}

interface Stream {
  /** Objects in a stream of objects each, numbered after those that stand by themselves. */
  packed?: readonly Objects[];
  /** What the cross-references say of objects in streams; default: where they are. */
  named?: readonly (readonly [number: number, stream: number, index: number])[];
  /** The rows are differences to those before. */
  predictor?: boolean;
}

function row([kind, second, third]: readonly [number, number, number]): Buffer {
  const bytes = Buffer.alloc(7);
  bytes[0] = kind;
  bytes.writeUInt32BE(second, 1);
  bytes.writeUInt16BE(third, 5);
  return bytes;
}

const differences = (rows: readonly Buffer[]): Buffer =>
  Buffer.concat(
    rows.map((each, at) =>
      Buffer.from([2, ...each.map((byte, column) => byte - (rows[at - 1]?.[column] ?? 0))]),
    ),
  );

function objectStream(objects: Objects): string {
  const bodies = objects.map(([, body]) => `${body} `);
  const starts = bodies.map((_, at) => bodies.slice(0, at).join('').length);
  const head = objects.map(([number], at) => `${number} ${starts[at]} `).join('');
  const data = head + bodies.join('');
  return `<< /Type /ObjStm /N ${objects.length} /First ${head.length} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

/** An update with a stream of cross-references. */
export function withStream(signed: Buffer, objects: Objects, given: Stream = {}): Buffer {
  const { previous, root, free } = factsOf(signed);
  const { packed = [], predictor = false } = given;
  const first = free + 10;
  const all = [...objects, ...packed.map((each, at) => [first + at, objectStream(each)] as const)];
  const rows = new Map<number, Buffer>();
  const named =
    given.named ??
    packed.flatMap((each, at) => each.map(([number], index) => [number, first + at, index] as const));
  for (const [number, stream, index] of named) rows.set(number, row([2, stream, index]));
  let body = '\n';
  for (const [number, value] of all) {
    rows.set(number, row([1, signed.length + body.length, 0]));
    body += `${number} 0 obj\n${value}\nendobj\n`;
  }
  const [own, xref] = [first + packed.length, signed.length + body.length];
  rows.set(own, row([1, xref, 0]));
  const data = predictor ? differences([...rows.values()]) : Buffer.concat([...rows.values()]);
  const zipped = deflateSync(data);
  const index = [...rows.keys()].map((number) => `${number} 1`).join(' ');
  const how = `/Filter /FlateDecode ${predictor ? '/DecodeParms << /Predictor 12 /Columns 7 >> ' : ''}`;
  const dict = `<< /Type /XRef /Size ${own + 1} /W [1 4 2] /Index [${index}] /Root ${root} /Prev ${previous} ${how}/Length ${zipped.length} >>`;
  return Buffer.concat([
    signed,
    Buffer.from(`${body}${own} 0 obj\n${dict}\nstream\n`, 'latin1'),
    zipped,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${xref}\n%%EOF\n`),
  ]);
}
