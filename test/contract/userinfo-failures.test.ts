import { beforeEach, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Portal, registerPortal, tokensFor } from './kit/portal.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeEach(async () => {
  ws = await openWorkspace({ autopilot: { person: 'mai' } });
  portal = await registerPortal(ws);
});

async function userinfo(failure: string) {
  const { access_token } = await tokensFor(portal, { scope: 'openid profile' });
  const headers = { authorization: `Bearer ${access_token}`, 'x-hopcat-fault': failure };
  const failed = await ws.fetch('/userinfo', { headers });
  const right = await ws.fetch('/userinfo', { headers: { authorization: headers.authorization } });
  return { failed, status: failed.status, body: await failed.json(), right: await right.json() };
}

test('the wrong person comes with a sub of their own, so that a portal can tell', async () => {
  const { body, right } = await userinfo('wrong-person');
  expect(right).toMatchObject({ citizenPid: '099192000002' });
  expect(body.citizenPid).toMatch(/^099/);
  expect(body.citizenPid).not.toBe(right.citizenPid);
  expect(body.sub).not.toBe(right.sub);
});

test('an empty record is the right sub and nothing else', async () => {
  const { body, right } = await userinfo('empty');
  expect(body).toEqual({ sub: right.sub });
});

test('a token that has just expired is refused as any other, and lives on', async () => {
  const { failed, status, body, right } = await userinfo('expired-credential');
  expect(status).toBe(401);
  expect(body).toMatchObject({ error: 'invalid_token' });
  expect(failed.headers.get('content-type')).toMatch(/^application\/json/);
  expect(right).toMatchObject({ citizenPid: '099192000002' });
});
