import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { preparePdf } from '../../functions/_sign/pades.ts';
import { inPdf } from '../../functions/_verify/pdf.ts';

const large = deflateSync(Buffer.alloc(70 * 1_048_576, 0x20), { level: 9 });
const twice = deflateSync(large);

/** A PDF with a stream of objects that is packed like this. */
function bomb(filter: string, data: Buffer, { type = '/ObjStm', eol = '\n' } = {}): Buffer {
  const dict = `<< /Type ${type} /N 0 /First 0 /Filter ${filter} /Length ${data.length} >>`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n${dict}\nstream${eol}`),
    data,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\nstartxref\n0\n%%EOF\n'),
  ]);
}

const bombs: [string, Buffer][] = [
  ['by Flate', bomb('/FlateDecode', large)],
  ['by Flate, behind another end of the line', bomb('/FlateDecode', large, { eol: ' \r\n' })],
  ['by Flate, and cut off', bomb('/FlateDecode', large.subarray(0, -200))],
  ['by Flate upon Flate', bomb('[/FlateDecode /FlateDecode]', twice)],
  ['so in other letters', bomb('[/Fl#61teDecode /FlateDecode]', twice, { type: '/Obj#53tm' })],
  ['as hexadecimal', bomb('[/ASCIIHexDecode /FlateDecode]', Buffer.from(`${large.toString('hex')}>`))],
  ['by RunLength', bomb('/RunLengthDecode', Buffer.from([129, 32, 128]))],
  ['as another object says', bomb('3 0 R', twice)],
];

describe('a PDF whose objects become more than there is room for, packed', () => {
  test.each(bombs)('%s, is not read', async (_, bytes) => {
    await expect(inPdf(bytes)).rejects.toThrow(/streams that are/);
  });

  test.each(bombs)('%s, is not signed', async (_, document) => {
    const asked = { certificate: new Uint8Array(), chain: [], hash: 'sha256', signingTime: 0 } as const;
    const error = await preparePdf({ document, ...asked }).catch((thrown: Error) => thrown);
    expect(String((error as Error).cause)).toMatch(/streams that are/);
  });
});
