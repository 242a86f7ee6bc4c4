import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { changePerson } from './kit/dvcqg-accounts.ts';
import { demoAt } from './kit/exchange.ts';
import { BEFORE, begun, begunByToken, fault, signToken, step } from './kit/registration.ts';
import { certificatesAre } from './kit/signatures.ts';
import { hashSignedByToken, signedByToken, type ToSign } from './kit/token-sign-in.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: BEFORE, signing: { autopilot: 'approve' } });
});

const give = (id: string, signedData: string, certificate?: string) =>
  step(ws, id, 'signature', { signedData, ...(certificate && { certificate }) });

/** What somebody's token makes of the message for another registration, or of any other. */
const signed = async (person: string, toSign: Pick<ToSign, 'plugin' | 'message'>): Promise<string> =>
  (await signedByToken(ws, person, toSign))?.signedData ?? '';

const cmsOver = (person: string, text: string) =>
  signed(person, { plugin: 'vnpt', message: { args: [Buffer.from(text).toString('base64')] } });

const refused = (code: string, status = 422) => ({ status, body: { code } });

describe('what the token is asked to sign', () => {
  test('holds the purpose, the kind and a transaction that no other registration has', async () => {
    const [one, other] = [await begunByToken(ws, 'mai'), await begunByToken(ws, 'mai')];
    expect(JSON.parse(one.toSign.text)).toEqual({
      purpose: 'register',
      kind: 'citizen',
      transaction: one.transaction,
    });
    expect(other.transaction).not.toBe(one.transaction);
  });

  test('goes to VNPT-CA’s plug-in, of an agency to VGCA as JSON with its payload, by PSS', async () => {
    const { toSign } = await begunByToken(ws, 'mai');
    expect(toSign).toMatchObject({ plugin: 'vnpt', message: { functionID: 4 } });
    const agency = await begun(ws, { method: 'usb', kind: 'agency' });
    expect(agency.toSign).toMatchObject({
      plugin: 'vgca',
      url: 'wss://127.0.0.1:8987/SignJson',
      message: { JsonContent: agency.toSign.text, IsPss: 'true', DetachPayload: 'false' },
    });
  });
});

describe('what the plug-in answers is believed', () => {
  test.each([
    ['a CMS', 'mai', 'citizen', 'VNPT-CA (HopCat sandbox)'],
    ['a CMS of an enterprise', 'quynh', 'enterprise', 'VNPT-CA (HopCat sandbox)'],
    ['a JWS of an agency', 'tri', 'agency', 'Government CA (HopCat sandbox)'],
  ])('as %s', async (_, person, kind, issuer) => {
    const given = await signToken(ws, await begunByToken(ws, person, kind), person);
    expect(given).toMatchObject({ status: 200, body: { next: 'confirm', holder: { issuer } } });
  });

  test.each(['rsa3072', 'p256'])('by a key %s', async (key) => {
    await certificatesAre(ws, 'mai', { certificate: 'good', key });
    await certificatesAre(ws, 'tri', { certificate: 'good', key });
    for (const [person, kind] of [
      ['mai', 'citizen'],
      ['tri', 'agency'],
    ] as const) {
      const given = await signToken(ws, await begunByToken(ws, person, kind), person);
      expect(given).toMatchObject({ status: 200 });
    }
  });

  test('as a bare signature over the digest, beside the certificate', async () => {
    const { id, toSign } = await begunByToken(ws, 'mai');
    const { signedData, certificate } = await hashSignedByToken(ws, 'mai', toSign.text);
    expect(await give(id, signedData, certificate)).toMatchObject({ status: 200 });
  });

  test('of a certificate whose issuer did not come along', async () => {
    await certificatesAre(ws, 'mai', { certificate: 'missing-intermediate' });
    const given = await signToken(ws, await begunByToken(ws, 'mai'), 'mai');
    expect(given).toMatchObject({ status: 200 });
  });
});

describe('nobody is believed', () => {
  test.each(['revoked', 'suspended', 'unknown-issuer', 'sha1', 'wrong-key-usage'])(
    'whose certificate is %s',
    async (certificate) => {
      await certificatesAre(ws, 'mai', { certificate });
      const given = await signToken(ws, await begunByToken(ws, 'mai'), 'mai');
      expect(given).toMatchObject(refused('signature_not_trusted'));
    },
  );

  test('whose certificate has expired since', async () => {
    const { id, toSign } = await begunByToken(ws, 'mai');
    const { signedData, certificate } = await hashSignedByToken(ws, 'mai', toSign.text);
    await ws.configure({ clockOffsetSeconds: 4 * 365 * 86_400 });
    const later = await begunByToken(ws, 'mai');
    expect(await signedByToken(ws, 'mai', later.toSign)).toBeUndefined();
    expect(await give(later.id, signedData, certificate)).toMatchObject(refused('signature_not_trusted'));
    expect(await give(id, signedData, certificate)).toMatchObject(refused('registration_expired', 410));
  });

  test('while the revocation list is overdue, and while nobody publishes one it is not held against them', async () => {
    await fault(ws, { system: 'pki', operation: 'crl', failure: 'stale', times: 1 });
    const about = await begunByToken(ws, 'mai');
    expect(await signToken(ws, about, 'mai')).toMatchObject(refused('signature_not_trusted'));
    await fault(ws, { system: 'pki', operation: 'crl', failure: 'down', times: 1 });
    expect(await signToken(ws, about, 'mai')).toMatchObject(refused('register_unavailable', 503));
    expect(await signToken(ws, about, 'mai')).toMatchObject({ status: 200 });
  });

  test('who is of another kind: an enterprise is no citizen, an officer no enterprise', async () => {
    const [citizen, agency] = [await begunByToken(ws, 'quynh'), await begunByToken(ws, 'quynh', 'agency')];
    expect(await signToken(ws, citizen, 'quynh')).toMatchObject(refused('no_certificate'));
    expect(await signToken(ws, agency, 'quynh')).toMatchObject(refused('no_certificate'));
    const officer = await begunByToken(ws, 'tri');
    expect(await signToken(ws, officer, 'tri')).toMatchObject(refused('no_certificate'));
  });

  test('who signs for an agency with a certificate that is not of the government’s authority', async () => {
    const { id, toSign } = await begunByToken(ws, 'tri', 'agency');
    expect(await give(id, await cmsOver('tri', toSign.text))).toMatchObject(refused('no_certificate'));
  });

  test('whose name has changed since the certificate was made', async () => {
    await signToken(ws, await begunByToken(ws, 'mai'), 'mai');
    await changePerson(ws, 'mai', { name: { full: 'Trần Thị Hương Mai', middle: 'Thị Hương' } });
    const given = await signToken(ws, await begunByToken(ws, 'mai'), 'mai');
    expect(given).toMatchObject(refused('signature_not_trusted'));
  });
});

describe('a signature is for one thing', () => {
  test('another registration’s is refused, and so is one that is sent again', async () => {
    const [mine, other] = [await begunByToken(ws, 'mai'), await begunByToken(ws, 'mai')];
    const signedData = await signed('mai', other.toSign);
    expect(await give(mine.id, signedData)).toMatchObject(refused('signature_not_trusted'));
    expect(await give(other.id, signedData)).toMatchObject({ status: 200 });
    expect(await give(other.id, signedData)).toMatchObject(refused('wrong_step', 409));
    expect(await give(mine.id, signedData)).toMatchObject(refused('signature_not_trusted'));
  });

  test('one for signing in registers nobody', async () => {
    const { id } = await begunByToken(ws, 'mai');
    const signIn = JSON.stringify({ purpose: 'sign-in', sessionDataKey: demoAt(ws).id });
    expect(await give(id, await cmsOver('mai', signIn))).toMatchObject(refused('signature_not_trusted'));
  });

  test('one for a citizen is none for an enterprise', async () => {
    const [citizen, enterprise] = [
      await begunByToken(ws, 'quynh'),
      await begunByToken(ws, 'quynh', 'enterprise'),
    ];
    const signedData = await signed('quynh', citizen.toSign);
    expect(await give(enterprise.id, signedData)).toMatchObject(refused('signature_not_trusted'));
  });

  test('one with another’s certificate beside it is refused', async () => {
    const { id, toSign } = await begunByToken(ws, 'mai');
    const [{ signedData }, { certificate }] = [
      await hashSignedByToken(ws, 'mai', toSign.text),
      await hashSignedByToken(ws, 'phung', toSign.text),
    ];
    expect(await give(id, signedData, certificate)).toMatchObject(refused('signature_not_trusted'));
  });
});

test.each([
  ['no base64 of anything', 'khong-phai-chu-ky', 400],
  ['a JWS without a signature', 'e30.e30.', 400],
  [
    'a JWS of an algorithm that is none',
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.eA`,
    400,
  ],
])('what comes as %s is refused as that', async (_, signedData, status) => {
  const { id } = await begunByToken(ws, 'mai');
  expect(await give(id, signedData)).toMatchObject(refused('signature_unreadable', status));
});
