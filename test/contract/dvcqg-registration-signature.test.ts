import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { BEFORE, begun, fault, mai, register, step } from './kit/registration.ts';
import { certificatesAre } from './kit/signatures.ts';
import { approve, inbox, refuse } from './kit/signing.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: BEFORE });
});

const bySim = { method: 'sim', phone: mai.phone };
const remotely = { method: 'remote', person: 'mai' };

const ways = [
  ['a SIM', bySim, 'simpki'],
  ['a remote signature', remotely, 'ca769'],
] as const;

describe.each(ways)('by %s', (_, body, system) => {
  test('the provider asks on the phone, and the registration waits for the answer', async () => {
    const { id, next } = await begun(ws, body);
    expect(next).toBe('check');
    expect(await step(ws, id, 'check')).toMatchObject({ status: 200, body: { next: 'check' } });
    const [asked] = await inbox(ws, 'mai');
    expect(asked).toMatchObject({ system });
    await approve(ws, asked!.id, 'mai');
    const { status, body: told } = await step(ws, id, 'check');
    expect(status).toBe(200);
    expect(told).toMatchObject({
      next: 'confirm',
      holder: { name: mai.name, number: mai.number, issuer: expect.stringContaining('HopCat sandbox') },
    });
    expect(await step(ws, id, 'confirm')).toMatchObject({ status: 201, body: { username: mai.number } });
  });

  test('who refuses on the phone gets no account', async () => {
    const { id } = await begun(ws, body);
    const [asked] = await inbox(ws, 'mai');
    await refuse(ws, asked!.id, 'mai');
    expect(await step(ws, id, 'check')).toMatchObject({ status: 403, body: { code: 'signature_refused' } });
    expect(await step(ws, id, 'check')).toMatchObject({ status: 410, body: { code: 'signature_expired' } });
  });

  test('wrong PINs block', async () => {
    const { id } = await begun(ws, body);
    const [asked] = await inbox(ws, 'mai');
    for (let tries = 0; tries < 3; tries++) await approve(ws, asked!.id, 'mai', '000000');
    expect(await step(ws, id, 'check')).toMatchObject({ status: 403, body: { code: 'pin_blocked' } });
  });

  test('a signature that nobody gives in time is none', async () => {
    const { id } = await begun(ws, body);
    await ws.configure({ clockOffsetSeconds: 301 });
    expect(await step(ws, id, 'check')).toMatchObject({ status: 410, body: { code: 'signature_expired' } });
  });

  test.each(['unknown-issuer', 'sha1'])('a certificate that is %s is not believed', async (certificate) => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    await certificatesAre(ws, 'mai', { certificate });
    const { id } = await begun(ws, body);
    expect(await step(ws, id, 'check')).toMatchObject({
      status: 422,
      body: { code: 'signature_not_trusted' },
    });
  });

  test('a certificate that is revoked between signing and checking is not believed', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    const { id } = await begun(ws, body);
    const { certificates } = await (
      await ws.fetch(`${ws.origin}/${ws.id}/pki/api/people/mai/certificates`)
    ).json();
    for (const { serial } of certificates as { serial: string }[]) {
      const url = `${ws.origin}/${ws.id}/pki/api/certificates/${serial}/revoke`;
      const answer = await ws.fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reason: 'keyCompromise' }),
      });
      expect(answer.status).toBe(200);
    }
    expect(await step(ws, id, 'check')).toMatchObject({
      status: 422,
      body: { code: 'signature_not_trusted' },
    });
  });

  test('nobody is believed while the revocation list is stale', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    await fault(ws, { system: 'pki', operation: 'crl', failure: 'stale' });
    const { id } = await begun(ws, body);
    expect(await step(ws, id, 'check')).toMatchObject({
      status: 422,
      body: { code: 'signature_not_trusted' },
    });
  });

  test('a certificate whose issuer the provider did not send is found at its issuer', async () => {
    await ws.configure({ signing: { autopilot: 'approve' } });
    await certificatesAre(ws, 'mai', { certificate: 'missing-intermediate' });
    const { id } = await begun(ws, body);
    expect(await step(ws, id, 'check')).toMatchObject({ status: 200, body: { next: 'confirm' } });
  });

  test('a provider that is down is not held against the person', async () => {
    await fault(ws, { system, failure: 'down', times: 1 });
    expect(await register(ws, body)).toMatchObject({ status: 503, body: { code: 'register_unavailable' } });
    expect(await register(ws, body)).toMatchObject({ status: 201 });
  });
});

test('a signature that is not of the key in the certificate is not believed', async () => {
  await ws.configure({ signing: { autopilot: 'approve' } });
  await fault(ws, { system: 'simpki', operation: 'statusQuery', failure: 'invalid-signature', times: 1 });
  const { id } = await begun(ws, bySim);
  expect(await step(ws, id, 'check')).toMatchObject({ status: 422, body: { code: 'signature_not_trusted' } });
});

test('a certificate over SHA-1 is not believed either where the runtime cannot name the algorithm', async () => {
  await ws.configure({ signing: { autopilot: 'approve' } });
  await certificatesAre(ws, 'mai', { certificate: 'sha1' });
  const { id } = await begun(ws, remotely);
  const name = 'signatureAlgorithm';
  const named = Object.getOwnPropertyDescriptor(X509Certificate.prototype, name);
  Object.defineProperty(X509Certificate.prototype, name, { value: undefined, configurable: true });
  const checked = await step(ws, id, 'check');
  delete (X509Certificate.prototype as { signatureAlgorithm?: string }).signatureAlgorithm;
  if (named) Object.defineProperty(X509Certificate.prototype, name, named);
  expect(checked).toMatchObject({ status: 422, body: { code: 'signature_not_trusted' } });
});

test('the authority of a remote signature can be chosen', async () => {
  await ws.configure({ signing: { autopilot: 'approve' } });
  const { id } = await begun(ws, { ...remotely, ca: 'bkav-ca' });
  const { body } = await step(ws, id, 'check');
  expect(body.holder.issuer).toContain('BkavCA');
});

test('a SIM that is being asked is not asked again', async () => {
  await begun(ws, bySim);
  expect(await register(ws, bySim)).toMatchObject({ status: 409, body: { code: 'signer_busy' } });
});

test('a SIM that signs for nobody begins nothing', async () => {
  expect(await register(ws, { method: 'sim', phone: '0950000117' })).toMatchObject({
    status: 422,
    body: { code: 'no_certificate' },
  });
});
