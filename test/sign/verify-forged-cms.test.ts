import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SampleName } from '../../contracts/_pki/samples.ts';
import { digestOf } from '../../functions/_sign/algorithms.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { timeStampToken } from '../../functions/_sign/timestamp.ts';
import { readStamp } from '../../functions/_verify/stamp.ts';
import { verifyDocument } from '../../functions/_verify/verify-document.ts';
import { sampleOf } from '../../functions/pki/sample.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { attributesIn, contentOf, element, elementsOf, withContent, withData, withSigner } from './der.ts';
import { request, store } from './exchange.ts';

// Each of these has one genuine signature of somebody's, and is over what they have never seen.

async function sample(name: SampleName): Promise<Buffer> {
  const { bytes, changes } = await sampleOf(request(), name);
  await store.commit(changes, 0);
  return Buffer.from(bytes);
}

async function codes(bytes: Uint8Array, content?: Uint8Array) {
  const { reasons } = await verifyDocument(bytes, await contextOf(request(), content));
  return reasons.map(({ code }) => code);
}

const isSignedAttributes = (part: Buffer, at: number): boolean => at === 3 && part[0] === 0xa0;

const withoutAttributes = (cms: Buffer): Buffer =>
  withSigner(cms, (parts) => parts.filter((part, at) => !isSignedAttributes(part, at)));

/** Another signer in front, without attributes; the genuine one stands behind, where none belongs. */
const withSecondSet = (cms: Buffer): Buffer =>
  withData(cms, (parts) => {
    const [, wrapped] = elementsOf(withoutAttributes(cms));
    const bare = elementsOf(elementsOf(wrapped as Buffer)[0] as Buffer).at(-1) as Buffer;
    return [...parts.slice(0, -1), bare, parts.at(-1) as Buffer];
  });

const FORGED = Buffer.from('Tôi vay 9 tỷ đồng');

describe('a CMS is not read', () => {
  test('whose genuine signer stands behind one without attributes', async () => {
    const forged = withContent(withSecondSet(await sample('valid-t.p7m')), FORGED);
    expect(await codes(forged)).toEqual(['unreadable']);
  });

  test.each([
    ['SignedData', (cms: Buffer) => withData(cms, (parts) => [...parts, element(0x04)])],
    ['SignerInfo', (cms: Buffer) => withSigner(cms, (parts) => [...parts, element(0x04)])],
    [
      'signed attributes',
      (cms: Buffer) => withSigner(cms, (parts) => [...parts.slice(0, 4), ...parts.slice(3)]),
    ],
    ['ContentInfo', (cms: Buffer) => element(0x30, ...elementsOf(cms), element(0x04))],
    ['file', (cms: Buffer) => Buffer.concat([cms, element(0x04)])],
  ])('with an element too many in its %s', async (_, spoil) => {
    const signed = await sample('valid-t.p7m');
    expect(await codes(signed)).toEqual([]);
    expect(await codes(spoil(signed))).toEqual(['unreadable']);
  });

  test('that says its content is something else than data, and has no attributes', async () => {
    const timeStampInfo = Buffer.from('060b2a864886f70d0109100104', 'hex');
    const signed = withoutAttributes(await sample('valid-b.p7m'));
    const other = withData(signed, ([version, digests, , ...rest]) => [
      version as Buffer,
      digests as Buffer,
      element(0x30, timeStampInfo, element(0xa0, element(0x04, FORGED))),
      ...rest,
    ]);
    expect(await codes(other)).toEqual(['unreadable']);
  });
});

test('the attributes that somebody signed are no content that they signed', async () => {
  const signed = await sample('valid-b.p7m');
  const asContent = element(0x31, contentOf(attributesIn(signed)));
  const forged = withContent(withoutAttributes(signed), asContent);
  expect(await codes(forged)).toEqual(['content-changed']);
});

describe('a PDF', () => {
  /** A PDF with another CMS in its place. */
  function withCms(pdf: Buffer, change: (cms: Buffer) => Buffer): Buffer {
    const [whole = '', hex = ''] = /\/Contents\s*<([\da-f]{100,})>/i.exec(pdf.toString('latin1')) ?? [];
    const raw = Buffer.from(hex, 'hex');
    const cms = change(raw.subarray(0, 4 + raw.readUInt16BE(2)));
    const copy = Buffer.from(pdf);
    copy.write(cms.toString('hex').padEnd(hex.length, '0'), pdf.indexOf(whole) + whole.indexOf('<') + 1);
    return copy;
  }

  const changedPdf = (pdf: Buffer): Buffer => {
    const copy = Buffer.from(pdf);
    const at = copy.indexOf('/MediaBox');
    expect(at).toBeGreaterThan(0);
    copy.write('/MediaBoy', at);
    return copy;
  };

  test('with such a CMS is not read', async () => {
    const signed = await sample('valid-t.pdf');
    expect(await codes(withCms(signed, (cms) => cms))).toEqual([]);
    expect(await codes(withCms(changedPdf(signed), withSecondSet))).toEqual(['unreadable']);
  });

  test('is never signed without attributes', async () => {
    const signed = await sample('valid-t.pdf');
    expect(await codes(withCms(signed, withoutAttributes))).toEqual(['unreadable']);
  });
});

describe('a time stamp', () => {
  const over = Buffer.from('signature');

  async function stamped() {
    const asked = { hash: 'sha256' as const, digest: digestOf('sha256', over), certificates: true };
    return Buffer.from(await timeStampToken(request(), 'time', asked));
  }

  async function read(token: Uint8Array) {
    const roots = [new X509Certificate((await authorityOf(request(), 'root')).certificate)];
    return readStamp(token, over, { lyingAbout: [], roots, now: Date.now() });
  }

  /** Some years before. */
  function earlier(token: Buffer): Buffer {
    const [, wrapped] = elementsOf(token);
    const encapsulated = elementsOf(elementsOf(wrapped as Buffer)[0] as Buffer)[2] as Buffer;
    const content = Buffer.from(contentOf(elementsOf(elementsOf(encapsulated)[1] as Buffer)[0] as Buffer));
    const at = /\d{14}Z/.exec(content.toString('latin1'))?.index ?? 0;
    content.write(String(Number(content.toString('latin1', at, at + 4)) - 5), at);
    return content;
  }

  test('is not moved to an earlier time', async () => {
    const token = await stamped();
    expect((await read(token)).findings).toEqual([]);
    await expect(read(withContent(withSecondSet(token), earlier(token)))).rejects.toThrow('SignedData');
    expect((await read(withContent(token, earlier(token)))).findings).toMatchObject([
      { code: 'time-stamp-wrong' },
    ]);
  });

  test('has attributes, and one signer', async () => {
    const token = await stamped();
    await expect(read(withoutAttributes(token))).rejects.toThrow('without attributes');
    const twice = withData(token, (parts) => [
      ...parts.slice(0, -1),
      element(0x31, ...elementsOf(parts.at(-1) as Buffer), ...elementsOf(parts.at(-1) as Buffer)),
    ]);
    await expect(read(twice)).rejects.toThrow('one signer');
  });
});
