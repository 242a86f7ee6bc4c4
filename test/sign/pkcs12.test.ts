import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { keyTypes } from '../../contracts/_sign/authorities.ts';
import { pkcs12Of } from '../../functions/_sign/pkcs12.ts';
import { held } from './holder.ts';
import { judge } from './openssl.ts';

const openssl = judge();
afterAll(openssl.close);

async function written(password: string, key: (typeof keyTypes)[number] = 'rsa2048') {
  const { certificate, own, chain } = await held('good', { key });
  const content = {
    name: certificate.name,
    key: Buffer.from(certificate.pkcs8, 'base64'),
    certificates: [own, ...chain],
  };
  openssl.file('token.p12', await pkcs12Of(content, password));
  return { own };
}

const read = (password: string, ...more: string[]) =>
  openssl.run('pkcs12', '-in', 'token.p12', '-passin', `pass:${password}`, ...more);

describe('openssl pkcs12', () => {
  test.each(keyTypes)('reads a %s key with its certificate and those above it', async (key) => {
    const { own } = await written('mật khẩu 8Kt!', key);
    const { ok, text } = read('mật khẩu 8Kt!', '-nodes');
    expect(ok).toBe(true);
    expect(text.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(text).toContain('BEGIN PRIVATE KEY');
    openssl.file('all.pem', text);
    const spki = (what: string[]) => openssl.run(...what).text.trim();
    expect(spki(['pkey', '-in', 'all.pem', '-pubout'])).toBe(
      spki(['x509', '-in', 'all.pem', '-noout', '-pubkey']),
    );
    expect(openssl.run('x509', '-in', 'all.pem', '-outform', 'DER', '-out', 'own.der').ok).toBe(true);
    expect(openssl.read('own.der').equals(own)).toBe(true);
  });

  test.each(['123456', 'x'.repeat(64), 'Nguyễn Văn An — 30 tháng 4 năm 2026 — rất dài'])(
    'opens it with the password %j and with no other',
    async (password) => {
      await written(password);
      expect(read(password, '-noout').ok).toBe(true);
      expect(read(`${password}x`, '-noout')).toEqual({
        ok: false,
        text: expect.stringContaining('invalid password'),
      });
    },
  );

  test('finds nothing weak in it, and the name of its holder', async () => {
    await written('123456');
    const { text } = read('123456', '-info', '-noout');
    expect(text).toContain('MAC: sha256, Iteration 2048');
    expect(text.match(/PBES2, PBKDF2, AES-256-CBC/g)).toHaveLength(2);
    expect(read('123456', '-nodes', '-nocerts').text).toMatch(/friendlyName: Nguy/);
  });
});

test('Java reads it too: the key with its chain of three', async () => {
  await written('123456', 'p256');
  const args = ['-list', '-v', '-storetype', 'PKCS12', '-keystore', 'token.p12', '-storepass', '123456'];
  const said = execFileSync('keytool', args, { cwd: openssl.folder, encoding: 'utf8' });
  expect(said).toMatch(/Entry type: PrivateKeyEntry\nCertificate chain length: 3/);
});
