import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Browser, broughtTo, openBrowser, type Place, signIn } from './kit/browser.ts';
import { attributesOf } from './kit/html.ts';
import { newPair, signed } from './kit/jwt.ts';
import {
  authorize,
  authorizeUrl,
  callbackOf,
  type Parameters,
  type Portal,
  redeem,
  registerPortal,
  type Tokens,
  tokensFor,
  userinfo,
} from './kit/portal.ts';
import { expectRefusalAtPortal } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;
let an: Tokens;
let mai: Tokens;

async function tokensOf(person: string): Promise<Tokens> {
  const { code } = await signIn(openBrowser(ws), portal, person);
  return (await (await redeem(portal, code!)).json()) as Tokens;
}

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws, { userinfo_signed_response_alg: 'RS256' });
  [an, mai] = [await tokensOf('an'), await tokensOf('mai')];
});

beforeEach(() => {
  browser = openBrowser(ws);
});

const ask = (changes: Parameters) => browser.open(authorizeUrl(portal, changes));
const isSignIn = ({ html }: Place) => html.includes('data-testid="sign-in-form"');

describe('id_token_hint', () => {
  test('of the person who is signed in goes straight through', async () => {
    await signIn(browser, portal, 'an');
    const sent = broughtTo(portal, await ask({ id_token_hint: an.id_token, prompt: 'none' }));
    expect(sent).toHaveProperty('code');
  });

  test('of another person is login_required with prompt=none', async () => {
    await signIn(browser, portal, 'an');
    const sent = broughtTo(portal, await ask({ id_token_hint: mai.id_token, prompt: 'none' }));
    expect(sent).toMatchObject({ error: 'login_required' });
  });

  test('of another person asks for that person', async () => {
    await signIn(browser, portal, 'an');
    const page = await ask({ id_token_hint: mai.id_token });
    expect(isSignIn(page)).toBe(true);
    const next = await browser.submit(page, '/sign-in/person', { person: 'mai' });
    expect(broughtTo(portal, next)).toHaveProperty('code');
  });

  test('is login_required when somebody else answers', async () => {
    const page = await ask({ id_token_hint: mai.id_token });
    const next = await browser.submit(page, '/sign-in/person', { person: 'an' });
    expect(broughtTo(portal, next)).toMatchObject({ error: 'login_required' });
  });

  test('is good although it has expired', async () => {
    const later = await openWorkspace();
    const there = await registerPortal(later);
    const far = openBrowser(later);
    const { code } = await signIn(far, there, 'an');
    const { id_token } = (await (await redeem(there, code!)).json()) as Tokens;
    await later.configure({ clockOffsetSeconds: 2 * 3600 });
    const place = await far.open(authorizeUrl(there, { id_token_hint: id_token, prompt: 'none' }));
    expect(broughtTo(there, place)).toHaveProperty('code');
  });

  test.each<[string, () => Promise<string>]>([
    ['with a changed signature', async () => `${an.id_token.slice(0, -6)}AAAAAA`],
    [
      'with a changed payload',
      async () => {
        const [head, , signature] = an.id_token.split('.');
        return `${head}.${mai.id_token.split('.')[1]}.${signature}`;
      },
    ],
    [
      'signed by somebody else',
      async () => signed(newPair('RS256'), { iss: ws.issuer, sub: 'x', aud: portal.id }),
    ],
    [
      'not signed at all',
      async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${an.id_token.split('.')[1]}.`,
    ],
    ['that is an access token', async () => an.access_token],
    ['that is signed userinfo and no ID token', async () => (await userinfo(ws, an.access_token)).text()],
    [
      'of another workspace',
      async () => {
        const other = await openWorkspace({ autopilot: { person: 'an' } });
        return (await tokensFor(await registerPortal(other))).id_token;
      },
    ],
  ])('%s is invalid_request', async (_, hint) => {
    const answer = await authorize(portal, { id_token_hint: await hint(), state: 's' });
    expectRefusalAtPortal(answer, portal, 'invalid_request', 's');
  });
});

describe('the autopilot', () => {
  test('does not sign in somebody other than the hint names', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an' } });
    const there = await registerPortal(own);
    const { id_token } = await tokensFor(there);
    expect(callbackOf(there, await authorize(there, { id_token_hint: id_token }))).toHaveProperty('code');
    await own.configure({ autopilot: { person: 'mai' } });
    const answer = await authorize(there, { id_token_hint: id_token, state: 's' });
    expectRefusalAtPortal(answer, there, 'login_required', 's');
  });
});

test('login_hint stands in the form', async () => {
  const { html } = await ask({ login_hint: '099192000002' });
  const input = /<input[^>]*name="username"[^>]*>/.exec(html)?.[0] ?? '';
  expect(attributesOf(input).value).toBe('099192000002');
});

test('login_hint cannot break out of the form', async () => {
  const { html } = await ask({ login_hint: '"><script>alert(1)</script>' });
  expect(html).not.toContain('<script>alert');
});

describe('ui_locales', () => {
  test.each([
    [undefined, 'vi'],
    ['vi', 'vi'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr en', 'en'],
    ['fr', 'vi'],
    ['vi en', 'vi'],
    ['EN', 'en'],
    ['enm', 'vi'],
  ])('%s shows the page in %s', async (ui_locales, lang) => {
    expect(/<html lang="(\w+)"/.exec((await ask({ ui_locales })).html)?.[1]).toBe(lang);
  });
});
