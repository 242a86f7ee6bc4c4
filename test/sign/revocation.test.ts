import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import type { CertificateState } from '../../contracts/_sign/signer.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { type CrlFlaw, crlOf } from '../../functions/_sign/crl.ts';
import { type OcspFlaw, ocspAnswer, ocspOf } from '../../functions/_sign/ocsp.ts';
import { statusRequest } from '../../functions/_sign/ocsp-request.ts';
import { request } from './exchange.ts';
import { held } from './holder.ts';
import { judge, pemOf } from './openssl.ts';

const openssl = judge();
afterAll(openssl.close);

const issuerOf = async (name: AuthorityName) => Buffer.from((await authorityOf(request(), name)).certificate);

/** Files: own.pem, middle.pem, root.pem, lists.pem. */
async function files(state: CertificateState, authority: AuthorityName = 'vnpt-ca', flaw?: CrlFlaw) {
  const all = await held(state, { authority });
  openssl.pem('own.pem', all.own);
  openssl.pem('middle.pem', await issuerOf(authority));
  openssl.pem('root.pem', all.root);
  const names = [all.certificate.authority, 'root'] as AuthorityName[];
  const lists = await Promise.all(names.map((name) => crlOf(request(), name, flaw)));
  openssl.file('lists.pem', lists.map((der) => pemOf(der, 'X509 CRL')).join(''));
  return all;
}

const verify = (...more: string[]) =>
  openssl.run(
    ...['verify', '-x509_strict', '-crl_check_all', '-CRLfile', 'lists.pem', ...more],
    ...['-CAfile', 'root.pem', '-untrusted', 'middle.pem', 'own.pem'],
  );

describe('openssl verify with the lists of every authority', () => {
  test.each<AuthorityName>(['vnpt-ca', 'ca2', 'trust-ca'])(
    'trusts a good certificate of %s',
    async (name) => {
      await files('good', name);
      expect(verify('-purpose', 'smimesign', '-auth_level', '1')).toEqual({
        ok: true,
        text: 'own.pem: OK\n',
      });
    },
  );

  test.each<[CertificateState, string[], string]>([
    ['expired', [], 'certificate has expired'],
    ['not-yet-valid', [], 'certificate is not yet valid'],
    ['revoked', [], 'certificate revoked'],
    ['suspended', [], 'certificate revoked'],
    ['wrong-key-usage', ['-purpose', 'smimesign'], 'unsuitable certificate purpose'],
    ['unknown-issuer', [], 'unable to get local issuer certificate'],
    ['sha1', ['-auth_level', '1'], 'CA signature digest algorithm too weak'],
  ])('refuses %s for that reason', async (state, more, reason) => {
    await files(state);
    const { ok, text } = verify(...more);
    expect({ ok, text }).toEqual({ ok: false, text: expect.stringContaining(reason) });
  });

  test('cannot trust a certificate that comes without the one above it, and can with it', async () => {
    const { chain } = await files('missing-intermediate');
    expect(chain).toEqual([]);
    const alone = openssl.run('verify', '-CAfile', 'root.pem', 'own.pem');
    expect(alone).toEqual({
      ok: false,
      text: expect.stringContaining('unable to get local issuer certificate'),
    });
    expect(verify().ok).toBe(true);
  });

  test.each<[CrlFlaw, string]>([
    ['stale', 'CRL has expired'],
    ['stranger', 'CRL signature failure'],
  ])('refuses a list that is %s', async (flaw, reason) => {
    await files('good', 'vnpt-ca', flaw);
    expect(verify()).toEqual({ ok: false, text: expect.stringContaining(reason) });
  });

  test('shows when and why something was revoked, and that a suspension may end', async () => {
    const { certificate: revoked } = await files('revoked');
    const { certificate: suspended } = await files('suspended');
    const { text } = openssl.run('crl', '-in', 'lists.pem', '-noout', '-text');
    const about = (serial: string) =>
      text.slice(text.indexOf(`Serial Number: ${serial}`)).split('Serial Number: ')[1];
    expect(about(revoked.serial)).toMatch(/Revocation Date: .*GMT[\s\S]*Key Compromise/);
    expect(about(suspended.serial)).toMatch(/Certificate Hold/);
  });
});

/** What openssl makes of an answer: asked with a nonce of its own. */
async function asked(state: CertificateState, authority: AuthorityName, flaw?: OcspFlaw, serial?: string) {
  const { certificate } = await files(state, authority);
  const which = serial ? ['-serial', `0x${serial}`] : ['-cert', 'own.pem'];
  openssl.run('ocsp', '-issuer', 'middle.pem', ...which, '-reqout', 'question');
  const answer = await ocspAnswer(request(), authority, openssl.read('question'), flaw);
  openssl.file('answer', answer);
  const said = openssl.run(
    ...['ocsp', '-no_nonce', '-issuer', 'middle.pem', ...which, '-reqin', 'question', '-respin', 'answer'],
    ...['-CAfile', 'root.pem', '-verify_other', 'middle.pem'],
  );
  return { certificate, ...said };
}

describe('openssl ocsp', () => {
  test.each<AuthorityName>(['vnpt-ca', 'ca2', 'trust-ca'])(
    'believes %s that a certificate is good',
    async (name) => {
      const { text } = await asked('good', name);
      expect(text).toContain('Response verify OK');
      expect(text).toMatch(/own\.pem: good\n/);
      expect(text).not.toContain('WARNING');
    },
  );

  test('hears since when and why a certificate is revoked', async () => {
    const { text } = await asked('revoked', 'vnpt-ca');
    expect(text).toMatch(/own\.pem: revoked\n[\s\S]*Reason: keyCompromise\n\s*Revocation Time: /);
    expect((await asked('suspended', 'vnpt-ca')).text).toContain('Reason: certificateHold');
  });

  test('hears of a certificate that was never issued that it is unknown', async () => {
    expect((await asked('good', 'vnpt-ca', undefined, '5A00FF')).text).toContain('0x5A00FF: unknown');
  });

  test.each<[OcspFlaw, string]>([
    ['stale', 'status expired'],
    ['stranger', 'Response Verify Failure'],
    ['tryLater', 'trylater (3)'],
    ['unauthorized', 'unauthorized (6)'],
    ['internalError', 'internalerror (2)'],
    ['unknown', 'own.pem: unknown'],
  ])('sees an answer that is %s', async (flaw, complaint) => {
    expect((await asked('good', 'vnpt-ca', flaw)).text).toContain(complaint);
  });

  test('finds its own nonce in the answer, or another one where that was asked for', async () => {
    const trust = ['-CAfile', 'root.pem', '-verify_other', 'middle.pem'];
    const compared = () =>
      openssl.run('ocsp', '-no_nonce', '-reqin', 'question', '-respin', 'answer', ...trust);
    await asked('good', 'vnpt-ca');
    expect(compared().text).toBe('Response verify OK\n');
    await asked('good', 'vnpt-ca', 'wrong-nonce');
    expect(compared().text).toBe('Nonce Verify error\n');
  });

  test('is told that another authority is not asked about its certificates', async () => {
    await files('good', 'vnpt-ca');
    openssl.run('ocsp', '-issuer', 'middle.pem', '-cert', 'own.pem', '-reqout', 'question');
    openssl.file('answer', await ocspAnswer(request(), 'ca2', openssl.read('question')));
    expect(openssl.run('ocsp', '-respin', 'answer').text).toContain('unauthorized (6)');
  });

  test.each(['', 'no DER at all', '\x30\x80\x00\x00', '\x30\x03\x30\x01\x30', '\x30\x84\xff\xff\xff\xff'])(
    'is told that %j is no question',
    async (question) => {
      openssl.file('answer', await ocspAnswer(request(), 'root', Buffer.from(question, 'latin1')));
      expect(openssl.run('ocsp', '-respin', 'answer').text).toContain('malformedrequest (1)');
    },
  );

  test('is answered whatever is asked: good, revoked, unknown, or an error', async () => {
    const { certificate } = await files('good');
    const whole = Buffer.from(statusRequest(await issuerOf('vnpt-ca'), certificate.serial));
    const spoilt = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
      const copy = Buffer.from(whole);
      copy[at] = byte;
      return copy;
    });
    const random = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt, random), async (question) => {
        const answer = Buffer.from(await ocspAnswer(request(), 'vnpt-ca', question));
        expect(answer[0]).toBe(0x30);
      }),
      { numRuns: 150 },
    );
  });

  test('is answered by the root about the authorities below it, by SHA-256 too', async () => {
    openssl.pem('root.pem', await issuerOf('root'));
    openssl.pem('own.pem', await issuerOf('ca2'));
    openssl.run('ocsp', '-sha256', '-issuer', 'root.pem', '-cert', 'own.pem', '-reqout', 'question');
    openssl.file('answer', await ocspAnswer(request(), 'root', openssl.read('question')));
    const args = ['-issuer', 'root.pem', '-cert', 'own.pem', '-respin', 'answer', '-CAfile', 'root.pem'];
    expect(openssl.run('ocsp', '-no_nonce', '-sha256', ...args).text).toMatch(
      /own\.pem: good[\s\S]*Response verify OK/,
    );
  });

  test('takes the answer that goes along with a signature, and the question that we ask ourselves', async () => {
    const { certificate } = await files('good');
    openssl.file('answer', await ocspOf(request(), certificate));
    openssl.file('question', statusRequest(await issuerOf('vnpt-ca'), certificate.serial));
    const args = [
      '-issuer',
      'middle.pem',
      '-cert',
      'own.pem',
      '-CAfile',
      'root.pem',
      '-verify_other',
      'middle.pem',
    ];
    expect(openssl.run('ocsp', '-respin', 'answer', ...args).text).toMatch(
      /own\.pem: good[\s\S]*Response verify OK/,
    );
    expect(openssl.run('ocsp', '-reqin', 'question', '-req_text').text).toContain(certificate.serial);
  });
});
