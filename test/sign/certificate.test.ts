import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type AuthorityName, authorities, keyTypes } from '../../contracts/_sign/authorities.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { certificateOf, chainOf } from '../../functions/_sign/certificate.ts';
import { signAll } from '../../functions/_sign/signing.ts';
import { castDirectory } from '../../people/cast.ts';

import { request, store } from './exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-sign-'));
afterAll(() => rmSync(folder, { recursive: true }));

const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const der = (file: string, base64: string): void =>
  writeFileSync(join(folder, file), Buffer.from(base64, 'base64'));

const pem = (file: string, base64: string): void =>
  writeFileSync(
    join(folder, file),
    `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`,
  );

async function issued(slug: string, authority: AuthorityName, key: (typeof keyTypes)[number]) {
  const person = castDirectory.findBySlug(slug)!;
  const x = request(undefined, { key });
  const made = await certificateOf(x, { provider: `test-${key}`, authority, person, kind: 'citizen' });
  expect(await store.commit(made.changes, 0)).toEqual({ ok: true });
  return { certificate: made.certificate, chain: await chainOf(x, made.certificate) };
}

const issuers = (Object.keys(authorities) as AuthorityName[]).filter(
  (name) => authorities[name].role === 'issuer',
);

test.each(issuers.flatMap((authority) => keyTypes.map((key) => ({ authority, key }))))(
  'openssl trusts a $key certificate of $authority by the root alone, and what its key signs',
  async ({ authority, key }) => {
    const { certificate, chain } = await issued('an', authority, key);
    pem('own.pem', certificate.der);
    pem('middle.pem', chain[0]!);
    pem('root.pem', chain[1]!);
    expect(
      openssl('verify', '-x509_strict', '-CAfile', 'root.pem', '-untrusted', 'middle.pem', 'own.pem'),
    ).toBe('own.pem: OK\n');
    const subject = openssl(
      'x509',
      '-in',
      'own.pem',
      '-noout',
      '-subject',
      '-nameopt',
      'utf8,sep_comma_plus',
    );
    expect(subject).toContain(`CN=${certificate.name}`);
    expect(subject).toContain(`UID=CCCD:${certificate.number}`);
    writeFileSync(join(folder, 'text'), 'Tôi đồng ý');
    const digest = openssl('dgst', '-sha256', '-binary', '-hex', 'text').trim().split(' ').at(-1)!;
    const document = {
      id: '1',
      name: 'text',
      hash: 'sha256' as const,
      digest: Buffer.from(digest, 'hex').toString('base64'),
    };
    const [signature] = await signAll(certificate, [document]);
    der('signature', signature!);
    writeFileSync(join(folder, 'public.pem'), openssl('x509', '-in', 'own.pem', '-noout', '-pubkey'));
    expect(openssl('dgst', '-sha256', '-verify', 'public.pem', '-signature', 'signature', 'text')).toBe(
      'Verified OK\n',
    );
  },
);

test('the certificate of an authority is the same at every call', async () => {
  const [first, again] = [await authorityOf(request(), 'vnpt-ca'), await authorityOf(request(), 'vnpt-ca')];
  expect(Buffer.from(first.certificate).equals(Buffer.from(again.certificate))).toBe(true);
});
