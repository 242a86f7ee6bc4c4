import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Alg, verified } from './kit/jwt.ts';
import {
  codeFor,
  type Portal,
  redeem,
  registerPortal,
  type Tokens,
  tokensFor,
  userinfo,
} from './kit/portal.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

const seconds = () => Math.floor(Date.now() / 1000);

test('an ID token says who signed in, where, when, how and for whom, and nothing else', async () => {
  const before = seconds();
  const { id_token, access_token } = await tokensFor(portal, { nonce: 'the nonce' });
  const { header, payload } = await verified(ws, id_token);
  const { iat, exp, auth_time, ...claims } = payload as Record<string, number>;
  const half = createHash('sha256').update(access_token).digest().subarray(0, 16);
  expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
  expect(claims).toEqual({
    iss: ws.issuer,
    sub: expect.stringMatching(/^[\w-]{1,255}$/),
    aud: portal.id,
    nonce: 'the nonce',
    acr: 'LoA2',
    amr: ['pwd', 'otp', 'mfa'],
    at_hash: half.toString('base64url'),
    sid: expect.any(String),
  });
  expect(iat).toBeGreaterThanOrEqual(before);
  expect(iat).toBeLessThanOrEqual(seconds());
  expect(exp! - iat!).toBe(3600);
  expect(auth_time).toBeLessThanOrEqual(iat!);
});

test('no nonce that was not sent', async () => {
  const { id_token } = await tokensFor(portal, { nonce: undefined });
  expect((await verified(ws, id_token)).payload).not.toHaveProperty('nonce');
});

describe.each<Alg>(['RS256', 'ES256', 'PS256'])('a client registered for %s', (alg) => {
  test('gets its ID tokens signed so', async () => {
    const there = await registerPortal(ws, { id_token_signed_response_alg: alg });
    const { header, payload } = await verified(ws, (await tokensFor(there)).id_token);
    expect(header.alg).toBe(alg);
    expect(payload.aud).toBe(there.id);
  });

  test('gets its userinfo signed so', async () => {
    const there = await registerPortal(ws, { userinfo_signed_response_alg: alg });
    const { access_token, id_token } = await tokensFor(there);
    const answer = await userinfo(ws, access_token);
    expect(answer.headers.get('content-type')).toBe('application/jwt');
    const { header, payload } = await verified(ws, await answer.text());
    expect(header.alg).toBe(alg);
    expect(payload).toMatchObject({
      iss: ws.issuer,
      aud: there.id,
      sub: (await verified(ws, id_token)).payload.sub,
      fullName: 'Nguyễn Văn An',
    });
  });
});

describe('a subject', () => {
  const subOf = async (at: Portal) =>
    String((await verified(at.ws, (await tokensFor(at)).id_token)).payload.sub);
  const pairwise = (host: string) =>
    registerPortal(ws, { subject_type: 'pairwise', redirect_uris: [`https://${host}/callback`] });

  test('is the same at every client when it is public', async () => {
    expect(await subOf(await registerPortal(ws))).toBe(await subOf(portal));
  });

  test('is not the personal number, nor the slug', async () => {
    const sub = await subOf(portal);
    expect(sub).not.toContain('099090000001');
    expect(sub).not.toBe('an');
  });

  test('is another at each host when it is pairwise, and the same at one host', async () => {
    const [one, again, two] = [
      await subOf(await pairwise('one.example.vn')),
      await subOf(await pairwise('one.example.vn')),
      await subOf(await pairwise('two.example.vn')),
    ];
    expect(again).toBe(one);
    expect(new Set([one, two, await subOf(portal)]).size).toBe(3);
  });

  test('is the same in ID token, userinfo and introspection', async () => {
    const there = await pairwise('three.example.vn');
    const { id_token, access_token } = await tokensFor(there);
    const { sub } = (await verified(ws, id_token)).payload;
    expect(await (await userinfo(ws, access_token)).json()).toMatchObject({ sub });
  });

  test('is another for another person', async () => {
    const own = await openWorkspace({ autopilot: { person: 'mai' } });
    expect(await subOf(await registerPortal(own))).not.toBe(await subOf(portal));
  });
});

describe('by the clock of the workspace', () => {
  test.each([-86_400, 3 * 365 * 86_400])('moved by %i seconds', async (clockOffsetSeconds) => {
    const own = await openWorkspace({ autopilot: { person: 'an' }, clockOffsetSeconds });
    const there = await registerPortal(own);
    const { id_token } = await tokensFor(there);
    const { iat, exp, auth_time } = (await verified(own, id_token)).payload as Record<string, number>;
    const now = seconds() + clockOffsetSeconds;
    expect(Math.abs(now - iat!)).toBeLessThan(30);
    expect([exp! - iat!, auth_time! <= iat!]).toEqual([3600, true]);
  });

  test('the calendar does not touch a token', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an' }, calendar: '2024-06-14' });
    const { id_token } = await tokensFor(await registerPortal(own));
    const { iat } = (await verified(own, id_token)).payload as Record<string, number>;
    expect(Math.abs(seconds() - iat!)).toBeLessThan(30);
  });
});

test('auth_time and sid stay while the session lasts', async () => {
  const own = await openWorkspace({ autopilot: { person: 'an' } });
  const there = await registerPortal(own);
  const code = await codeFor(there);
  const { id_token } = (await (await redeem(there, code)).json()) as Tokens;
  expect((await verified(own, id_token)).payload).toMatchObject({
    sid: expect.stringMatching(/^[\w-]{20,}$/),
  });
});
