import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  api,
  beginAt,
  failing,
  giveSignature,
  mended,
  preparedByToken,
  type Submitted,
  signaturesOf,
  signed,
  stateOf,
  submitAs,
  tokenSigns,
  ways,
} from './kit/portal-signing.ts';
import { certificatesAre } from './kit/signatures.ts';
import { decideAt, inboxOf } from './kit/signing-apps.ts';
import { vnpt } from './kit/usbtoken.ts';
import { jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;
let dossier: Submitted;
beforeEach(async () => {
  ws = await openWorkspace({ signing: { key: 'p256' } });
  dossier = await submitAs(ws, 'an');
});

const approves = () => ws.control('/settings', patch({ signing: { autopilot: 'approve' } }));

const patch = (body: object) => ({ ...jsonBody(body), method: 'PATCH' });

/** What the only signer who is asked decides. */
async function decides(decision: object): Promise<number> {
  const { signings } = (await inboxOf(ws, 'an')) as { signings: { id: string }[] };
  const { status } = await decideAt(ws, signings[0]!.id, { person: 'an', ...decision });
  return status;
}

const remotely = { format: 'pdf', way: 'remote' };

describe('a signer who is asked on the phone', () => {
  test.each(['remote', 'sim'])('by %s: nothing happens until they sign', async (way) => {
    const { body } = await beginAt(dossier, { format: 'xml', way });
    expect(body).toMatchObject({
      state: 'waiting',
      digest: expect.stringMatching(/^[\da-f]{64}$/),
      decidedAt: `${ws.origin}/${ws.id}/phone/an`,
    });
    expect((await stateOf(dossier, body)).body.state).toBe('waiting');
    expect(await signaturesOf(dossier)).toEqual([]);
    await decides({ decision: 'approve', pin: '123456' });
    expect((await stateOf(dossier, body)).body.state).toBe('signed');
    expect(await signaturesOf(dossier)).toMatchObject([{ format: 'xml', way, signer: 'Nguyễn Văn An' }]);
  });

  test.each(['remote', 'sim'])('refuses by %s: told so, and the dossier is as it was', async (way) => {
    const { body } = await beginAt(dossier, { format: 'pdf', way });
    await decides({ decision: 'refuse' });
    for (const _ of [1, 2]) {
      expect((await stateOf(dossier, body)).body).toMatchObject({
        state: 'failed',
        failure: { code: 'signature_refused', title: { vi: 'Người ký đã từ chối ký' } },
      });
    }
    expect(await signaturesOf(dossier)).toEqual([]);
    await approves();
    expect(await signed(dossier, remotely)).toMatchObject({ state: 'signed' });
  });

  test('blocks the PIN', async () => {
    const { body } = await beginAt(dossier, remotely);
    for (const _ of [1, 2, 3]) await decides({ decision: 'approve', pin: '000000' });
    expect((await stateOf(dossier, body)).body.failure?.code).toBe('pin_blocked');
  });

  test.each([
    ['remote', 60, 60],
    ['sim', 600, 300],
  ])('by %s has the time that the provider gives: of %i seconds %i', async (way, seconds, given) => {
    await ws.control('/settings', patch({ signing: { seconds } }));
    const now = Date.now();
    const { body } = await beginAt(dossier, { format: 'pdf', way });
    const left = (Date.parse(body.expiresAt) - now) / 1000;
    expect(left).toBeGreaterThan(given - 5);
    expect(left).toBeLessThan(given + 30);
  });

  test('does not answer in time', async () => {
    const { body } = await beginAt(dossier, remotely);
    await ws.control('/settings', patch({ clockOffsetSeconds: 400 }));
    expect((await stateOf(dossier, body)).body.failure?.code).toBe('signature_expired');
    await ws.control('/settings', patch({ clockOffsetSeconds: 1000 }));
    expect((await stateOf(dossier, body)).status).toBe(404);
  });
});

test.each([
  ['revoked', 'signature_not_trusted'],
  ['suspended', 'signature_not_trusted'],
  ['expired', 'signature_not_trusted'],
  ['not-yet-valid', 'signature_not_trusted'],
  ['wrong-key-usage', 'signature_not_trusted'],
  ['unknown-issuer', 'signature_not_trusted'],
  ['sha1', 'signature_not_trusted'],
  ['none', 'no_certificate'],
] as const)('a certificate that is %s: nobody is asked to sign', async (certificate, code) => {
  await certificatesAre(ws, 'an', { certificate });
  expect(await beginAt(dossier, remotely)).toMatchObject({ status: 422, body: { code } });
  expect((await inboxOf(ws, 'an')).signings).toEqual([]);
});

describe('a certificate that is revoked', () => {
  const revoke = async () => {
    const at = `${ws.origin}/${ws.id}/pki/api`;
    const answer = await ws.fetch(`${at}/people/an/certificates?provider=ca769`);
    const { certificates } = (await answer.json()) as { certificates: { serial: string }[] };
    for (const { serial } of certificates)
      await ws.fetch(`${at}/certificates/${serial}/revoke`, jsonBody({}));
  };

  test.each(['before', 'after'])(
    '%s its owner signs, and after they were asked, is not believed',
    async (when) => {
      const { body } = await beginAt(dossier, remotely);
      if (when === 'before') await revoke();
      await decides({ decision: 'approve', pin: '123456' });
      if (when === 'after') await revoke();
      expect((await stateOf(dossier, body)).body.failure?.code).toBe('signature_not_trusted');
      expect(await signaturesOf(dossier)).toEqual([]);
    },
  );
});

describe('what a USB token’s page brings', () => {
  beforeEach(approves);

  test('is refused when the certificate is another person’s', async () => {
    const { told, id } = await preparedByToken(dossier, { format: 'pdf' }, 'mai');
    expect(told).toMatchObject({ status: 403, body: { code: 'another_holder' } });
    expect((await stateOf(dossier, { id })).body).toMatchObject({ state: 'failed' });
  });

  test('is refused when another key signed', async () => {
    const { id } = await preparedByToken(dossier, { format: 'pdf' });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forged = signBytes('sha256', Buffer.from('khong phai'), privateKey).toString('base64');
    expect(await giveSignature(dossier, id, forged)).toMatchObject({
      status: 422,
      body: { code: 'signature_not_trusted' },
    });
    expect(await signaturesOf(dossier)).toEqual([]);
  });

  test('is refused when the token signed another document', async () => {
    const [one, two] = [
      await preparedByToken(dossier, { format: 'pdf' }),
      await preparedByToken(dossier, { format: 'xml' }),
    ];
    const signature = await tokenSigns(dossier, two.told.body.digest, two.serial);
    expect((await giveSignature(dossier, one.id, signature)).body).toMatchObject({
      code: 'signature_not_trusted',
    });
  });

  test('counts once, also when it is brought twice at the same time', async () => {
    const { told, serial, id } = await preparedByToken(dossier, { format: 'pdf' });
    const signature = await tokenSigns(dossier, told.body.digest, serial);
    const both = await Promise.all([1, 2].map(() => giveSignature(dossier, id, signature)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await giveSignature(dossier, id, signature)).toMatchObject({
      status: 409,
      body: { code: 'signing_over' },
    });
    expect(await signaturesOf(dossier)).toHaveLength(1);
  });

  test('is not waited for where the phone is asked, nor before the certificate', async () => {
    const { body } = await beginAt(dossier, { format: 'xml', way: 'sim' });
    expect((await giveSignature(dossier, body.id, 'MAA=')).body).toMatchObject({ code: 'signing_over' });
    const usb = (await beginAt(dossier, { format: 'xml', way: 'usb' })).body;
    expect((await giveSignature(dossier, usb.id, 'MAA=')).body).toMatchObject({ code: 'signing_over' });
    const junk = await api(dossier, `/signings/${usb.id}/certificate`, jsonBody({ certificate: 'MAA=' }));
    expect(junk).toMatchObject({ status: 422, body: { code: 'signature_not_trusted' } });
    expect(JSON.parse(await vnpt(ws, 'an', 0)).subjectCN).toBe('Nguyễn Văn An');
  });
});

describe('of two signings of one document', () => {
  test('the first that is finished counts, and the other is told so', async () => {
    await approves();
    const [one, two] = [await beginAt(dossier, remotely), await beginAt(dossier, { ...remotely, ca: 'ca2' })];
    const states = await Promise.all([one, two].map(({ body }) => stateOf(dossier, body)));
    const found = states.map(({ body }) => [body.state, body.failure?.code]);
    expect(found).toContainEqual(['signed', undefined]);
    expect(found).toContainEqual(['failed', 'already_signed']);
    expect(await signaturesOf(dossier)).toHaveLength(1);
    expect(await beginAt(dossier, remotely)).toMatchObject({ status: 409, body: { code: 'already_signed' } });
  });
});

describe('an authority that answers wrongly keeps the signature waiting, and nothing is kept', () => {
  test.each([
    ['timeStamp', 'rejected'],
    ['timeStamp', 'wrong-hash'],
    ['timeStamp', 'wrong-nonce'],
    ['timeStamp', 'stranger'],
    ['timeStamp', 'weak-hash'],
    ['ocsp', 'try-later'],
    ['ocsp', 'stale'],
    ['ocsp', 'wrong-nonce'],
    ['ocsp', 'stranger'],
    ['ocsp', 'unauthorized'],
  ])('%s: %s', async (operation, failure) => {
    await approves();
    const { body } = await beginAt(dossier, remotely);
    await failing(ws, { system: 'pki', operation, failure });
    expect(await stateOf(dossier, body)).toMatchObject({
      status: 503,
      body: { code: 'register_unavailable' },
    });
    expect(await signaturesOf(dossier)).toEqual([]);
    await mended(ws);
    expect((await stateOf(dossier, body)).body.state).toBe('signed');
  });
});

test('a dossier that is not there, and one signed as the other document', async () => {
  await approves();
  expect(await beginAt({ ...dossier, code: 'khong-co' }, remotely)).toMatchObject({ status: 404 });
  await ways.remote(dossier, { format: 'xml' });
  const missing = await api(dossier, `/dossiers/${dossier.code}/document.pdf`);
  expect(missing).toMatchObject({ status: 404, body: { code: 'not_signed' } });
});
