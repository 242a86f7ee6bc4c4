import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SampleName } from '../../contracts/_pki/samples.ts';
import { verifyDocument } from '../../functions/_verify/verify-document.ts';
import { sampleOf } from '../../functions/pki/sample.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { request, store } from './exchange.ts';

const names = [
  'valid-b.pdf',
  'valid-lt.pdf',
  'two-signers.pdf',
  'valid-t.xml',
  'two-signers.xml',
  'valid-t.p7m',
] as const;

const documents = new Map<SampleName, Buffer>();

beforeAll(async () => {
  for (const name of names) {
    const { bytes, changes } = await sampleOf(request(), name);
    await store.commit(changes, 0);
    documents.set(name, Buffer.from(bytes));
  }
}, 60_000);

const verdictOn = async (bytes: Uint8Array) => verifyDocument(bytes, await contextOf(request()));

/** Bytes that every signature in the document is over. */
function coveredBy(name: SampleName, bytes: Buffer): [from: number, to: number] {
  if (name.endsWith('.xml')) return [bytes.indexOf('<DeNghi'), bytes.indexOf('<ds:Signature')];
  if (name.endsWith('.p7m')) return [bytes.indexOf('Giấy'), bytes.indexOf('without legal effect')];
  return [0, bytes.indexOf('/Contents <')];
}

const flipped = (bytes: Buffer, at: number, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ (1 << bit);
  return copy;
};

const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const bit = fc.integer({ min: 0, max: 7 });

describe.each(names)('%s', (name) => {
  const document = () => documents.get(name) as Buffer;

  test('is valid as it was made', async () => {
    expect((await verdictOn(document())).reasons).toEqual([]);
  });

  test('is never valid when a bit of what was signed is another', async () => {
    const [from, to] = coveredBy(name, document());
    expect(to).toBeGreaterThan(from);
    const property = fc.asyncProperty(share, bit, async (where, which) => {
      const at = from + Math.floor(where * (to - from));
      expect((await verdictOn(flipped(document(), at, which))).status).not.toBe('valid');
    });
    await fc.assert(property, { numRuns: 40 });
  }, 60_000);

  test('has a verdict wherever a bit is flipped', async () => {
    const property = fc.asyncProperty(share, bit, async (where, which) => {
      const at = Math.floor(where * document().length);
      expect(['valid', 'undecided', 'invalid']).toContain(
        (await verdictOn(flipped(document(), at, which))).status,
      );
    });
    await fc.assert(property, { numRuns: 40 });
  }, 60_000);

  test('is never valid when its first part is all that there is', async () => {
    // A first part may be a whole document: signed by one of two, or without the proofs that came later.
    const signed = name.endsWith('.pdf')
      ? document().indexOf('%%EOF', document().indexOf('/Contents <'))
      : document().length - 20;
    const property = fc.asyncProperty(share, async (where) => {
      const cut = document().subarray(0, Math.floor(where * signed));
      expect((await verdictOn(cut)).status).not.toBe('valid');
    });
    await fc.assert(property, { numRuns: 30 });
  }, 60_000);
});

describe('anything else', () => {
  const starts = ['', '%PDF-1.7\n', '<a>', '0\u0080', '-----BEGIN CMS-----\n', '%PDF-1.7\n1 0 obj\n'];

  test('is unreadable or not signed, and no failure', async () => {
    const start = fc.constantFrom(...starts);
    const property = fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (text, rest) => {
      const { status, reasons } = await verdictOn(Buffer.concat([Buffer.from(text, 'latin1'), rest]));
      expect(status).toBe('invalid');
      expect(['unreadable', 'not-signed']).toContain(reasons[0]?.code);
    });
    await fc.assert(property, { numRuns: 200 });
  }, 60_000);

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['more than is read', Buffer.alloc(5_000_000, '<')],
    ['deep ASN.1', Buffer.concat(Array.from({ length: 50_000 }, () => Buffer.from([0x30, 0x80])))],
    ['deep XML', Buffer.from('<a>'.repeat(100_000))],
    ['a deep PDF', Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}`)],
    ['a PDF of little objects', Buffer.from(`%PDF-1.7\n${'1 0 obj 1 endobj\n'.repeat(200_000)}`)],
    ['a PDF of numbers', Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(500_000)}`)],
  ])(
    '%s costs little',
    async (_, bytes) => {
      const from = performance.now();
      expect((await verdictOn(bytes)).reasons[0]?.code).toMatch(/unreadable|not-signed/);
      expect(performance.now() - from).toBeLessThan(10_000);
    },
    30_000,
  );
});
