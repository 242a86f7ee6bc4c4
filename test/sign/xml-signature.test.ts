import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { keyTypes } from '../../contracts/_sign/authorities.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { prepareXml } from '../../functions/_sign/xades.ts';
import { request } from './exchange.ts';
import { judge } from './openssl.ts';
import { type How, signedXml, verify, XML } from './xmlsec.ts';

const folder = judge();
afterAll(folder.close);

/** A base64 text with another letter in its middle. */
const turned = (base64: string): string =>
  base64.slice(0, 40) + (base64[40] === 'A' ? 'B' : 'A') + base64.slice(41);

describe('xmlsec1, which trusts our root alone,', () => {
  test.each(keyTypes)('takes a signature by a %s key', async (key) => {
    const { xml, root } = await signedXml(XML, { key });
    const said = verify(folder, xml, root);
    expect(said.ok, said.text).toBe(true);
  });

  test.each<How>([
    { hash: 'sha384' },
    { hash: 'sha512' },
    { hash: 'sha384', key: 'p256' },
    { hash: 'sha512', key: 'p256' },
    { reason: 'Nộp hồ sơ <số 1> & "phụ lục"', location: 'Hà Nội' },
  ])('takes one with %j', async (how) => {
    const { xml, root } = await signedXml(XML, how);
    const said = verify(folder, xml, root);
    expect(said.ok, said.text).toBe(true);
    if (how.reason) expect(xml).toContain('<xades:City>Hà Nội</xades:City>');
  });

  test.each([
    ['another content', (xml: string) => xml.replace('tờ khai', 'tờ trình'), 'data and digest do not match'],
    [
      'an attribute more',
      (xml: string) => xml.replace('<ten>', '<ten moi="1">'),
      'data and digest do not match',
    ],
    [
      'another time of signing',
      (xml: string) => xml.replace(/(SigningTime>)\d{4}/, '$12019'),
      'data and digest do not match',
    ],
    [
      'another signature value',
      (xml: string) =>
        xml.replace(/(<ds:SignatureValue[^>]*>)([^<]*)/, (_, tag, value) => tag + turned(value)),
      'signature verification failed',
    ],
    [
      'another digest in SignedInfo',
      (xml: string) =>
        xml.replace(/(<ds:DigestValue>)([^<]*)/, (_, tag, value) => `${tag}A${value.slice(1)}`),
      'do not match',
    ],
  ])('refuses %s', async (_what, change, says) => {
    const { xml, root } = await signedXml(XML);
    const changed = change(xml);
    expect(changed).not.toBe(xml);
    const said = verify(folder, changed, root);
    expect(said.ok).toBe(false);
    expect(said.text).toContain(says);
  });

  test.each([
    ['unknown-issuer', 'self-signed certificate in certificate chain'],
    ['missing-intermediate', 'unable to get local issuer certificate'],
    ['expired', 'certificate has expired'],
    ['not-yet-valid', 'certificate is not yet valid'],
  ] as const)('refuses a certificate that is %s', async (state, says) => {
    const { xml, root } = await signedXml(XML, { state });
    const said = verify(folder, xml, root);
    expect(said.ok).toBe(false);
    expect(said.text).toContain(says);
  });

  test('refuses a good one where it trusts another root', async () => {
    const { xml } = await signedXml(XML);
    const stranger = (await authorityOf(request(), 'stranger')).certificate;
    expect(verify(folder, xml, stranger).text).toContain('unable to get local issuer certificate');
  });
});

describe('a prepared signature', () => {
  test('is the same for the same request, in another process too', async () => {
    const { asked } = await signedXml(XML, { reason: 'Nộp hồ sơ' });
    const { toSign, digest } = await prepareXml(asked);
    const { document, certificate, chain, ...rest } = asked;
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    const script = `
      import { prepareXml } from './functions/_sign/xades.ts';
      const bytes = (base64) => Buffer.from(base64, 'base64');
      const { toSign } = await prepareXml({
        ...${JSON.stringify(rest)},
        document: bytes('${base64(document)}'),
        certificate: bytes('${base64(certificate)}'),
        chain: ${JSON.stringify(chain.map(base64))}.map(bytes),
      });
      process.stdout.write(toSign);`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(elsewhere.toString()).toBe(Buffer.from(toSign).toString());
    expect(digest).toHaveLength(32);
  });

  test('is another one for another time, and another document', async () => {
    const { asked } = await signedXml(XML);
    const texts = await Promise.all(
      [asked, { ...asked, signingTime: 0 }, { ...asked, document: Buffer.from('<a/>') }].map(async (each) =>
        Buffer.from((await prepareXml(each)).toSign).toString(),
      ),
    );
    expect(new Set(texts).size).toBe(3);
  });

  test('over SHA-1 is refused', async () => {
    const { asked } = await signedXml(XML);
    await expect(prepareXml({ ...asked, hash: 'sha1' })).rejects.toThrow(RangeError);
  });
});
