import { beforeAll, describe, expect, test } from 'vitest';
import { inPdf } from '../../functions/_verify/pdf.ts';
import { signedPdf } from './pdf-file.ts';
import { type Facts, factsOf, type Objects, withTable } from './pdf-updates.ts';

let signed: Buffer;
let facts: Facts;
/** Of the signature: its dictionary's number, and as text. */
let own: { number: string; text: string };

beforeAll(async () => {
  ({ pdf: signed } = await signedPdf());
  facts = factsOf(signed);
  const found = /(\d+) 0 obj\n(<<[^>]*\/Type \/Sig[\s\S]*?>>)\nendobj/.exec(signed.toString('latin1'));
  own = { number: String(found?.[1]), text: String(found?.[2]) };
});

const draw = '1 1 1 rg 0 0 300 200 re f';
const look = `<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Length ${draw.length} >>\nstream\n${draw}\nendstream`;

/** A widget over the whole page that holds this value. `inForm`: it is a field of the form too. */
function overlay(value: string, { inForm = false, more = '' } = {}): Objects {
  const { free, page, body } = facts;
  const text = signed.toString('latin1');
  const listed = body.replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${free} 0 R]`);
  const field = `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /F 4 /Rect [0 0 300 200] /P ${page} 0 R /V ${value} /AP << /N ${free + 1} 0 R >> ${more}>>`;
  const form = /(\d+) 0 obj\n(<<\s*\/Fields \[[^\]]*)\]([\s\S]*?>>)\nendobj/.exec(text);
  const fields: Objects = inForm ? [[Number(form?.[1]), `${form?.[2]} ${free} 0 R ]${form?.[3]}`]] : [];
  return [[page, listed], [free, field], [free + 1, look], ...fields];
}

const addedTo = async (bytes: Buffer) => (await inPdf(bytes)).signatures.map(({ added }) => added);
const otherPages = 'pages, or what belongs to them, are not those that were signed';

describe('a widget over a page that was signed', () => {
  test.each([
    '<< /Type /Sig /SubFilter /none /ByteRange [0 0 0 0] >>',
    '<< /Type /Sig /SubFilter /ETSI.RFC3161 /ByteRange [0 9999 99999 9] /Contents <00> >>',
  ])('is added where nobody judges what it holds: %s', async (value) => {
    expect(await addedTo(withTable(signed, overlay(value)))).toEqual([otherPages]);
  });

  test('is added where it is a time stamp that is shown', async () => {
    const stamp = '<< /Type /Sig /SubFilter /ETSI.RFC3161 /ByteRange [0 99999 199999 9] /Contents <00> >>';
    expect(await addedTo(withTable(signed, overlay(stamp, { inForm: true })))).toEqual([otherPages]);
  });

  test.each([false, true])(
    'is added where it holds the signature itself, in the form: %s',
    async (inForm) => {
      const update = withTable(signed, overlay(`${own.number} 0 R`, { inForm }));
      expect(await addedTo(update)).toEqual([otherPages]);
    },
  );

  test('is added where it holds a copy of the signature', async () => {
    const found = await addedTo(withTable(signed, overlay(own.text, { inForm: true })));
    expect(found).toEqual([otherPages, otherPages]);
  });
});

describe('a second signature', () => {
  const first = async (box: readonly [number, number, number, number]) =>
    (await addedTo((await signedPdf({ document: signed, more: { box } })).pdf))[0];

  test('may be shown', async () => {
    expect(await first([10, 10, 140, 60])).toBeUndefined();
  });

  test('may not be shown over most of the page', async () => {
    expect(await first([0, 0, 300, 200])).toBe(otherPages);
  });
});
