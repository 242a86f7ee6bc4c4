import { beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { formsOf } from './kit/html.ts';
import { authorize, callbackOf, type Portal, redeem, registerPortal, requestOf } from './kit/portal.ts';
import { form } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

async function posted(answer: Response) {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).not.toContain('form-action');
  const [only, ...more] = formsOf(await answer.text(), ws.issuer);
  expect(more).toEqual([]);
  return only!;
}

test.each([
  ['GET', () => authorize(portal, { response_mode: 'form_post', state: 's' })],
  ['POST', () => ws.fetch('/auth', form(requestOf(portal, { response_mode: 'form_post', state: 's' })))],
])('a code comes in a form that posts itself, asked for by %s', async (_, send) => {
  const { action, method, fields } = await posted(await send());
  expect({ action, method }).toEqual({ action: portal.redirectUri, method: 'post' });
  expect(fields).toEqual({ code: expect.any(String), state: 's', iss: ws.issuer });
  expect((await redeem(portal, fields.code!)).status).toBe(200);
});

test('an error comes the same way', async () => {
  const { action, fields } = await posted(
    await authorize(portal, { response_mode: 'form_post', state: 's', prompt: 'create' }),
  );
  expect(action).toBe(portal.redirectUri);
  expect(fields).toEqual({
    error: 'invalid_request',
    error_description: expect.any(String),
    state: 's',
    iss: ws.issuer,
  });
});

test('what the portal sent cannot break out of the form', async () => {
  const state = `"><script>alert(1)</script>'&amp;`;
  const answer = await authorize(portal, { response_mode: 'form_post', state });
  const html = await answer.clone().text();
  expect(html).not.toContain('<script>alert');
  expect((await posted(answer)).fields.state).toBe(state);
});

test('response_mode=query is what happens without one', async () => {
  const answer = await authorize(portal, { response_mode: 'query', state: 's' });
  expect(Object.keys(callbackOf(portal, answer)).toSorted()).toEqual(['code', 'iss', 'state']);
});
