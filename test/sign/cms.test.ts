import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { type KeyType, keyTypes } from '../../contracts/_sign/authorities.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { type CmsOptions, cmsOf } from '../../functions/_sign/cms.ts';
import { request } from './exchange.ts';
import { held } from './holder.ts';
import { judge } from './openssl.ts';

const openssl = judge();
afterAll(openssl.close);

const content = Buffer.from('Đơn đề nghị cấp giấy phép xây dựng\n');

async function signed(key: KeyType, options: CmsOptions & { byDigest?: boolean } = {}) {
  const { certificate, root, chain } = await held('good', { key });
  const { byDigest, ...rest } = options;
  const what = byDigest
    ? {
        digest: createHash(rest.hash ?? 'sha256')
          .update(content)
          .digest(),
      }
    : { content };
  openssl.file('signature', await cmsOf(request(), certificate, what, rest));
  openssl.file('content', content);
  openssl.pem('root.pem', root);
  return { certificate, chain };
}

const verify = (...more: string[]) =>
  openssl.run(
    ...['cms', '-verify', '-binary', '-cades', '-purpose', 'smimesign', '-inform', 'DER'],
    ...['-in', 'signature', '-CAfile', 'root.pem', '-out', 'seen', ...more],
  );

describe('openssl cms', () => {
  test.each(keyTypes)('verifies a detached CAdES signature by a %s key over a digest', async (key) => {
    await signed(key, { byDigest: true });
    expect(verify('-content', 'content')).toEqual({
      ok: true,
      text: expect.stringContaining('CAdES Verification successful'),
    });
  });

  test.each(['sha256', 'sha384', 'sha512'] as const)(
    'verifies an attached one over %s, and gives the content',
    async (hash) => {
      await signed('p256', { hash, attached: true });
      expect(verify().ok).toBe(true);
      expect(openssl.read('seen').equals(content)).toBe(true);
    },
  );

  test('refuses it for another content', async () => {
    await signed('rsa2048', { byDigest: true });
    openssl.file('content', 'another');
    expect(verify('-content', 'content')).toEqual({
      ok: false,
      text: expect.stringContaining('verification failure'),
    });
  });

  test('refuses it where another root is trusted', async () => {
    await signed('rsa2048', { attached: true });
    openssl.pem('root.pem', Buffer.from((await authorityOf(request(), 'stranger')).certificate));
    expect(verify()).toEqual({ ok: false, text: expect.stringContaining('certificate verify error') });
  });

  test('tells when it says to have been signed, or leaves that out for PAdES', async () => {
    const print = () =>
      openssl.run('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 'signature').text;
    await signed('rsa2048', { signingTime: Date.parse('2026-03-15T05:00:00Z') });
    expect(print()).toMatch(/signingTime[\s\S]*Mar 15 05:00:00 2026 GMT/);
    await signed('rsa2048', { signingTime: null });
    expect(print()).not.toContain('signingTime');
    expect(print()).toContain('id-smime-aa-signingCertificateV2');
  });

  test('finds a time stamp over the signature value, which it verifies too', async () => {
    await signed('rsa2048', { byDigest: true, timeStamp: 'time' });
    expect(verify('-content', 'content').ok).toBe(true);
    const der = openssl.read('signature');
    const marker = Buffer.from('060b2a864886f70d010910020e', 'hex');
    const from = der.indexOf(marker) + marker.length;
    // SET of one ContentInfo, both with lengths of two bytes.
    openssl.file('token', der.subarray(from + 4));
    // In front of it stand the headers of the attributes and of this one, four bytes each, and then the value.
    const end = der.indexOf(marker) - 8;
    const value = der.subarray(end - 256, end);
    openssl.file('value', value);
    const args = ['-token_in', '-in', 'token', '-data', 'value', '-CAfile', 'root.pem'];
    expect(openssl.run('ts', '-verify', ...args).text).toContain('Verification: OK');
  });
});
