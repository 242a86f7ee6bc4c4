import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Application, applicationOf, refusal } from './kit/csc.ts';
import { messagesOf } from './kit/phone.ts';
import { approve, arriving, digestOf, inbox, isSigned, refuse } from './kit/signing.ts';

let ws: TestWorkspace;
let an: Application;
let own: string;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
  an = await applicationOf(ws, 'an');
  own = await an.own();
});

const hash = [digestOf('đơn')];
const authorize = (more: object = {}) =>
  an.post<{ SAD: string }>('credentials/authorize', { credentialID: own, numSignatures: 1, hash, ...more });
const given = { status: 200, body: { SAD: expect.stringMatching(/^[\w-]{43}$/), expiresIn: 300 } };
const wrongPin = refusal('invalid_pin', 'The PIN is invalid');
const wrongOtp = refusal('invalid_otp', 'The OTP is invalid');

describe('PIN and code', () => {
  test('give leave to sign, and a code is good once', async () => {
    const OTP = await an.code(own, 'an');
    expect(await authorize({ PIN: '123456', OTP })).toEqual(given);
    expect(await authorize({ PIN: '123456', OTP })).toEqual(wrongOtp);
  });

  test('come by SMS in Vietnamese, and end by the token clock', async () => {
    const OTP = await an.code(own, 'an');
    const [newest] = await messagesOf(ws, 'an');
    expect(newest).toMatchObject({ from: 'KySoCSC', text: expect.stringMatching(/^Mã OTP ký số .* 3 phút/) });
    await ws.configure({ clockOffsetSeconds: 181 });
    expect(await authorize({ PIN: '123456', OTP })).toEqual(wrongOtp);
  });

  test('of several codes the last one counts', async () => {
    const [first, second] = [await an.code(own, 'an'), await an.code(own, 'an')];
    if (first !== second) expect(await authorize({ PIN: '123456', OTP: first })).toEqual(wrongOtp);
    expect(await authorize({ PIN: '123456', OTP: second })).toEqual(given);
  });

  test('are both needed', async () => {
    expect(await authorize({ OTP: '000000' })).toEqual(refusal('invalid_request', /string parameter PIN$/));
    expect(await authorize({ PIN: '123456' })).toEqual(refusal('invalid_request', /string parameter OTP$/));
    expect(await authorize({ PIN: '123456', OTP: '000000' })).toEqual(wrongOtp);
  });

  test('a code is void after five wrong ones at the same time', async () => {
    const OTP = await an.code(own, 'an');
    const wrong = OTP === '000000' ? '111111' : '000000';
    await Promise.all([1, 2, 3, 4, 5].map(() => authorize({ PIN: '123456', OTP: wrong })));
    expect(await authorize({ PIN: '123456', OTP })).toEqual(wrongOtp);
  });

  test('a PIN is locked after three wrong ones in a row, at the same time too', async () => {
    const OTP = await an.code(own, 'an');
    expect(await authorize({ PIN: '000000', OTP })).toEqual(wrongPin);
    expect(await authorize({ PIN: '123456', OTP })).toEqual(given);
    await Promise.all([1, 2, 3].map(() => authorize({ PIN: '000000', OTP })));
    expect(await authorize({ PIN: '123456', OTP })).toEqual(refusal('invalid_request', 'PIN locked'));
  });

  test('need no code where the settings say so, and then none is sent', async () => {
    await ws.configure({ csc: { otp: 'nobody' } });
    expect(await authorize({ PIN: '123456' })).toEqual(given);
    const { body } = await an.post('credentials/info', { credentialID: own, authInfo: true });
    expect(body).toMatchObject({ OTP: { presence: 'false' } });
    expect((await an.post('credentials/sendOTP', { credentialID: own })).status).toBe(400);
  });

  test('stay out of the journal, as do SAD and tokens', async () => {
    const OTP = await an.code(own, 'an');
    const { body } = await authorize({ PIN: '123456', OTP });
    await an.sign(own, body.SAD, ['đơn']);
    const journal = await (await ws.control('/journal')).text();
    expect(journal).toContain('signHash');
    for (const each of ['"123456"', `"${OTP}"`, body.SAD, an.token, 'Aa@123456'])
      expect(journal).not.toContain(each);
  });
});

test.each<[string, object, string | RegExp]>([
  ['no number', { numSignatures: undefined }, /integer parameter numSignatures$/],
  ['a number as text', { numSignatures: '1' }, /integer parameter numSignatures$/],
  ['none', { numSignatures: 0 }, 'Invalid value for parameter numSignatures'],
  ['too many', { numSignatures: 21 }, 'Numbers of signatures is too high'],
  ['fewer than hashes', { hash: [...hash, ...hash] }, 'Invalid value for parameter numSignatures'],
  ['no hash', { hash: undefined }, /array parameter hash$/],
  ['an empty list', { hash: [] }, 'Empty hash array'],
  ['a digest of no known length', { hash: ['SG9wQ2F0'] }, 'Invalid digest value length'],
  ['a digest of SHA-1', { hash: ['Lve95gjOVATpfV8EL5X4nxwjKHE='] }, 'Invalid digest value length'],
  ['what is not base64', { hash: ['không'] }, 'Invalid Base64 hash string parameter'],
  ['nobody’s credential', { credentialID: 'KHONG-CO' }, 'Invalid parameter credentialID'],
])('leave is refused for %s', async (_, changes, description) => {
  const OTP = await an.code(own, 'an');
  expect(await authorize({ PIN: '123456', OTP, ...changes })).toEqual(
    refusal('invalid_request', description),
  );
});

describe('implicit: the signer approves on the phone', () => {
  beforeEach(() => ws.configure({ csc: { authMode: 'implicit' } }));

  test('a call waits, the signer sees what it is about, and the SAD signs', async () => {
    const call = authorize({ description: 'Ký đơn' });
    const seen = await arriving(ws, 'an');
    expect(seen).toMatchObject({
      system: 'csc',
      description: 'Cho phép ký 1 lần / 1 signature · Ký đơn',
      documents: [{ digest: Buffer.from(hash[0]!, 'base64').toString('hex') }],
    });
    expect((await approve(ws, seen.id, 'an')).status).toBe(204);
    const answer = await call;
    expect(answer).toEqual(given);
    const { body } = await an.sign(own, answer.body.SAD, ['đơn']);
    const [certificate] = (await an.describe(own)).cert.certificates;
    expect(isSigned(certificate!, 'đơn', body.signatures[0]!)).toBe(true);
    expect(await inbox(ws, 'an')).toEqual([]);
  });

  test('a call that has waited long enough may be repeated, and asks nobody anew', async () => {
    await ws.configure({ csc: { waitSeconds: 0 } });
    const waiting = refusal('temporarily_unavailable', undefined, 503);
    expect(await authorize()).toEqual(waiting);
    expect(await authorize()).toEqual(waiting);
    const [only, ...others] = await inbox(ws, 'an');
    expect(others).toEqual([]);
    await approve(ws, only!.id, 'an');
    expect(await authorize()).toEqual(given);
    expect(await authorize()).toEqual(waiting);
  });

  test('a refusal, too many wrong PINs and no answer each have their own error', async () => {
    await ws.configure({ csc: { waitSeconds: 0 } });
    const asked = async () => {
      await authorize();
      return (await inbox(ws, 'an'))[0]!.id;
    };
    await refuse(ws, await asked(), 'an');
    expect(await authorize()).toEqual(refusal('access_denied', 'The signer denied the request'));
    await asked();
    await ws.configure({ clockOffsetSeconds: 301 });
    expect(await authorize()).toEqual(refusal('access_denied', /did not answer in time/));
    const id = await asked();
    for (const pin of ['000000', '000000', '000000']) await approve(ws, id, 'an', pin);
    expect(await authorize()).toEqual(refusal('invalid_request', 'Credential locked'));
  });

  test('an approval that nobody came for in time is forgotten: the same call asks anew', async () => {
    await ws.configure({ csc: { waitSeconds: 0 } });
    const waiting = refusal('temporarily_unavailable', undefined, 503);
    expect(await authorize()).toEqual(waiting);
    await approve(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    await ws.configure({ clockOffsetSeconds: 610 });
    expect(await authorize()).toEqual(waiting);
    expect(await inbox(ws, 'an')).toHaveLength(1);
  });

  test('the fast mode answers at once, either way', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    expect(await authorize()).toEqual(given);
    await ws.configure({ signing: { autopilot: 'refuse' } });
    expect(await authorize()).toEqual(refusal('access_denied'));
    expect(await inbox(ws, 'an')).toEqual([]);
  });
});

test('in the mode oauth2code nothing is authorized here', async () => {
  await ws.configure({ csc: { authMode: 'oauth2code' } });
  expect(await authorize({ PIN: '123456' })).toEqual(refusal('unauthorized_client'));
});
