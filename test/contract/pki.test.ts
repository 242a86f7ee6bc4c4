import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizenAt } from '../../people/country/index.ts';
import { judge } from '../sign/openssl.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { Pki } from './kit/pki.ts';

const openssl = judge();
afterAll(openssl.close);

let ws: TestWorkspace;
let pki: Pki;

beforeAll(async () => {
  ws = await openWorkspace();
  pki = new Pki(ws);
  openssl.file('root.pem', await pki.bytes('/ca/root.pem'));
  openssl.file('content', 'Quyết định');
});

describe('time stamps', () => {
  const STAMP = 'application/timestamp-query';

  async function stamped(path: string, headers?: Record<string, string>) {
    openssl.run('ts', '-query', '-data', 'content', '-sha256', '-cert', '-out', 'question');
    const { answer, bytes } = await pki.ask(path, STAMP, openssl.read('question'), headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/timestamp-reply']);
    openssl.file('answer', bytes);
    return openssl.run('ts', '-verify', '-queryfile', 'question', '-in', 'answer', '-CAfile', 'root.pem')
      .text;
  }

  test('are believed by whoever trusts the root', async () => {
    expect(await stamped('/tsa')).toContain('Verification: OK');
  });

  test('of the authority that nobody knows are not', async () => {
    expect(await stamped('/tsa/stranger')).toContain('certificate verify error');
  });

  test.each([
    ['wrong-hash', 'message imprint mismatch'],
    ['wrong-nonce', 'nonce mismatch'],
    ['stranger', 'certificate verify error'],
    ['rejected', 'Verification: FAILED'],
  ])('go wrong where they are asked to: %s', async (failure, complaint) => {
    expect(await stamped('/tsa', { 'x-hopcat-fault': failure })).toContain(complaint);
  });

  test('are signed over SHA-1 where that is asked for', async () => {
    await stamped('/tsa', { 'x-hopcat-fault': 'weak-hash' });
    openssl.run('ts', '-reply', '-in', 'answer', '-token_out', '-out', 'token');
    const { text } = openssl.run('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', 'token');
    expect(text).toMatch(/digestAlgorithm:\s*algorithm: sha1 /);
  });

  test('have the time of the workspace', async () => {
    await ws.configure({ clockOffsetSeconds: -86_400 * 365 });
    await stamped('/tsa');
    const year = new Date(Date.now() - 86_400_000 * 365).getUTCFullYear();
    expect(openssl.run('ts', '-reply', '-in', 'answer', '-text').text).toMatch(
      new RegExp(`Time stamp: .* ${year} GMT`),
    );
    await ws.configure({ clockOffsetSeconds: 0 });
  });
});

describe('PKCS #12', () => {
  const wanted = { password: 'mật khẩu tệp', provider: 'usbtoken' };

  test('holds the key of the very certificate that the provider has, and opens with the password alone', async () => {
    const { der } = await pki.certificate('an', 'provider=usbtoken');
    const answer = await pki.post('/api/people/an/pkcs12', wanted);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="an-usbtoken.p12"');
    openssl.file('an.p12', Buffer.from(await answer.arrayBuffer()));
    const read = (password: string) =>
      openssl.run('pkcs12', '-in', 'an.p12', '-nodes', '-passin', `pass:${password}`);
    expect(read('another').text).toContain('invalid password');
    openssl.file('all.pem', read(wanted.password).text);
    openssl.run('x509', '-in', 'all.pem', '-outform', 'DER', '-out', 'own.der');
    expect(openssl.read('own.der').toString('base64')).toBe(der);
    expect(openssl.run('pkey', '-in', 'all.pem', '-pubout').text).toBe(
      openssl.run('x509', '-in', 'all.pem', '-noout', '-pubkey').text,
    );
  });

  test('leaves a note in the journal, and neither password nor key', async () => {
    await pki.post('/api/people/an/pkcs12', wanted);
    const text = await (await ws.control('/journal?system=pki&operation=pkcs12&limit=1')).text();
    expect(text).not.toContain(wanted.password);
    const { entries } = JSON.parse(text);
    expect(entries[0]).toMatchObject({ person: 'an', notes: [expect.stringContaining('private key')] });
    expect(entries[0].response.body).toMatch(/^\(\d+ bytes\)$/);
  });

  test('is the only way for a key: no other answer holds one', async () => {
    const { serial } = await pki.certificate('an');
    const paths = ['/api/people/an/certificates', `/api/certificates/${serial}`, `/certificates/${serial}`];
    for (const path of paths) expect(await (await pki.get(path)).text()).not.toMatch(/pkcs8|PRIVATE KEY/);
    const exported = await (await ws.control('/export')).text();
    expect(exported).not.toContain('pkcs8');
  });
});

describe('certificates of people', () => {
  test.each([
    ['khanh', 'enterprise', /O=.*UID=MST:99/, 'vnpt-ca'],
    ['ngoc', 'agency', /O=.*UID=CCCD:099/, 'government-ca'],
    ['an', 'citizen', /^C=VN, CN=Nguyễn Văn An, UID=CCCD:099090000001$/, 'vnpt-ca'],
  ])('%s signs as %s', async (slug, kind, subject, authority) => {
    const found = await pki.certificate(slug, `provider=usbtoken&kind=${kind}`);
    expect(found).toMatchObject({ kind, authority, subject: expect.stringMatching(subject) });
  });

  test.each([
    ['an', 'provider=smartca&kind=enterprise', 409, 'not_such_a_holder'],
    ['khoi', 'provider=smartca', 409, 'no_certificate'],
    ['nobody', 'provider=smartca', 404, 'unknown_person'],
    ['an', 'provider=moon', 400, 'invalid_input'],
    ['an', 'provider=smartca&authority=root', 400, 'invalid_input'],
  ])('%s cannot have %s', async (slug, query, status, code) => {
    const answer = await pki.get(`/api/people/${slug}/certificates?${query}`);
    expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
  });

  test('are made for any citizen of the country too', async () => {
    const { slug, personalNumber, name } = citizenAt(12_345);
    const made = { person: slug, number: personalNumber, name: name.full, standing: 'good' };
    expect(await pki.certificate(slug)).toMatchObject(made);
  });

  test('are listed, those that were made', async () => {
    const list = async () => (await (await pki.get('/api/people/quan/certificates')).json()).certificates;
    expect(await list()).toEqual([]);
    await pki.certificate('quan', 'provider=smartca');
    await pki.certificate('quan', 'provider=mysign');
    expect((await list()).map(({ provider }: { provider: string }) => provider).toSorted()).toEqual([
      'mysign',
      'smartca',
    ]);
  });

  test('of one workspace are unknown to another', async () => {
    const { serial } = await pki.certificate('an');
    const other = new Pki(await openWorkspace());
    expect((await other.get(`/api/certificates/${serial}`)).status).toBe(404);
  });
});

describe('in a browser', () => {
  test('a certificate is issued, suspended, released, revoked and downloaded', async () => {
    const issued = await pki.form('/people/phuc/certificates', { provider: 'file', kind: 'citizen' });
    const at = issued.headers.get('location')!;
    expect([issued.status, at]).toEqual([303, expect.stringContaining('/pki/certificates/5A')]);
    const path = at.slice(at.indexOf('/certificates/'));
    const standing = async () =>
      /data-testid="standing">.*?<span lang="vi">([^<]+)/s.exec(await (await pki.get(path)).text())?.[1];
    expect(await standing()).toBe('Còn hiệu lực');
    const change = (to: string) => pki.form(`${path}/status`, { to, reason: 'keyCompromise' });
    for (const [to, seen] of [
      ['suspend', 'Tạm dừng'],
      ['release', 'Còn hiệu lực'],
      ['revoke', 'Bị thu hồi'],
    ] as const) {
      expect((await change(to)).headers.get('location')).toBe(at);
      expect(await standing()).toBe(seen);
    }
    expect(await (await change('release')).text()).toContain('already_revoked');
    const file = await pki.form(`${path}/pkcs12`, { password: '123456' });
    expect(file.headers.get('content-type')).toBe('application/x-pkcs12');
  });

  test('whoever has no certificate sees why, and no form', async () => {
    const html = await (await pki.get('/people/khoi')).text();
    expect(html).toContain('Người này không có chứng thư số');
    expect(html).not.toContain('data-testid="issue"');
  });
});
