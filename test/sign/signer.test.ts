import { createHash, verify, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settingsSchema } from '../../contracts/_settings.ts';
import { PIN } from '../../contracts/_sign/signer.ts';
import { implement } from '../../functions/_kit/implement.ts';
import { random } from '../../functions/_kit/random.ts';
import { newWorkspace, workspaceKey } from '../../functions/_kit/workspace.ts';
import { certificateOf, certificates, statuses } from '../../functions/_sign/certificate.ts';
import { beginSigning, type NewSigning, signingById, waiting } from '../../functions/_sign/signing.ts';
import signer from '../../functions/signer/service.ts';
import { castDirectory } from '../../people/cast.ts';
import { request, store } from './exchange.ts';

/** A moment of its own, so that whatever is left of an earlier test is over. */
let now = Date.now();
let told: string[];
let errors: unknown[];

const origin = 'http://hopcat.test';
const complain = (...about: unknown[]) => errors.push(about);
const house = () =>
  implement(signer, {
    store,
    random,
    origin,
    people: castDirectory,
    country: () => import('../../people/country/index.ts'),
    now: () => now,
    local: true,
    log: { error: complain, warn: complain },
    fetch: async (input) => {
      told.push(String(input));
      return new Response(null, { status: 204 });
    },
  });

beforeEach(async () => {
  now += 3_600_000;
  told = [];
  errors = [];
  await configure({});
  await ask('/app/pins/an', { method: 'DELETE' });
});

afterEach(() => expect(errors).toEqual([]));

async function configure(signing: object): Promise<void> {
  const workspace = { ...newWorkspace('default', now), settings: settingsSchema.parse({ signing }) };
  await store.commit([{ put: workspaceKey('default'), value: workspace }], now);
}

async function ask(path: string, init?: RequestInit) {
  const base = `${origin}/default/signer`;
  const mount = { workspace: 'default', base, path: path.replace(/\?.*/, '') };
  const answer = await house().fetch(new Request(base + path, init), mount);
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
}

const decide = (id: string, body: object) =>
  ask(`/app/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const approve = (id: string, pin = PIN, person = 'an') => decide(id, { person, decision: 'approve', pin });
const refuse = (id: string, person = 'an') => decide(id, { person, decision: 'refuse' });
const inbox = async (person = 'an') => (await ask(`/app?person=${person}`)).body;

const contents = ['hợp đồng', 'phụ lục'];
const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** As a provider asks: somebody is to sign two documents. */
async function asked(slug = 'an', more: Partial<NewSigning> = {}): Promise<string> {
  const x = request(now);
  const person = castDirectory.findBySlug(slug)!;
  const wanted = { provider: 'smartca', authority: 'vnpt-ca', person, kind: 'citizen' } as const;
  const { certificate, changes } = await certificateOf(x, wanted);
  const documents = contents.map((text, at) => ({
    id: `d${at}`,
    name: `${text}.pdf`,
    hash: 'sha256' as const,
    digest: digestOf(text).toString('base64'),
  }));
  const about = { system: 'smartca', client: 'demo-portal', asks: 'Cổng DVC Mẫu', description: 'Hồ sơ số 1' };
  const begun = await beginSigning(x, { ...about, certificate, documents, tells: false, own: {}, ...more });
  expect(await store.commit([...changes, ...begun.changes], now)).toEqual({ ok: true });
  return begun.id;
}

const outcomeOf = async (id: string) => (await signingById(request(now), id))!.value.outcome;

async function certificateFor(id: string) {
  const { serial } = (await signingById(request(now), id))!.value;
  return (await request(now).read(certificates, serial))!.value;
}

describe('what waits', () => {
  test('says who asks, for what, by which certificate, and until when', async () => {
    const id = await asked();
    const { serial } = await certificateFor(id);
    expect(await inbox()).toEqual({
      signings: [
        {
          id,
          system: 'smartca',
          provider: { vi: expect.any(String), en: expect.any(String) },
          person: 'an',
          asks: 'Cổng DVC Mẫu',
          description: 'Hồ sơ số 1',
          documents: contents.map((text, at) => ({
            id: `d${at}`,
            name: `${text}.pdf`,
            hash: 'sha256',
            digest: digestOf(text).toString('hex'),
          })),
          certificate: {
            serial,
            name: 'Nguyễn Văn An',
            authority: { vi: 'VNPT-CA (thử nghiệm)', en: 'VNPT-CA (sandbox)' },
            notAfter: expect.any(String),
          },
          stage: 'waiting',
          requestedAt: new Date(now).toISOString(),
          expiresAt: new Date(now + 300_000).toISOString(),
        },
      ],
      pin: { triesLeft: 3, blockedSince: null },
    });
    expect((await ask(`/app/${id}`)).body).toMatchObject({ id, stage: 'waiting' });
  });

  test('is nothing of anybody else’s', async () => {
    await asked('mai');
    expect((await inbox()).signings).toEqual([]);
    expect((await inbox('mai')).signings).toHaveLength(1);
  });

  test('is the newest fifty, oldest first, so that many older requests hide no newer one', async () => {
    for (let count = 0; count < 55; count++) await asked('mai');
    now += 1;
    await asked();
    now += 1;
    const newest: string[] = [];
    for (let count = 0; count < 50; count++) {
      now += 1;
      newest.push(await asked('mai'));
    }
    const { signings } = await inbox('mai');
    expect(signings.map(({ id }: { id: string }) => id)).toEqual(newest);
    expect((await inbox()).signings).toHaveLength(1);
    expect((await refuse(newest[0]!, 'mai')).status).toBe(204);
    expect((await inbox('mai')).signings.map(({ id }: { id: string }) => id)).toContain(newest[49]);
  });

  test('is no longer kept once it is decided', async () => {
    const id = await asked();
    const kept = async () => (await request(now).list(waiting)).filter(({ key }) => key[3].endsWith(id));
    expect(await kept()).toHaveLength(1);
    await refuse(id);
    expect(await kept()).toEqual([]);
  });

  test('of nobody is refused', async () => {
    expect(await ask('/app?person=khong-co')).toMatchObject({
      status: 404,
      body: { code: 'unknown_person' },
    });
    expect(await ask('/app/khong-co')).toMatchObject({ status: 404, body: { code: 'unknown_signing' } });
  });
});

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
    expect(await outcomeOf(id)).toEqual({ at: 'refused', when: now });
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
    now += 300_000;
    expect(await approve(id)).toMatchObject({ status: 410, body: { code: 'signing_expired' } });
    expect((await inbox()).signings).toEqual([]);
    expect((await ask(`/app/${id}`)).body.stage).toBe('expired');
  });

  test.each(['expired', 'not-yet-valid', 'revoked', 'suspended'])(
    'by a certificate that is %s signs nothing',
    async (state) => {
      const id = await asked();
      const { serial, authority } = await certificateFor(id);
      const x = request(now);
      const certificate = (await x.read(certificates, serial))!;
      const times = { expired: { notAfter: now - 1 }, 'not-yet-valid': { notBefore: now + 1 } }[state];
      const at = state as 'revoked' | 'suspended';
      const change = times
        ? x.put(certificates, serial, { ...certificate.value, ...times })
        : x.put(statuses, `${authority},${serial}`, { at, since: now });
      await store.commit([change], now);
      const answer = await approve(id);
      await store.commit([x.put(certificates, serial, certificate.value)], now);
      await store.commit([{ remove: statuses.key(x.workspace.space, `${authority},${serial}`) }], now);
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'certificate_not_good', detail: `the certificate is ${state}` },
      });
      expect(await outcomeOf(id)).toEqual({ at: 'failed', when: now });
    },
  );
});

test('a request whose certificate is gone, as after an import, is still shown, and signs nothing', async () => {
  const id = await asked();
  const { serial } = await certificateFor(id);
  const { certificate } = (await ask(`/app/${id}`)).body;
  expect(certificate.serial).toBe(serial);
  const held = (await request(now).read(certificates, serial))!;
  await store.commit([{ remove: held.key }], now);
  expect((await inbox()).signings).toMatchObject([{ id, certificate: null }]);
  const answer = await approve(id);
  await store.commit([{ put: held.key, value: held.value }], now);
  expect(answer).toMatchObject({ status: 409, body: { detail: 'the certificate is gone' } });
  expect((await outcomeOf(id)).at).toBe('failed');
});

describe('a wrong PIN', () => {
  test('signs nothing, and says how many tries are left', async () => {
    const id = await asked();
    expect(await approve(id, '000000')).toMatchObject({
      status: 401,
      body: {
        code: 'wrong_pin',
        detail: 'wrong PIN, tries left: 2',
        errors: [{ path: 'pin', message: 'Còn 2 lần nhập / 2 tries left' }],
      },
    });
    expect(await outcomeOf(id)).toEqual({ at: 'waiting' });
    expect((await inbox()).pin).toEqual({ triesLeft: 2, blockedSince: null });
  });

  test('is forgotten after a right one', async () => {
    const id = await asked();
    await approve(id, '000000');
    await approve(id, '111111');
    expect((await approve(id)).status).toBe(204);
    expect((await ask('/app/pins/an')).body).toEqual({ triesLeft: 3, blockedSince: null });
  });

  test('is not forgotten by refusing', async () => {
    await approve(await asked(), '000000');
    await refuse(await asked());
    expect((await inbox()).pin.triesLeft).toBe(2);
  });

  test('blocks the third time: that request ends, and so does the next one, whatever the PIN', async () => {
    const id = await asked();
    await approve(id, '000000');
    await approve(id, '000000');
    expect(await approve(id, '000000')).toMatchObject({ status: 423, body: { code: 'pin_blocked' } });
    expect(await outcomeOf(id)).toEqual({ at: 'blocked', when: now });
    expect((await inbox()).pin).toEqual({ triesLeft: 0, blockedSince: new Date(now).toISOString() });
    const next = await asked();
    expect((await approve(next)).status).toBe(423);
    expect(await outcomeOf(next)).toMatchObject({ at: 'blocked' });
  });

  test('of one person blocks nobody else', async () => {
    await configure({ wrongPins: 1 });
    expect((await approve(await asked(), '000000')).status).toBe(423);
    expect((await approve(await asked('mai'), PIN, 'mai')).status).toBe(204);
  });

  test('no longer counts when the PIN has been unblocked', async () => {
    await configure({ wrongPins: 1 });
    await approve(await asked(), '000000');
    expect((await ask('/app/pins/an', { method: 'DELETE' })).status).toBe(204);
    expect((await approve(await asked())).status).toBe(204);
  });

  test('counts, though many come at the same time for several requests', async () => {
    await configure({ wrongPins: 20 });
    const ids = [await asked(), await asked()];
    const all = await Promise.all(Array.from({ length: 24 }, (_, at) => approve(ids[at % 2]!, '000000')));
    const statuses = all.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
    const tries = all.map(({ body }) => /left: (\d+)/.exec(body.detail)?.[1]).filter((left) => left);
    expect(new Set(tries).size).toBe(19);
    expect((await inbox()).pin.triesLeft).toBe(0);
  });
});

describe('the provider', () => {
  const url = (id: string) => `${origin}/default/smartca/app/decided/${id}`;

  test.each([
    ['signed', (id: string) => approve(id)],
    ['refused', (id: string) => refuse(id)],
  ])('that wants to know is told once it is %s', async (_, done) => {
    const id = await asked('an', { tells: true });
    await done(id);
    await done(id);
    expect(told).toEqual([url(id)]);
  });

  test('is told of the PIN that blocked', async () => {
    await configure({ wrongPins: 2 });
    const id = await asked('an', { tells: true });
    await approve(id, '000000');
    expect(told).toEqual([]);
    await approve(id, '000000');
    expect(told).toEqual([url(id)]);
  });

  test('that does not want to know is left alone', async () => {
    await approve(await asked());
    expect(told).toEqual([]);
  });
});
