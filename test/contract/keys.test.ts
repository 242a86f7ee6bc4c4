import { beforeEach, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { keysOf, verified } from './kit/jwt.ts';
import { authorize, callbackOf, demoPortal, type Portal, registerPortal, tokensFor } from './kit/portal.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeEach(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = demoPortal(ws);
});

const kids = async () => (await keysOf(ws)).map(({ kid }) => kid).toSorted();
const kidOf = (jwt: string) =>
  JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString()).kid as string;

async function turn(what: 'rotate' | 'retire'): Promise<void> {
  expect((await ws.control(`/keys/${what}`, { method: 'POST' })).status).toBe(200);
}

test('after a rotation the new key signs, and both are published', async () => {
  const [before, old] = [await kids(), await tokensFor(portal)];
  await turn('rotate');
  const fresh = await tokensFor(portal);
  expect(kidOf(fresh.id_token)).not.toBe(kidOf(old.id_token));
  expect(await kids()).toEqual(expect.arrayContaining([...before, kidOf(fresh.id_token)]));
  for (const { id_token } of [old, fresh]) await verified(ws, id_token);
});

test('after the retirement only the new key is published', async () => {
  const [before, old] = [await kids(), await tokensFor(portal)];
  await turn('rotate');
  await turn('retire');
  const after = await kids();
  for (const kid of before) expect(after).not.toContain(kid);
  await verified(ws, (await tokensFor(portal)).id_token);
  const hinted = await authorize(portal, { id_token_hint: old.id_token });
  expect(callbackOf(portal, hinted)).toMatchObject({ error: 'invalid_request' });
});

test('an ID token of the old key is a hint as long as the key is published', async () => {
  const { id_token } = await tokensFor(portal);
  await turn('rotate');
  expect(callbackOf(portal, await authorize(portal, { id_token_hint: id_token }))).toHaveProperty('code');
});

test('the keys of both kinds turn together', async () => {
  const elliptic = await registerPortal(ws, { id_token_signed_response_alg: 'ES256' });
  const before = kidOf((await tokensFor(elliptic)).id_token);
  await turn('rotate');
  const { id_token } = await tokensFor(elliptic);
  expect(kidOf(id_token)).not.toBe(before);
  await verified(ws, id_token);
});

test('tokens of other kinds go on through a rotation', async () => {
  const { access_token } = await tokensFor(portal);
  await turn('rotate');
  await turn('retire');
  const answer = await ws.fetch('/userinfo', { headers: { authorization: `Bearer ${access_token}` } });
  expect(answer.status).toBe(200);
});

test('another workspace keeps its keys', async () => {
  const other = await openWorkspace({ autopilot: { person: 'an' } });
  const before = await keysOf(other);
  await turn('rotate');
  expect(await keysOf(other)).toEqual(before);
});
