import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type House, openHouse, openWorkspace, START, signIn, type TestWorkspace } from './house.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(() => {
  house = openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.time.now = START;
  workspace = await openWorkspace(house, { settings: { autopilot: { person: 'an' } } });
});
afterEach(() => expect(house.log).toEqual([]));

type Jwk = JsonWebKey & { kid: string; status: string };

const published = async (): Promise<Jwk[]> =>
  (await house.ask('GET', `${workspace.base}/vneid/jwks`)).body.keys;

/** What a portal does, without any library of ours: finds the key by its id and checks the signature. */
async function isBelieved(token: string): Promise<boolean> {
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const { kid, alg } = JSON.parse(Buffer.from(header, 'base64url').toString());
  const jwk = (await published()).find((key) => key.kid === kid);
  if (!jwk) return false;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${header}.${payload}`);
  const how = alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' as const } : key;
  return verify('sha256', signed, how, Buffer.from(signature, 'base64url'));
}

const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid;

test('a token from before a rotation is believed as long as the keys overlap, and not after', async () => {
  const before = (await signIn(house, workspace.base)).tokens.id_token;
  expect(await isBelieved(before)).toBe(true);
  expect((await workspace.control('POST', 'keys/rotate')).status).toBe(200);
  const after = (await signIn(house, workspace.base)).tokens.id_token;
  expect(kidOf(after)).not.toBe(kidOf(before));
  expect([await isBelieved(before), await isBelieved(after)]).toEqual([true, true]);
  expect((await workspace.control('POST', 'keys/retire')).status).toBe(200);
  expect([await isBelieved(before), await isBelieved(after)]).toEqual([false, true]);
});

test('the rotation holds for every algorithm', async () => {
  const register = (id_token_signed_response_alg: string) =>
    workspace.control('POST', 'clients', {
      client_id: id_token_signed_response_alg,
      client_secret: 's',
      redirect_uris: ['https://portal.example/cb'],
      id_token_signed_response_alg,
    });
  for (const alg of ['RS256', 'PS256', 'ES256']) await register(alg);
  const tokenFor = async (id: string) =>
    (await signIn(house, workspace.base, { id, secret: 's', redirectUri: 'https://portal.example/cb' }))
      .tokens.id_token;
  const before = await tokenFor('ES256');
  expect(await isBelieved(before)).toBe(true);
  await workspace.control('POST', 'keys/rotate');
  expect([await isBelieved(before), await isBelieved(await tokenFor('ES256'))]).toEqual([true, true]);
  await workspace.control('POST', 'keys/retire');
  expect(await isBelieved(before)).toBe(false);
});

test('the keys are listed with what they are for, the same as are published, private parts nowhere', async () => {
  const states = async () =>
    ((await workspace.control('GET', 'keys')).body.keys as Jwk[]).map((k) => k.status);
  expect(await states()).toEqual(['current', 'current']);
  await workspace.control('POST', 'keys/rotate');
  expect(await states()).toEqual(['current', 'current', 'overlapping', 'overlapping']);
  const { body } = await workspace.control('GET', 'keys');
  expect(body.keys.map(({ status: _, ...jwk }: Jwk) => jwk)).toEqual(await published());
  expect(body.keys.every((jwk: Jwk) => jwk.d === undefined && jwk.p === undefined)).toBe(true);
});

test('no more than five pairs overlap: the oldest goes', async () => {
  const first = (await signIn(house, workspace.base)).tokens.id_token;
  for (let at = 0; at < 5; at++) await workspace.control('POST', 'keys/rotate');
  expect([(await published()).length, await isBelieved(first)]).toEqual([12, true]);
  await workspace.control('POST', 'keys/rotate');
  expect([(await published()).length, await isBelieved(first)]).toEqual([12, false]);
}, 30_000);

test('a rotation is one workspace’s own', async () => {
  const other = await openWorkspace(house);
  const before = await house.ask('GET', `${other.base}/vneid/jwks`);
  await workspace.control('POST', 'keys/rotate');
  expect(await house.ask('GET', `${other.base}/vneid/jwks`)).toMatchObject({ body: before.body });
});

test('parallel rotations count one by one', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => workspace.control('POST', 'keys/rotate')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await published()).toHaveLength(8);
});
