import { beforeAll, describe, expect, test } from 'vitest';
import { inPdf } from '../../functions/_verify/pdf.ts';
import { verifyDocument } from '../../functions/_verify/verify-document.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { request } from './exchange.ts';
import { plainPdf, signedPdf } from './pdf-file.ts';
import { type Facts, factsOf, type Objects, otherPage, withStream, withTable } from './pdf-updates.ts';

let signed: Buffer;
let facts: Facts;
let evil: Objects;

beforeAll(async () => {
  ({ pdf: signed } = await signedPdf());
  facts = factsOf(signed);
  const { body, content } = otherPage(facts);
  evil = [
    [facts.free, content],
    [facts.page, body],
  ];
});

/** What is said to be added behind the signature; the signature itself is always good. */
async function reasonsOf(bytes: Buffer): Promise<string[]> {
  const { signatures } = await inPdf(bytes);
  expect(signatures.map(({ intact, genuine }) => intact && genuine)).toEqual([true]);
  return signatures.flatMap(({ added }) => added ?? []);
}

const added = (detail: string) => [detail];
const otherPages = added('pages, or what belongs to them, are not those that were signed');
const unusualReferences = added('cross-references that are not written as usual');

describe('an update that changes nothing', () => {
  test.each([' \n', ' \r', '\r\n'])(
    'leaves a signature valid where entries of its table end in %j',
    async (eol) => {
      expect(await reasonsOf(withTable(signed, [[facts.page, facts.body]], { eol }))).toEqual([]);
    },
  );

  test('leaves it valid where it begins with a comment, as some programs write', async () => {
    const named = withTable(Buffer.concat([signed, Buffer.from('%Some PDF 5.5.13\n')]), [
      [facts.page, facts.body],
    ]);
    expect(await reasonsOf(named)).toEqual([]);
  });

  test('leaves it valid where another object says how long a stream is', async () => {
    const stream = `<< /Length ${facts.free + 1} 0 R >>\nstream\nabc\nendstream`;
    const objects: Objects = [
      [facts.free, stream],
      [facts.free + 1, '3'],
    ];
    expect(await reasonsOf(withTable(signed, objects))).toEqual([]);
  });

  test.each([false, true])(
    'leaves it valid where its cross-references are a stream, with differences: %s',
    async (predictor) => {
      const packed: Objects[] = [[[facts.page, facts.body]]];
      expect(await reasonsOf(withStream(signed, [[facts.free, '(new)']], { packed, predictor }))).toEqual([]);
    },
  );

  test.each([false, true])(
    'and a second signature leave the first one valid, streams: %s',
    async (streams) => {
      const { pdf } = await signedPdf({ document: await plainPdf({ streams }), level: 'B-LT' });
      const { pdf: twice } = await signedPdf({ document: pdf, level: 'B-LT' });
      const verdict = await verifyDocument(twice, await contextOf(request()));
      expect([verdict.status, verdict.signatures.length]).toEqual(['valid', 2]);
    },
  );
});

describe('an update that changes what is shown is found', () => {
  test('where it says so', async () => {
    expect(await reasonsOf(withTable(signed, evil))).toEqual(otherPages);
    expect(await reasonsOf(withStream(signed, evil))).toEqual(otherPages);
    expect(await reasonsOf(withStream(signed, evil.slice(0, 1), { packed: [evil.slice(1)] }))).toEqual(
      otherPages,
    );
  });

  test.each([
    ['\n', '\n'],
    ['  ', ' '],
    ['\0', ' '],
    ['%\n', ' '],
  ])('where what was signed stands behind it, with %j and %j in its header', async (first, second) => {
    const hidden = `${facts.page}${first}0${second}obj\n${facts.body}\nendobj\n`;
    expect(await reasonsOf(withTable(signed, evil, { hidden }))).toEqual(
      added('bytes that are no version of the document'),
    );
  });

  test('where what was signed stands behind it once more', async () => {
    const hidden = `${facts.page} 0 obj\n${facts.body}\nendobj\n`;
    expect(await reasonsOf(withTable(signed, evil, { hidden }))).toEqual(
      added('objects that the cross-references do not name'),
    );
  });

  test('where it lies in a comment', async () => {
    const hidden = `% ${facts.page} 0 obj\n`;
    const found = await reasonsOf(withTable(signed, [[facts.page, facts.body]], { hidden }));
    expect(found).toEqual(added('a comment that looks like objects'));
  });

  test.each([
    '1  1\n0000000009 00000 n \n',
    '1 1\n0000000009  0000 n \n',
    '1 1\n0000000009 00000 n  \n',
    '% \n',
  ])('where its table has the line %j', async (line) => {
    const lines = (all: string) => all + line;
    expect(await reasonsOf(withTable(signed, evil, { lines }))).toEqual(unusualReferences);
  });

  test('where a table names a number twice', async () => {
    const lines = (all: string) => all + all.slice(all.lastIndexOf(' 1\n') - String(facts.page).length);
    expect(await reasonsOf(withTable(signed, evil, { lines }))).toEqual(unusualReferences);
  });

  test('where two streams of objects hold the page', async () => {
    const packed: Objects[] = [evil.slice(1), [[facts.page, facts.body]]];
    const named = [[facts.page, facts.free + 10, 0]] as const;
    expect(await reasonsOf(withStream(signed, evil.slice(0, 1), { packed, named }))).toEqual(
      added('objects in streams that the cross-references do not name'),
    );
  });

  test('where the cross-references name another place of a stream of objects', async () => {
    const packed: Objects[] = [[...evil.slice(1), [facts.free + 2, facts.body]]];
    const named = [
      [facts.page, facts.free + 10, 1],
      [facts.free + 2, facts.free + 10, 0],
    ] as const;
    expect(await reasonsOf(withStream(signed, evil.slice(0, 1), { packed, named }))).toEqual(
      added('objects in streams that the cross-references do not name'),
    );
  });

  test('where a dictionary has a key twice, also as another spelling of it', async () => {
    const content = evil[0] as Objects[number];
    for (const key of ['Contents', 'Cont#65nts']) {
      const body = facts.body.replace('<<', `<< /${key} ${facts.free} 0 R /Contents 1 0 R`);
      const objects: Objects = [content, [facts.page, body]];
      for (const update of [
        withTable(signed, objects),
        withStream(signed, [content], { packed: [[objects[1] as Objects[number]]] }),
      ])
        expect(await reasonsOf(update)).toEqual(added('a dictionary that has a key twice'));
    }
  });

  test('where a later update gives the number of its cross-references to something else', async () => {
    const first = withStream(signed, evil);
    const own = /(\d+) 0 obj\n<< \/Type \/XRef/.exec(first.subarray(signed.length).toString('latin1'))?.[1];
    const decoy = '<< /Type /XRef /W [1 4 2] /Index [] /Size 1 /Length 0 >>\nstream\n\nendstream';
    const second = withTable(first, [
      [Number(own), decoy],
      [facts.page, facts.body],
    ]);
    expect(await reasonsOf(second)).toEqual(
      added('objects in streams that the cross-references do not name'),
    );
  });
});

test('spaces in a table cost no time', async () => {
  const lines = () => `0 1\n0000000001 00000${' '.repeat(200_000)}x\n`;
  const before = performance.now();
  expect(await reasonsOf(withTable(signed, [], { lines }))).toEqual(unusualReferences);
  expect(performance.now() - before).toBeLessThan(5000);
});
