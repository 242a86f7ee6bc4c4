import { createHmac, generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { certificatesAre, isSignedBy } from './kit/signatures.ts';
import { waitingOn } from './kit/signing-app.ts';
import {
  asking,
  certificateOf,
  company,
  file,
  mai,
  oneTimePassword,
  password,
  provider,
  SP769,
  smartca,
} from './kit/smartca.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

const sign = (body: object) => smartca(ws, `${SP769}/v2/signatures/sign`, body);
const confirm = (body: object) => smartca(ws, `${SP769}/v2/signatures/confirm`, body);

async function activated(more: object = {}, person = 'an') {
  const { serial_number, cert_data } = await certificateOf(ws);
  const asked = asking(serial_number, { password, otp: await oneTimePassword(ws, person), ...more });
  const { status, body } = await sign(asked);
  expect({ status, body }).toMatchObject({ status: 200 });
  const { user_id, transaction_id } = asked;
  const confirming = { ...provider, user_id, password, transaction_id, sad: body.data.sad as string };
  return { asked, body, cert_data, confirming };
}

const refused = (code: number, name: string) => ({
  status: code,
  body: { status_code: code, message: expect.stringContaining(`${name}: `), data: null },
});

const badSad = refused(401, 'SP_CREDENTIAL_INVALID');

/** RFC 6238, as a portal's own code works it out: HMAC-SHA-1, 30 seconds, 6 digits. */
function totp(key: Buffer, now: number): string {
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(now / 30_000), 4);
  const hmac = createHmac('sha1', key).update(counter).digest();
  const at = hmac[19]! % 16;
  const bits = [hmac[at]! % 128, hmac[at + 1]!, hmac[at + 2]!, hmac[at + 3]!];
  const number = bits.reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 1_000_000).padStart(6, '0');
}

describe('a signature by one-time password and SAD', () => {
  test('asks nobody on the phone, and verifies', async () => {
    const sign_files = [file('một', 'HS-1'), file('hai', 'HS-2')];
    const { body, cert_data, confirming } = await activated({ sign_files });
    expect(body).toMatchObject({ message: 'sig_wait_for_user_confirm', data: { expired_in: 299 } });
    const [header, claims] = body.data.sad
      .split('.')
      .slice(0, 2)
      .map((part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(header).toEqual({ typ: 'JWT', alg: 'RS256' });
    expect(claims.exp - claims.iat).toBe(299);
    expect(await waitingOn(ws, 'an')).toEqual([]);
    const done = await confirm(confirming);
    expect(done.body).toMatchObject({ status_code: 200, message: 'Success' });
    const [first, second] = done.body.data.signatures;
    expect(isSignedBy(cert_data, first.signature_value, 'một')).toBe(true);
    expect(isSignedBy(cert_data, second.signature_value, 'hai')).toBe(true);
    const state = await smartca(ws, `${SP769}/v1/signatures/sign/${confirming.transaction_id}/status`);
    expect(state.body.data.signatures).toEqual(done.body.data.signatures);
  });

  test('takes the code that a portal works out of the secret', async () => {
    const answer = await ws.fetch(`${ws.origin}/${ws.id}/smartca/app/otp/an`);
    const { secret, otp } = (await answer.json()) as { secret: string; otp: string };
    const key = Buffer.from(secret, 'base64');
    const now = Date.now();
    expect([totp(key, now), totp(key, now - 30_000)]).toContain(otp);
    const { serial_number } = await certificateOf(ws);
    expect((await sign(asking(serial_number, { password, otp: totp(key, Date.now()) }))).status).toBe(200);
  });

  test('follows the token clock', async () => {
    const old = await oneTimePassword(ws);
    await ws.configure({ clockOffsetSeconds: 3600 });
    const { serial_number } = await certificateOf(ws);
    expect(await sign(asking(serial_number, { password, otp: old }))).toEqual(badSad);
    await activated();
  });

  test('by an enterprise is of its seal', async () => {
    const { serial_number, cert_data } = await certificateOf(ws, company);
    const otp = await oneTimePassword(ws, 'quynh');
    const asked = asking(serial_number, { user_id: company, password, otp });
    const { data } = (await sign(asked)).body;
    const { transaction_id } = asked;
    const confirming = { ...provider, user_id: company, password, transaction_id, sad: data.sad };
    const done = await confirm(confirming);
    expect(isSignedBy(cert_data, done.body.data.signatures[0].signature_value, 'Đơn đề nghị')).toBe(true);
  });
});

describe('a SAD', () => {
  test('signs once, of 64 at the same time', async () => {
    const { confirming } = await activated();
    const answers = await Promise.all(Array.from({ length: 64 }, () => confirm(confirming)));
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    for (const answer of answers.filter((each) => !done.includes(each))) expect(answer).toEqual(badSad);
  });

  test('is worth nothing after 299 seconds of the token clock', async () => {
    const { confirming } = await activated();
    await ws.configure({ clockOffsetSeconds: 298 });
    const later = await activated();
    await ws.configure({ clockOffsetSeconds: 299 });
    expect(await confirm(confirming)).toEqual(badSad);
    expect((await confirm(later.confirming)).status).toBe(200);
  });

  test('activates no other transaction, so no other hash', async () => {
    const [one, other] = [await activated(), await activated({ sign_files: [file('Đơn khác', 'HS-9')] })];
    const { transaction_id } = other.confirming;
    expect(await confirm({ ...one.confirming, transaction_id })).toEqual(badSad);
    expect((await confirm(one.confirming)).status).toBe(200);
    expect((await confirm(other.confirming)).status).toBe(200);
  });

  test('is its subscriber’s and its service provider’s alone', async () => {
    const { confirming } = await activated();
    expect(await confirm({ ...confirming, user_id: mai })).toEqual(badSad);
    const other = { sp_id: 'dvcqg', sp_password: 'dvcqg-secret' };
    expect(await confirm({ ...confirming, ...other })).toEqual(refused(400, 'BAD_REQUEST'));
    expect(await confirm({ ...confirming, password: 'sai' })).toEqual(badSad);
    expect(await confirm({ ...confirming, sp_password: 'sai' })).toEqual(badSad);
    expect((await confirm(confirming)).status).toBe(200);
  });

  test('that somebody wrote themselves is refused', async () => {
    const { confirming } = await activated();
    const [header, claims] = confirming.sad.split('.');
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = `${header}.${claims}.${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')}`;
    for (const sad of [forged, `${header}.${claims}.`, confirming.sad.slice(0, -2)])
      expect(await confirm({ ...confirming, sad })).toEqual(badSad);
  });

  test('signs nothing once the certificate is revoked', async () => {
    await certificatesAre(ws, 'an', { certificate: 'revoked' });
    const { serial_number } = await certificateOf(ws);
    const otp = await oneTimePassword(ws);
    const revoked = refused(403, 'CREDENTIAL_STATUS_INVALID');
    expect(await sign(asking(serial_number, { password, otp }))).toEqual(revoked);
  });
});

describe('a one-time password', () => {
  test('works once, of many at the same time', async () => {
    const { serial_number } = await certificateOf(ws);
    const otp = await oneTimePassword(ws);
    const answers = await Promise.all([1, 2, 3, 4].map(() => sign(asking(serial_number, { password, otp }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect(await oneTimePassword(ws)).not.toBe(otp);
  });

  test('of somebody else is refused', async () => {
    const { serial_number } = await certificateOf(ws);
    const otp = await oneTimePassword(ws, 'mai');
    expect(await sign(asking(serial_number, { password, otp }))).toEqual(badSad);
  });

  test('is not reached by guessing: five wrong tries lock the account for five minutes', async () => {
    const { serial_number } = await certificateOf(ws);
    for (const left of [4, 3, 2, 1]) {
      const { body } = await sign(asking(serial_number, { password, otp: '12345' }));
      expect(body.message).toContain(`tries left: ${left}`);
    }
    expect((await sign(asking(serial_number, { password: 'sai', otp: '12345' }))).body.message).toContain(
      'locked',
    );
    const right = async () => asking(serial_number, { password, otp: await oneTimePassword(ws) });
    expect((await sign(await right())).body.message).toContain('locked');
    await ws.configure({ clockOffsetSeconds: 300 });
    expect((await sign(await right())).status).toBe(200);
  });

  test('stands in no journal, nor does the password or the SAD', async () => {
    const { asked, body, confirming } = await activated();
    await confirm(confirming);
    const journal = await (await ws.control('/journal?system=smartca')).text();
    for (const secret of [password, (asked as { otp?: string }).otp, body.data.sad])
      expect(journal).not.toContain(`"${secret}"`);
    expect(journal).not.toContain('otpauth:');
    expect(journal).not.toContain('base32');
  });
});
