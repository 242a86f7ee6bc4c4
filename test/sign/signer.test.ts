import { verify, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PIN } from '../../contracts/_sign/signer.ts';
import { certificates, statuses } from '../../functions/_sign/certificate.ts';
import { request, store } from './exchange.ts';
import {
  approve,
  ask,
  asked,
  certificateFor,
  clock,
  contents,
  decide,
  inbox,
  outcomeOf,
  refuse,
} from './signing-apps.ts';

describe('a decision', () => {
  test('by PIN signs every document with the key of the certificate', async () => {
    const id = await asked();
    expect(await approve(id)).toEqual({ status: 204, body: undefined });
    const outcome = await outcomeOf(id);
    if (outcome.at !== 'signed') throw new Error(outcome.at);
    const { publicKey } = new X509Certificate(Buffer.from((await certificateFor(id)).der, 'base64'));
    const verified = contents.map((text, at) =>
      verify('sha256', Buffer.from(text), publicKey, Buffer.from(outcome.signatures[at]!, 'base64')),
    );
    expect(verified).toEqual([true, true]);
    expect((await inbox()).signings).toEqual([]);
    expect((await ask(`/app/${id}`)).body.stage).toBe('signed');
  });

  test('to refuse needs no PIN', async () => {
    const id = await asked();
    expect((await refuse(id)).status).toBe(204);
    expect(await outcomeOf(id)).toEqual({ at: 'refused', when: clock.now });
    expect((await inbox()).signings).toEqual([]);
  });

  test('is made once', async () => {
    const id = await asked();
    await refuse(id);
    expect(await approve(id)).toMatchObject({ status: 409, body: { code: 'already_decided' } });
    expect(await outcomeOf(id)).toMatchObject({ at: 'refused' });
  });

  test('is made once, though many come at the same time', async () => {
    const id = await asked();
    const all = await Promise.all(
      Array.from({ length: 64 }, (_, at) => (at % 2 === 0 ? approve(id) : refuse(id))),
    );
    expect(all.map(({ status }) => status).toSorted()).toEqual([
      204,
      ...Array.from({ length: 63 }, () => 409),
    ]);
    const won = all.findIndex(({ status }) => status === 204);
    expect((await outcomeOf(id)).at).toBe(won % 2 === 0 ? 'signed' : 'refused');
  });

  test.each(['approve', 'refuse'])('to %s by somebody else is refused', async (decision) => {
    const id = await asked();
    expect(await decide(id, { person: 'mai', decision, pin: PIN })).toMatchObject({
      status: 403,
      body: { code: 'not_the_signer' },
    });
    expect(await outcomeOf(id)).toEqual({ at: 'waiting' });
  });

  test('comes too late when the time is over', async () => {
    const id = await asked();
    clock.now += 300_000;
    expect(await approve(id)).toMatchObject({ status: 410, body: { code: 'signing_expired' } });
    expect((await inbox()).signings).toEqual([]);
    expect((await ask(`/app/${id}`)).body.stage).toBe('expired');
  });

  test.each(['expired', 'not-yet-valid', 'revoked', 'suspended'])(
    'by a certificate that is %s signs nothing',
    async (state) => {
      const id = await asked();
      const { serial, authority } = await certificateFor(id);
      const x = request(clock.now);
      const certificate = (await x.read(certificates, serial))!;
      const times = { expired: { notAfter: clock.now - 1 }, 'not-yet-valid': { notBefore: clock.now + 1 } }[
        state
      ];
      const at = state as 'revoked' | 'suspended';
      const change = times
        ? x.put(certificates, serial, { ...certificate.value, ...times })
        : x.put(statuses, `${authority},${serial}`, { at, since: clock.now });
      await store.commit([change], clock.now);
      const answer = await approve(id);
      await store.commit([x.put(certificates, serial, certificate.value)], clock.now);
      await store.commit([{ remove: statuses.key(x.workspace.space, `${authority},${serial}`) }], clock.now);
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'certificate_not_good', detail: `the certificate is ${state}` },
      });
      expect(await outcomeOf(id)).toEqual({ at: 'failed', when: clock.now });
    },
  );
});

test('a request whose certificate is gone, as after an import, is still shown, and signs nothing', async () => {
  const id = await asked();
  const { serial } = await certificateFor(id);
  const { certificate } = (await ask(`/app/${id}`)).body;
  expect(certificate.serial).toBe(serial);
  const held = (await request(clock.now).read(certificates, serial))!;
  await store.commit([{ remove: held.key }], clock.now);
  expect((await inbox()).signings).toMatchObject([{ id, certificate: null }]);
  const answer = await approve(id);
  await store.commit([{ put: held.key, value: held.value }], clock.now);
  expect(answer).toMatchObject({ status: 409, body: { detail: 'the certificate is gone' } });
  expect((await outcomeOf(id)).at).toBe('failed');
});
