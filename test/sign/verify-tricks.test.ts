import { describe, expect, test } from 'vitest';
import type { SampleName } from '../../contracts/_pki/samples.ts';
import type { VerifyContext } from '../../functions/_verify/verdict.ts';
import { verifyDocument } from '../../functions/_verify/verify-document.ts';
import { sampleOf } from '../../functions/pki/sample.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { request, store } from './exchange.ts';

async function sample(name: SampleName): Promise<Buffer> {
  const { bytes, changes } = await sampleOf(request(), name);
  await store.commit(changes, 0);
  return Buffer.from(bytes);
}

async function verdictOn(bytes: Uint8Array, change: Partial<VerifyContext> = {}) {
  return verifyDocument(bytes, { ...(await contextOf(request())), ...change });
}

const codes = async (bytes: Uint8Array, change?: Partial<VerifyContext>) =>
  (await verdictOn(bytes, change)).reasons.map(({ code }) => code);

const nothing = async () => ({});

describe('a PDF', () => {
  test('whose later cross-references name an object that was signed as another one is not the one that was signed', async () => {
    const signed = await sample('valid-b.pdf');
    const text = signed.toString('latin1');
    const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
    const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref'));
    const root = /\/Root (\d+ \d+ R)/.exec(trailer)?.[1];
    const at = signed.length + 1;
    const offset = String(text.indexOf('2 0 obj')).padStart(10, '0');
    const table = `\nxref\n5 1\n${offset} 00000 n \ntrailer\n<< /Size 99 /Root ${root} /Prev ${previous} >>\n`;
    const later = Buffer.from(`${table}startxref\n${at}\n%%EOF\n`);
    expect(await codes(Buffer.concat([signed, later]))).toEqual(['added-after-signing']);
  });

  test('with anything behind its end was added to', async () => {
    const signed = await sample('valid-b.pdf');
    expect(await codes(Buffer.concat([signed, Buffer.from('\n')]))).toEqual([]);
    expect(await codes(Buffer.concat([signed, Buffer.from('7 0 obj 1 endobj')]))).toEqual([
      'added-after-signing',
    ]);
  });
});

describe('an XML document', () => {
  test('around a signed one is not signed', async () => {
    const signed = (await sample('valid-b.xml')).toString();
    const inner = signed.slice(signed.indexOf('<DeNghi'));
    const outer = `<DeNghi xmlns="urn:hopcat:sample"><SoTien>9000000</SoTien>${inner}</DeNghi>`;
    expect(await codes(Buffer.from(outer))).toEqual(['content-changed']);
  });

  test('with a signed element twice is not read', async () => {
    const signed = (await sample('valid-b.xml')).toString();
    const object = /<ds:Object>.*<\/ds:Object>/s.exec(signed)?.[0] ?? '';
    expect(await codes(Buffer.from(signed.replace(object, object + object)))).toEqual(['unreadable']);
  });

  test.each([
    ['xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256'],
    ['xml-exc-c14n#', 'xml-exc-c14n#WithComments'],
    ['xmldsig#enveloped-signature', 'xmldsig#base64'],
  ])('that says %s otherwise is not read', async (from, to) => {
    const signed = (await sample('valid-b.xml')).toString();
    expect(signed).toContain(from);
    expect(await codes(Buffer.from(signed.replace(from, to)))).toEqual(['unreadable']);
  });
});

describe('what is known from outside', () => {
  test('is enough from the document, where it carries what its authority said after the time stamp', async () => {
    const { status, signatures } = await verdictOn(await sample('valid-lt.pdf'), { status: nothing });
    expect([status, signatures[0]?.proof?.from]).toEqual(['valid', 'document']);
  });

  test('is missing where nobody says whether the certificate was revoked', async () => {
    const signed = await sample('valid-t.pdf');
    expect(await codes(signed, { status: nothing })).toEqual(['status-unknown']);
    const failing = async () => {
      throw new Error('no network');
    };
    expect(await codes(signed, { status: failing })).toEqual(['status-unknown']);
  });

  test('is trust: without a root nobody is believed, and no time stamp', async () => {
    const found = await codes(await sample('valid-t.pdf'), { roots: [] });
    expect(found).toEqual(['issuer-unknown', 'time-stamp-untrusted']);
  });

  test('completes a chain where the reader has the certificate that is missing', async () => {
    const { authorityOf } = await import('../../functions/_sign/authority.ts');
    const { certificate } = await authorityOf(request(), 'vnpt-ca');
    expect(await codes(await sample('missing-issuer.pdf'), { certificates: [certificate] })).toEqual([]);
  });
});

test('a personal number that is not the sandbox’s is shown nowhere in a verdict', async () => {
  const verdict = await verdictOn(await sample('valid-t.xml'), { isOurs: () => false });
  expect(verdict.signatures[0]?.signer?.number).toBe('************');
  expect(JSON.stringify(verdict)).not.toMatch(/CCCD:0/);
});
