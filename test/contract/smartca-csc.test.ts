import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { listen } from './kit/listener.ts';
import { certificatesAre, expectChain, isSignedBy } from './kit/signatures.ts';
import { decideLast, waitingOn } from './kit/signing-app.ts';
import { an, company, mai } from './kit/smartca.ts';
import { applicationFor } from './kit/smartca-oauth.ts';

let ws: TestWorkspace;
let call: Awaited<ReturnType<typeof applicationFor>>;

beforeEach(async () => {
  ws = await openWorkspace({ allowedHosts: ['127.0.0.1'] });
  call = await applicationFor(ws);
});

const refused = (code: number, codeDesc: string) => ({
  status: 400,
  body: { code, codeDesc, message: expect.stringMatching(/.+ \/ .+/), content: null },
});

const credential = async (by = call): Promise<string> => (await by('/csc/credentials/list')).body.content[0];

const digest = (text: string, hash = 'sha256') => createHash(hash).update(text).digest('base64');

const hashing = async (more: object = {}) => ({
  credentialId: await credential(),
  refTranId: 'e442f592-f892-43dd-8a4b-d6339679f27f',
  datas: [{ name: 'don.pdf', hash: digest('một') }],
  ...more,
});

const info = async (id?: string) => {
  const credentialId = id ?? (await credential());
  return call('/csc/credentials/info', {
    credentialId,
    certificates: 'chain',
    certInfo: true,
    authInfo: true,
  });
};

const tranInfo = async (tranId: string, by = call) => by('/csc/credentials/gettraninfo', { tranId });

describe('credentials', () => {
  test('are told in full, with a chain to the national root', async () => {
    const { body } = await info();
    expect(body).toMatchObject({ code: 0, codeDesc: 'SUCCESS' });
    const { key, cert, ...rest } = body.content;
    expect(key).toEqual({ status: 'ENABLED', alg: ['1.2.840.113549.1.1.1'], len: 2048 });
    expect(rest).toMatchObject({ authMode: 'oauth2code', scal: 'SCAL2', multisign: 1, status: 'VALID' });
    expect(rest.servicePacks[0]).toMatchObject({
      servicePackId: rest.defaultServicePackId,
      admin: { uid: an },
    });
    const [own, ...chain] = cert.certificates;
    expect(chain).toHaveLength(2);
    expect(expectChain(own, chain).serialNumber.toLowerCase()).toBe(cert.serialNumber);
    expect(cert).toMatchObject({ status: 'VALID', validFrom: expect.stringMatching(/^\d{14}Z$/) });
    expect(cert.subjectDN).toContain('UID=CCCD:099090000001');
    expect(cert.issuerDN).toContain('VNPT-CA');
  });

  test('are told no more of than was asked for', async () => {
    const credentialId = await credential();
    const { body } = await call('/csc/credentials/info', { credentialId, certificates: 'none' });
    expect(body.content.cert).toEqual({ status: 'VALID' });
    expect(body.content).not.toHaveProperty('authMode');
    const single = await call('/csc/credentials/info', { credentialId, certificates: 'single' });
    expect(single.body.content.cert.certificates).toHaveLength(1);
  });

  test('of somebody else, or of nobody, are refused', async () => {
    const hers = await credential(await applicationFor(ws, mai));
    const none = '0cf6f04a-81ff-49a7-bc70-e27edb4759f8';
    expect(await info(hers)).toEqual(refused(60001, 'CREDENTIAL_NOT_MATCH_IDENTITY'));
    expect(await info(none)).toEqual(refused(60000, 'CREDENTIAL_NOT_EXIST'));
    const sign = (credentialId: string) =>
      hashing({ credentialId }).then((body) => call('/csc/signature/signhash', body));
    expect(await sign(hers)).toEqual(refused(60001, 'CREDENTIAL_NOT_MATCH_IDENTITY'));
    expect(await sign(none)).toEqual(refused(60000, 'CREDENTIAL_NOT_EXIST'));
  });

  test('of a citizen and of the enterprise that they represent are two', async () => {
    const [person, seal] = [await applicationFor(ws, '099185000066'), await applicationFor(ws, company)];
    expect(await credential(person)).not.toBe(await credential(seal));
  });

  test.each([
    ['revoked', 'REVOKED'],
    ['expired', 'EXPIRED'],
    ['suspended', 'SUSPENDED'],
  ])('that are %s say so, and sign nothing', async (certificate, status) => {
    await certificatesAre(ws, 'an', { certificate });
    expect((await info()).body.content.cert.status).toBe(status);
    const answer = await call('/csc/signature/signhash', await hashing());
    expect(answer).toEqual(refused(60000, 'CREDENTIAL_NOT_EXIST'));
    expect(answer.body.message).toContain(certificate);
  });
});

describe('signing', () => {
  test('hashes waits for the signer, and verifies once they approve', async () => {
    const datas = [
      { name: 'don.pdf', hash: digest('một') },
      { name: 'bang.xlsx', hash: digest('hai', 'sha512') },
    ];
    const begun = await call('/csc/signature/signhash', await hashing({ datas, description: 'Cấp phép' }));
    expect(begun.body).toEqual({
      code: 0,
      codeDesc: 'SUCCESS',
      message: 'Chờ người dùng xác nhận',
      content: { tranId: expect.stringMatching(/^[\da-f-]{36}$/) },
    });
    const { tranId } = begun.body.content;
    expect((await tranInfo(tranId)).body.content).toMatchObject({
      tranId,
      refTranId: 'e442f592-f892-43dd-8a4b-d6339679f27f',
      credentialId: await credential(),
      tranType: 3,
      tranTypeDesc: 'SIGNHASH',
      tranStatus: 4000,
      tranStatusDesc: 'WAITING_FOR_SIGNER_CONFIRM',
      documents: [
        { name: 'don.pdf', type: 'pdf', hash: datas[0]!.hash, sig: null },
        { name: 'bang.xlsx', type: 'xlsx', hash: datas[1]!.hash, sig: null },
      ],
    });
    expect(await waitingOn(ws, 'an')).toMatchObject([{ system: 'smartca', description: 'Cấp phép' }]);
    await decideLast(ws, 'an', 'approve');
    const { content } = (await tranInfo(tranId)).body;
    expect(content).toMatchObject({ tranStatus: 1, tranStatusDesc: 'SUCCESS' });
    const [own] = (await info()).body.content.cert.certificates;
    expect(isSignedBy(own, content.documents[0].sig, 'một')).toBe(true);
    expect(isSignedBy(own, content.documents[1].sig, 'hai', 'sha512')).toBe(true);
    expect(isSignedBy(own, content.documents[0].sig, 'hai')).toBe(false);
  });

  test('files signs the SHA-256 of each', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    const text = '<Don>đề nghị</Don>';
    const datas = [{ name: 'don.XML', dataBase64: Buffer.from(text).toString('base64') }];
    const { body } = await call('/csc/signature/sign', { credentialId: await credential(), datas });
    const { content } = (await tranInfo(body.content.tranId)).body;
    expect(content).toMatchObject({ tranStatus: 1, tranTypeDesc: 'SIGN', refTranId: null });
    const [own] = (await info()).body.content.cert.certificates;
    expect(isSignedBy(own, content.documents[0].sig, text)).toBe(true);
  });

  test('ends in each way that the document names', async () => {
    const begin = async () =>
      (await call('/csc/signature/signhash', await hashing())).body.content.tranId as string;
    const stateOf = async (tranId: string) => (await tranInfo(tranId)).body.content.tranStatus;
    const refusedOne = await begin();
    await decideLast(ws, 'an', 'refuse');
    expect(await stateOf(refusedOne)).toBe(4002);
    const blocked = await begin();
    for (const pin of ['1', '2', '3']) await decideLast(ws, 'an', 'approve', pin);
    expect(await stateOf(blocked)).toBe(4003);
    const expired = await begin();
    await ws.configure({ clockOffsetSeconds: 300 });
    expect(await stateOf(expired)).toBe(4001);
  });

  test('is told to nobody else', async () => {
    const { tranId } = (await call('/csc/signature/signhash', await hashing())).body.content;
    const others = [
      await applicationFor(ws, mai),
      await applicationFor(ws, an, { client_id: 'dvcqg', client_secret: 'dvcqg-secret' }),
    ];
    for (const other of others)
      expect(await tranInfo(tranId, other)).toEqual(
        refused(62001, 'SIGNATURE_TRANSACTION_NOT_MATCH_IDENTITY'),
      );
    const [person, seal] = [await applicationFor(ws, '099185000066'), await applicationFor(ws, company)];
    const datas = [{ name: 'don.pdf', hash: digest('một') }];
    const sealing = { credentialId: await credential(seal), refTranId: 'yc-1', datas };
    const sealed = (await seal('/csc/signature/signhash', sealing)).body.content.tranId as string;
    expect(await tranInfo(sealed, person)).toEqual(
      refused(62001, 'SIGNATURE_TRANSACTION_NOT_MATCH_IDENTITY'),
    );
    expect((await tranInfo(sealed, seal)).status).toBe(200);
    const none = '1e516e32-5091-4cf2-be36-e002cf08e013';
    expect(await tranInfo(none)).toEqual(refused(62000, 'SIGNATURE_TRANSACTION_NOT_FOUND'));
    const status = `${ws.origin}/${ws.id}/smartca/sca/sp769/v1/signatures/sign/${tranId}/status`;
    expect((await ws.fetch(status, { method: 'POST' })).status).toBe(400);
  });

  const some = (count: number, each: object) => Array.from({ length: count }, () => each);

  test.each([
    ['51 hashes', { datas: some(51, { name: 'a.pdf', hash: digest('x') }) }, 30000],
    ['a SHA-1', { datas: [{ name: 'a.pdf', hash: digest('x', 'sha1') }] }, 62010],
    ['a hash in hex', { datas: [{ name: 'a.pdf', hash: 'e3'.repeat(15) }] }, 62010],
    ['no refTranId', { refTranId: null }, 30000],
    ['an address that is none', { notifyUrl: 'callback' }, 30000],
    ['an address with a user in it', { notifyUrl: 'http://u:p@127.0.0.1/x' }, 30000],
    ['a foreign number in the address', { notifyUrl: 'https://example.vn/001090000001' }, 30000],
  ])('refuses %s', async (_, wrong, code) => {
    expect(await call('/csc/signature/signhash', await hashing(wrong))).toMatchObject({
      status: 400,
      body: { code, content: null },
    });
    expect(await waitingOn(ws, 'an')).toEqual([]);
  });

  test.each([
    ['11 files', some(11, { name: 'a.pdf', dataBase64: 'JVBERg==' }), 30000],
    ['a program', [{ name: 'a.exe', dataBase64: 'TVo=' }], 64000],
    ['what is not base64', [{ name: 'a.pdf', dataBase64: '%PDF' }], 62010],
  ])('refuses %s', async (_, datas, code) => {
    const credentialId = await credential();
    expect((await call('/csc/signature/sign', { credentialId, datas })).body.code).toBe(code);
  });

  test('says when no signatures are left, where that is asked for', async () => {
    const rule = { failure: 'quota', system: 'smartca', operation: 'signHash', times: 1 };
    await ws.control('/faults', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rule),
    });
    expect(await call('/csc/signature/signhash', await hashing())).toEqual(
      refused(65000, 'SERVICE_PACK_EXEED_OR_INVALID'),
    );
  });
});

describe('notifyUrl', () => {
  needs('calls to loopback');

  test('is called exactly once, even where it answers nothing good', async () => {
    await using listener = await listen(() => new Response(null, { status: 500 }));
    const notifyUrl = `${listener.url}/kyso/callback`;
    const { tranId } = (await call('/csc/signature/signhash', await hashing({ notifyUrl }))).body.content;
    expect(listener.received).toEqual([]);
    await decideLast(ws, 'an', 'approve');
    const [told, ...more] = listener.received;
    expect(more).toEqual([]);
    expect(told).toMatchObject({ method: 'POST', path: '/kyso/callback' });
    expect(JSON.parse(told!.body)).toEqual({
      tranId,
      refTranId: 'e442f592-f892-43dd-8a4b-d6339679f27f',
      status: 1,
    });
  });

  test('hears of a refusal too', async () => {
    await using listener = await listen(() => new Response(null, { status: 204 }));
    await call('/csc/signature/signhash', await hashing({ notifyUrl: listener.url }));
    await decideLast(ws, 'an', 'refuse');
    expect(JSON.parse(listener.received[0]!.body)).toMatchObject({ status: 0 });
  });
});
