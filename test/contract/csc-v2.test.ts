import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Application, applicationOf, ECDSA_SHA256, post, refusal, SHA256, SHA384 } from './kit/csc.ts';
import { codeOn } from './kit/phone.ts';
import { certificatesAre } from './kit/signatures.ts';
import { approve, digestOf, inbox, isSigned, refuse } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
});

const hashed = (...texts: string[]) => ({
  hashes: texts.map((text) => digestOf(text)),
  hashAlgorithmOID: SHA256,
});

const pin = { id: 'PIN', value: '123456' };

const authorize = (application: Application, credentialID: string, more: object) =>
  application.post<{ SAD: string; handle: string }>('credentials/authorize', {
    credentialID,
    numSignatures: 1,
    ...hashed('đơn'),
    ...more,
  });

const sign = (application: Application, credentialID: string, more: object) =>
  application.post<{ signatures: string[]; responseID: string }>('signatures/signHash', {
    credentialID,
    ...hashed('đơn'),
    signAlgo: ECDSA_SHA256,
    ...more,
  });

const certificateOf = async (application: Application, id: string) =>
  (await application.describe(id)).cert.certificates[0]!;

test('info tells of version 2: algorithms and that results may be asked for later', async () => {
  const { body } = await post(ws, '/v2/info', {});
  expect(body).toMatchObject({ specs: '2.0.0.2', asynchronousOperationMode: true });
  expect(body.signAlgorithms).toMatchObject({ algos: expect.arrayContaining([ECDSA_SHA256]) });
  expect(body.methods).toContain('signatures/signPolling');
});

describe('credentials', () => {
  test('come with all about them, and only those that can sign where that is asked', async () => {
    const quynh = await applicationOf(ws, 'quynh', 'v2');
    const { body } = await quynh.post('credentials/list', {
      credentialInfo: true,
      certificates: 'none',
      authInfo: true,
    });
    expect(body).toMatchObject({
      credentialIDs: [expect.any(String), expect.any(String)],
      credentialInfos: [
        { cert: { status: 'valid' }, auth: { mode: 'explicit', expression: 'PIN AND OTP' } },
        { auth: { expression: 'PIN', objects: [{ id: 'PIN', type: 'Password' }] }, multisign: 20 },
      ],
    });
    await certificatesAre(ws, 'an', { certificate: 'revoked' });
    const an = await applicationOf(ws, 'an', 'v2');
    expect(await an.credentials()).toHaveLength(1);
    expect((await an.post('credentials/list', { onlyValid: true })).body).toEqual({
      credentialIDs: [],
      onlyValid: true,
    });
  });
});

describe('PIN and code', () => {
  test('are objects by name, the code comes by a challenge, and hashes need their algorithm', async () => {
    const an = await applicationOf(ws, 'an', 'v2');
    const own = await an.own();
    const challenged = await an.post('credentials/getChallenge', { credentialID: own, authObjectID: 'OTP' });
    expect(challenged.status).toBe(204);
    const authData = [pin, { id: 'OTP', value: await codeOn(ws, 'an') }];
    const wrong = refusal('invalid_authentication_data');
    expect(await authorize(an, own, { authData: [pin] })).toEqual(wrong);
    expect(await authorize(an, own, { authData: [{ id: 'PIN', value: '000000' }] })).toEqual(wrong);
    const { hashes } = hashed('đơn');
    expect(await authorize(an, own, { authData, hashAlgorithmOID: undefined })).toEqual(
      refusal('invalid_request', /string parameter hashAlgorithmOID$/),
    );
    expect(await authorize(an, own, { authData, hashes, hashAlgorithmOID: SHA384 })).toEqual(
      refusal('invalid_request', 'Invalid digest value length'),
    );
    const { status, body } = await authorize(an, own, { authData });
    expect(status).toBe(200);
    const signed = await sign(an, own, { SAD: body.SAD });
    expect(isSigned(await certificateOf(an, own), 'đơn', signed.body.signatures[0]!)).toBe(true);
    const journal = await (await ws.control('/journal')).text();
    expect(journal).toContain('authorizeV2');
    expect(journal).not.toContain('"123456"');
  });

  test('another challenge is refused', async () => {
    const an = await applicationOf(ws, 'an', 'v2');
    const asked = { credentialID: await an.own(), authObjectID: 'PIN' };
    expect(await an.post('credentials/getChallenge', asked)).toEqual(
      refusal('invalid_request', 'Invalid parameter authObjectID'),
    );
  });
});

describe('a handle, where the signer is asked on the phone', () => {
  let an: Application;
  let own: string;

  beforeEach(async () => {
    await ws.configure({ csc: { authMode: 'implicit' } });
    an = await applicationOf(ws, 'an', 'v2');
    own = await an.own();
  });

  const check = (handle: string, application = an) =>
    application.post<{ SAD: string }>('credentials/authorizeCheck', { handle });

  test('is asked with until the signer has approved, and gives one SAD', async () => {
    const { status, body } = await authorize(an, own, {});
    expect({ status, body }).toEqual({ status: 202, body: { handle: expect.any(String) } });
    const { handle } = body;
    expect(await check(handle)).toEqual({ status: 202, body: { handle } });
    const quynh = await applicationOf(ws, 'quynh', 'v2');
    const unknown = refusal('invalid_request', 'Invalid parameter handle');
    expect(await check(handle, quynh)).toEqual(unknown);
    await approve(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    const answers = await Promise.all(Array.from({ length: 8 }, () => check(handle)));
    const [given, ...others] = answers.filter((answer) => answer.status === 200);
    expect(others).toEqual([]);
    const signed = await sign(an, own, { SAD: given!.body.SAD });
    expect(isSigned(await certificateOf(an, own), 'đơn', signed.body.signatures[0]!)).toBe(true);
    expect(await check(handle)).toEqual(unknown);
  });

  test('tells a refusal, once', async () => {
    const { handle } = (await authorize(an, own, {})).body;
    await refuse(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
    expect(await check(handle)).toEqual(refusal('access_denied'));
    expect(await check(handle)).toEqual(refusal('invalid_request'));
  });

  test('comes with the number of signatures on the phone, whatever the application says', async () => {
    const shown = async (more: object) => {
      await authorize(an, own, more);
      return (await inbox(ws, 'an')).at(-1)!.description;
    };
    const many =
      /^Cho phép ký 20 lần, kể cả tài liệu không hiện ở đây \/ 20 signatures, also of documents not shown here/;
    const [described, bare] = [
      await shown({ numSignatures: 20, description: 'Ký đơn A' }),
      await shown({ numSignatures: 20 }),
    ];
    expect(described).toMatch(many);
    expect(described).toMatch(/ · Ký đơn A$/);
    expect(bare).toMatch(many);
    expect(await shown({ numSignatures: 2, ...hashed('đơn', 'thư') })).toBe(
      'Cho phép ký 2 lần / 2 signatures',
    );
    await ws.configure({ csc: { scal: '1' } });
    expect(await shown({ hashes: undefined, hashAlgorithmOID: undefined })).toContain('không hiện ở đây');
  });

  test('gives nothing once the time of the signing is long over', async () => {
    const approved = async () => {
      const { handle } = (await authorize(an, own, {})).body;
      await approve(ws, (await inbox(ws, 'an'))[0]!.id, 'an');
      return handle;
    };
    const [early, late] = [await approved(), await approved()];
    await ws.configure({ clockOffsetSeconds: 310 });
    expect((await check(early)).status).toBe(200);
    await ws.configure({ clockOffsetSeconds: 610 });
    expect(await check(late)).toEqual(refusal('invalid_request', 'Invalid parameter handle'));
  });

  test('is not needed in the fast mode', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    expect(await authorize(an, own, {})).toMatchObject({ status: 200, body: { expiresIn: 300 } });
  });
});

describe('an asynchronous signature', () => {
  const begin = async (more: object = {}) => {
    const quynh = await applicationOf(ws, 'quynh', 'v2');
    const seal = await quynh.seal();
    const { body } = await authorize(quynh, seal, { authData: [pin] });
    const begun = await sign(quynh, seal, { SAD: body.SAD, operationMode: 'A', ...more });
    return { quynh, seal, begun };
  };
  const poll = (application: Application, requestID: string) =>
    application.post<{ signatures: string[] }>('signatures/signPolling', { requestID });

  test('is asked for by its id, by whom it belongs to', async () => {
    const { quynh, seal, begun } = await begin();
    expect(begun).toEqual({ status: 200, body: { responseID: expect.any(String) } });
    const { body } = await poll(quynh, begun.body.responseID);
    expect(isSigned(await certificateOf(quynh, seal), 'đơn', body.signatures[0]!)).toBe(true);
    const an = await applicationOf(ws, 'an', 'v2');
    expect(await poll(an, begun.body.responseID)).toEqual(
      refusal('invalid_request', 'Invalid parameter requestID'),
    );
  });

  test('is kept as long as was asked', async () => {
    const { quynh, begun } = await begin({ validity_period: 60_000 });
    await ws.configure({ clockOffsetSeconds: 20 });
    expect((await poll(quynh, begun.body.responseID)).status).toBe(200);
    await ws.configure({ clockOffsetSeconds: 61 });
    expect((await poll(quynh, begun.body.responseID)).status).toBe(400);
  });

  test.each<[object, string]>([
    [{ operationMode: 'X' }, 'Invalid parameter operationMode'],
    [{ validity_period: 'x' }, 'Invalid parameter validity_period'],
    [{ response_uri: 'https://example.com' }, 'Invalid parameter response_uri'],
  ])('is refused with %j', async (changes, description) => {
    const { begun } = await begin(changes);
    expect(begun).toEqual(refusal('invalid_request', description));
  });

  test('may be made to take longer', async () => {
    const { quynh, begun } = await begin();
    const rule = { failure: 'still-processing', system: 'csc', operation: 'signPolling', times: 1 };
    await ws.control('/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    });
    expect(await poll(quynh, begun.body.responseID)).toMatchObject({
      status: 202,
      body: { error: 'accepted_request' },
    });
    expect((await poll(quynh, begun.body.responseID)).status).toBe(200);
  });
});
