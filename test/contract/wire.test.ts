import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { authorizeUrl, demoPortal, type Portal } from './kit/portal.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = demoPortal(ws);
});

const fetchPage = (path: string) => ws.fetch(path, { headers: { accept: 'text/html' } });

describe('a path that is not there', () => {
  test('is a problem for a program, in both languages and with a cure', async () => {
    const answer = await ws.fetch('/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 404,
      code: 'unknown_path',
      title: expect.any(String),
      cure: expect.any(String),
      en: { title: expect.any(String), cure: expect.any(String) },
    });
  });

  test('is a page for a person', async () => {
    const answer = await fetchPage('/nowhere');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test.each([
    '/%',
    '/%ff',
    '/%00',
    '/..%2f..%2fetc',
    '/auth/',
    '/auth%20',
    '/AUTH',
    '/.',
    '/token/x',
    '/register/a/b',
  ])('%s is no failure', async (path) => {
    const answer = await ws.fetch(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('a page', () => {
  test('loads nothing from elsewhere, runs no inline script, is kept by no cache and framed by nobody', async () => {
    const answer = await ws.fetch(authorizeUrl(portal));
    const policy = answer.headers.get('content-security-policy')!;
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(['no-referrer', 'same-origin']).toContain(answer.headers.get('referrer-policy'));
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/\sstyle="|\son\w+="/);
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, url]) => new URL(url!, ws.issuer).origin,
    );
    const own = new Set([new URL(ws.issuer).origin, new URL(ws.origin).origin]);
    for (const origin of sources) expect([...own]).toContain(origin);
  });

  test('says in both languages that it is a test environment', async () => {
    const html = await (await ws.fetch(authorizeUrl(portal))).text();
    expect(html).toContain('Môi trường thử nghiệm HopCat');
    expect(html).toContain('HopCat test environment');
  });

  test('of a refusal carries the same protection', async () => {
    const answer = await ws.fetch('/auth?client_id=nobody');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('shows what was sent as text only', async () => {
    const nasty = '<img src=x onerror=alert(1)>';
    const answer = await ws.fetch(`/auth?${new URLSearchParams({ client_id: nasty })}`);
    expect(await answer.text()).not.toContain('<img src=x');
  });
});

describe('a cookie', () => {
  test('is of this system in this workspace only, and no script can read it', async () => {
    const answer = await ws.fetch(authorizeUrl(portal));
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    const path = new URL(ws.issuer).pathname;
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(new RegExp(`; Path=${path}(;|$)`, 'i'));
      expect(/; Secure/i.test(cookie)).toBe(ws.issuer.startsWith('https:'));
    }
  });

  test.each([
    'hopcat_session=',
    'hopcat_session=%',
    'hopcat_session="',
    '=;=;',
    'hopcat_session=a; hopcat_session=b',
    `x=${'y'.repeat(6000)}`,
  ])('that is broken counts for nothing: %s', async (cookie) => {
    const answer = await ws.fetch(authorizeUrl(portal, { prompt: 'none' }), { headers: { cookie } });
    expect(answer.headers.get('location')).toContain('error=login_required');
  });
});

test('HEAD is answered like GET, without a body', async () => {
  for (const path of ['/.well-known/openid-configuration', '/jwks', authorizeUrl(portal)]) {
    const answer = await ws.fetch(path, { method: 'HEAD' });
    expect([path, answer.status, await answer.text()]).toEqual([path, 200, '']);
  }
});

test.each(['/.well-known/openid-configuration', '/jwks'])(
  '%s can be asked for with any query',
  async (path) => {
    expect((await ws.fetch(`${path}?x=1&x=2&__proto__=3`)).status).toBe(200);
  },
);

test('each answer is of its own workspace', async () => {
  const other = await openWorkspace({ autopilot: { person: 'an' } });
  expect((await other.fetch(authorizeUrl(demoPortal(other)))).status).toBe(302);
  expect((await ws.fetch(authorizeUrl(portal))).status).toBe(200);
});
