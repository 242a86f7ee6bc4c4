import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  nationalPortal,
  portalAtCarriers,
  portalAtInsurance,
  portalAtPopulation,
  portalAtPost,
} from '../../contracts/_national-portal.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { askToken } from './kit/carriers.ts';
import { BEFORE, mai, register } from './kit/registration.ts';
import { form, jsonBody } from './kit/wire.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

const portal = { id: 'dvcqg', secret: 'dvcqg-secret' };

test('the hashes that are written down are those of its secret', () => {
  expect(nationalPortal.secretHash).toBe(sha256(portal.secret));
  expect(portalAtInsurance.passwordHash).toBe(sha256(md5(portal.secret)));
});

/** A token of each register, as the portal asks for it. */
const tokens = {
  telecom: () => askToken(ws, '/telecom/oauth2/token', {}, portal),
  post: () => askToken(ws, '/post/token', {}, portal),
  insurance: () =>
    ws.fetch(
      `${ws.origin}/${ws.id}/insurance/api/token/take`,
      jsonBody({ username: portal.id, password: md5(portal.secret) }),
    ),
  population: () =>
    ws.fetch(
      `${ws.origin}/${ws.id}/population/lgsp/token`,
      form({ grant_type: 'client_credentials', client_id: portal.id, client_secret: portal.secret }),
    ),
};

/** Nobody but the one who is built in. */
const nobody = { accounts: [] };

describe.each(Object.keys(tokens) as (keyof typeof tokens)[])('%s', (system) => {
  test('knows the national portal', async () => {
    expect((await tokens[system]()).status).toBe(200);
  });

  test('knows it too where the settings name nobody', async () => {
    await ws.configure({ [system]: nobody });
    expect((await tokens[system]()).status).toBe(200);
  });
});

test('settings that claim its name do not shut it out', async () => {
  const other = sha256('another-secret');
  await ws.configure({
    calendar: BEFORE,
    telecom: { accounts: [{ ...portalAtCarriers, secretHash: other, carriers: [], scopes: ['sms:send'] }] },
    post: { accounts: [{ ...portalAtPost, secretHash: other }] },
    insurance: { accounts: [{ ...portalAtInsurance, passwordHash: other, status: 'locked' }] },
    population: { accounts: [{ ...portalAtPopulation, secretKey: 'other', apiKey: 'other' }] },
  });
  expect(await register(ws, { method: 'mobile', ...mai })).toMatchObject({ status: 201 });
});

test('a wrong secret is as wrong as anybody’s', async () => {
  expect((await askToken(ws, '/telecom/oauth2/token', {}, { ...portal, secret: 'guess' })).status).toBe(401);
});
