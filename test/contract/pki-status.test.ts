import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CertificateView } from '../../contracts/_pki/data.ts';
import { judge, pemOf } from '../sign/openssl.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { Pki } from './kit/pki.ts';

const OCSP = 'application/ocsp-request';

const openssl = judge();
afterAll(openssl.close);

let ws: TestWorkspace;
let pki: Pki;
let own: CertificateView;

/** Files: own.pem, middle.pem, root.pem, and question for openssl ocsp. */
async function files(certificate: CertificateView): Promise<void> {
  openssl.pem('own.pem', Buffer.from(certificate.der, 'base64'));
  openssl.file('middle.pem', await pki.bytes(`/ca/${certificate.authority}.pem`));
  openssl.file('root.pem', await pki.bytes('/ca/root.pem'));
  openssl.run('ocsp', '-issuer', 'middle.pem', '-cert', 'own.pem', '-reqout', 'question');
}

beforeAll(async () => {
  ws = await openWorkspace();
  pki = new Pki(ws);
  own = await pki.certificate('an');
  await files(own);
});

const read = (...more: string[]) =>
  openssl.run(
    ...['ocsp', '-no_nonce', '-issuer', 'middle.pem', '-cert', 'own.pem', '-respin', 'answer'],
    ...['-CAfile', 'root.pem', '-verify_other', 'middle.pem', ...more],
  ).text;

async function asked(headers?: Record<string, string>): Promise<string> {
  const { answer, bytes } = await pki.ask('/ocsp/vnpt-ca', OCSP, openssl.read('question'), headers);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/ocsp-response']);
  openssl.file('answer', bytes);
  return read();
}

async function verified(headers?: Record<string, string>, ...more: string[]) {
  const lists = [await pki.bytes('/crl/vnpt-ca.crl', headers), await pki.bytes('/crl/root.crl')];
  openssl.file('lists.pem', lists.map((der) => pemOf(der, 'X509 CRL')).join(''));
  const args = ['-crl_check_all', '-CRLfile', 'lists.pem', '-CAfile', 'root.pem', '-untrusted', 'middle.pem'];
  return openssl.run('verify', '-x509_strict', ...args, ...more, 'own.pem').text;
}

describe('what a certificate points at', () => {
  test('is there: its issuer, the list, and who answers about it', async () => {
    const { text } = openssl.run('x509', '-in', 'own.pem', '-noout', '-text');
    const urls = [...text.matchAll(/URI:(\S+)/g)].map(([, url]) => url as string);
    expect(urls).toEqual([own.urls.crl, own.urls.ocsp, own.urls.issuer]);
    const types = await Promise.all(
      [own.urls.crl, own.urls.issuer].map(async (url) => (await pki.get(url)).headers.get('content-type')),
    );
    expect(types).toEqual(['application/pkix-crl', 'application/pkix-cert']);
    openssl.file('middle.cer', await pki.bytes(own.urls.issuer));
    openssl.run('x509', '-inform', 'DER', '-in', 'middle.cer', '-out', 'fetched.pem');
    expect(openssl.run('verify', '-CAfile', 'root.pem', '-untrusted', 'fetched.pem', 'own.pem').text).toBe(
      'own.pem: OK\n',
    );
  });

  test('says of a good one that it is good', async () => {
    expect(await asked()).toMatch(/own\.pem: good\n[\s\S]*Response verify OK/);
    expect(await verified()).toBe('own.pem: OK\n');
  });

  test('is answered by URL as well, whether or not its slashes are encoded', async () => {
    for (let tries = 0, raw = ''; !raw.includes('/') && tries < 40; tries++) {
      openssl.run('ocsp', '-issuer', 'middle.pem', '-cert', 'own.pem', '-reqout', 'question');
      raw = openssl.read('question').toString('base64');
    }
    const question = openssl.read('question').toString('base64');
    expect(question).toContain('/');
    for (const path of [encodeURIComponent(question), question]) {
      openssl.file('answer', await pki.bytes(`/ocsp/vnpt-ca/${path}`));
      expect(read()).toMatch(/own\.pem: good\n[\s\S]*Response verify OK/);
    }
  });

  test('is asked in base64 where a tool cannot send bytes', async () => {
    const text = Buffer.from(openssl.read('question').toString('base64'));
    const headers = { 'content-transfer-encoding': 'base64' };
    openssl.file('answer', (await pki.ask('/ocsp/vnpt-ca', OCSP, text, headers)).bytes);
    expect(read()).toContain('own.pem: good');
  });

  test.each([
    ['another type', 'application/json', '{}', 415],
    ['too much', OCSP, 'x'.repeat(70_000), 413],
  ])('refuses %s', async (_, type, body, status) => {
    expect((await pki.ask('/ocsp/vnpt-ca', type, Buffer.from(body))).answer.status).toBe(status);
  });
});

describe('made to fail', () => {
  test.each([
    ['try-later', /trylater \(3\)/],
    ['internal-error', /internalerror \(2\)/],
    ['unauthorized', /unauthorized \(6\)/],
    ['unknown', /own\.pem: unknown/],
    ['stale', /status expired/],
    ['stranger', /Response Verify Failure/],
  ])('the answer about a certificate is %s', async (failure, complaint) => {
    expect(await asked({ 'x-hopcat-fault': failure })).toMatch(complaint);
    expect(await asked()).toMatch(/own\.pem: good/);
  });

  test('the answer about a certificate has another nonce', async () => {
    const compared = () =>
      openssl.run(
        ...['ocsp', '-no_nonce', '-reqin', 'question', '-respin', 'answer'],
        ...['-CAfile', 'root.pem', '-verify_other', 'middle.pem'],
      ).text;
    await asked({ 'x-hopcat-fault': 'wrong-nonce' });
    expect(compared()).toBe('Nonce Verify error\n');
    await asked();
    expect(compared()).toBe('Response verify OK\n');
  });

  test.each([
    ['stale', 'CRL has expired'],
    ['stranger', 'CRL signature failure'],
  ])('the list is %s', async (failure, complaint) => {
    expect(await verified({ 'x-hopcat-fault': failure })).toContain(complaint);
  });
});

describe('the life of a certificate', () => {
  const step = (serial: string, to: string, body: unknown = {}) =>
    pki.post(`/api/certificates/${serial}/${to}`, body);

  test('it is suspended, released, and revoked with reason and time, and everybody hears of it at once', async () => {
    own = await pki.certificate('binh');
    await files(own);
    expect(await (await step(own.serial, 'suspend')).json()).toMatchObject({ standing: 'suspended' });
    expect(await asked()).toContain('Reason: certificateHold');
    expect(await verified()).toContain('certificate revoked');
    expect(await (await step(own.serial, 'release')).json()).toMatchObject({
      standing: 'good',
      revocation: null,
    });
    expect(await asked()).toContain('own.pem: good');
    expect(await verified()).toBe('own.pem: OK\n');
    const at = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000).toISOString();
    const answer = await step(own.serial, 'revoke', { reason: 'superseded', at });
    const revocation = { since: at, reason: 'superseded' };
    expect(await answer.json()).toMatchObject({ standing: 'revoked', revocation });
    expect(await asked()).toMatch(/own\.pem: revoked\n[\s\S]*Reason: superseded/);
    expect(await verified()).toContain('certificate revoked');
    expect(await (await pki.get(`/api/certificates/${own.serial}`)).json()).toMatchObject({ revocation });
  });

  test('what cannot follow is refused', async () => {
    const { serial } = await pki.certificate('cuong');
    const codeOf = async (answer: Promise<Response>) => (await (await answer).json()).code;
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await codeOf(step(serial, 'release'))).toBe('not_suspended');
    expect(await codeOf(step(serial, 'revoke', { at: tomorrow }))).toBe('in_the_future');
    expect(await codeOf(step(serial, 'revoke', { reason: 'boredom' }))).toBe('invalid_input');
    expect((await step(serial, 'suspend')).status).toBe(200);
    expect(await codeOf(step(serial, 'suspend'))).toBe('already_suspended');
    expect((await step(serial, 'revoke')).status).toBe(200);
    for (const to of ['revoke', 'suspend', 'release'])
      expect(await codeOf(step(serial, to))).toBe('already_revoked');
    expect(await codeOf(step('5A00', 'revoke'))).toBe('unknown_certificate');
  });

  test('of parallel callers who revoke it one does, and the others are told', async () => {
    const { serial } = await pki.certificate('dung');
    const answers = await Promise.all(Array.from({ length: 5 }, () => step(serial, 'revoke')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
  });

  test('somebody is given one certificate, however many ask at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 4 }, () => pki.certificate('mai', 'provider=usbtoken')),
    );
    expect(new Set(all.map(({ serial }) => serial)).size).toBe(1);
  });

  test('it ends with the clock of the workspace, and so does what is said about it', async () => {
    own = await pki.certificate('hung');
    await files(own);
    const years = 4 * 365 * 86_400;
    await ws.configure({ clockOffsetSeconds: years });
    const view = await (await pki.get(`/api/certificates/${own.serial}`)).json();
    expect(view.standing).toBe('expired');
    const then = ['-attime', String(Math.floor(Date.now() / 1000) + years + 60)];
    expect(await verified(undefined, ...then)).toContain('certificate has expired');
    expect(await verified(undefined, ...then)).not.toContain('CRL has expired');
    await ws.configure({ clockOffsetSeconds: 0 });
    expect((await (await pki.get(`/api/certificates/${own.serial}`)).json()).standing).toBe('good');
  });
});
