import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { expectNoFailure, some, wordsOf } from './kit/fuzz.ts';
import { type Parameters, type Portal, registerPortal, requestOf, search, tokensFor } from './kit/portal.ts';
import { basic, form, jsonBody } from './kit/wire.ts';

const RUNS = 120;

let ws: TestWorkspace;
let portal: Portal;
let words: fc.Arbitrary<string>;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
  const { access_token, id_token, refresh_token } = await tokensFor(portal, {
    scope: 'openid offline_access',
  });
  words = wordsOf([access_token, id_token, refresh_token, portal.id, portal.secret, portal.redirectUri]);
});

async function never(parameters: () => fc.Arbitrary<unknown[]>, send: (...given: never[]) => Promise<void>) {
  await fc.assert(
    fc.asyncProperty(parameters(), (given) => send(...(given as never[]))),
    {
      numRuns: RUNS,
      interruptAfterTimeLimit: 20_000,
    },
  );
}

const authorizeNames = [
  ...['client_id', 'response_type', 'redirect_uri', 'scope', 'state', 'nonce', 'code_challenge', 'request'],
  ...['code_challenge_method', 'response_mode', 'prompt', 'max_age', 'acr_values', 'login_hint', 'claims'],
  ...['id_token_hint', 'ui_locales', 'request_uri', 'registration', 'display', 'resource', '', '__proto__'],
];
const credentials = ['client_id', 'client_secret', 'client_assertion', 'client_assertion_type'];
const tokenNames = [
  ...[
    'grant_type',
    'code',
    'redirect_uri',
    'code_verifier',
    'refresh_token',
    'scope',
    'encrypt_key',
    'token',
  ],
  ...['token_type_hint', ...credentials, '', '__proto__'],
];

describe('whatever is sent, the answer is one of the standard, and never a failure', () => {
  test.each(['GET', 'POST'])('at the authorization endpoint by %s', { timeout: 60_000 }, async (method) => {
    await never(
      () => fc.tuple(some(authorizeNames, words), fc.boolean()),
      async (changes: Parameters, pages: boolean) => {
        const request = search(requestOf(pages ? { ...portal, id: 'demo-portal' } : portal, changes));
        const answer =
          method === 'GET'
            ? await ws.fetch(`/auth?${request}`)
            : await ws.fetch('/auth', { method, body: request });
        if (answer.status !== 431) await expectNoFailure(answer, 'page');
      },
    );
  });

  test.each(['/token', '/par', '/introspect', '/revoke'])('at %s', { timeout: 60_000 }, async (path) => {
    await never(
      () => fc.tuple(some([...tokenNames, ...authorizeNames], words), fc.boolean(), words),
      async (parameters: Parameters, known: boolean, header: string) => {
        const headers = known
          ? basic(portal)
          : { authorization: header.replace(/[^\x20-\x7e]/g, '?').trim() };
        const start: Parameters =
          path === '/par' ? requestOf(portal) : { grant_type: 'authorization_code', token: 'x' };
        const answer = await ws.fetch(path, { ...form({ ...start, ...parameters }), headers });
        await expectNoFailure(answer, 'oauth');
      },
    );
  });

  test('at userinfo', { timeout: 60_000 }, async () => {
    await never(
      () => fc.tuple(fc.constantFrom('Bearer', 'bearer', 'Basic', 'DPoP', ''), words),
      async (scheme: string, token: string) => {
        const authorization = `${scheme} ${token}`.replace(/[^\x20-\x7e]/g, '?').trim();
        await expectNoFailure(await ws.fetch('/userinfo', { headers: { authorization } }), 'oauth');
      },
    );
  });

  test('at the registration endpoint', { timeout: 60_000 }, async () => {
    const names = [
      ...[
        'redirect_uris',
        'client_name',
        'grant_types',
        'response_types',
        'token_endpoint_auth_method',
        'jwks',
      ],
      ...[
        'scope',
        'subject_type',
        'sector_identifier_uri',
        'id_token_signed_response_alg',
        'default_max_age',
      ],
      ...[
        'default_acr_values',
        'post_logout_redirect_uris',
        'backchannel_logout_uri',
        'vneid_profile',
        'contacts',
      ],
      ...['frontchannel_logout_uri', 'application_type', 'client_id', '__proto__', 'constructor'],
    ];
    const value = () => fc.oneof(words, fc.array(words, { maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }));
    await never(
      () => fc.tuple(fc.dictionary(fc.constantFrom(...names), value(), { maxKeys: 6 })),
      async (metadata: Record<string, unknown>) => {
        const whole = { redirect_uris: [portal.redirectUri], ...metadata };
        await expectNoFailure(await ws.fetch('/register', jsonBody(whole)), 'oauth');
      },
    );
  });

  test('at the management of a registration', { timeout: 60_000 }, async () => {
    await never(
      () => fc.tuple(words, fc.constantFrom('GET', 'PUT', 'DELETE'), words),
      async (id: string, method: string, token: string) => {
        // MSW takes no address of more than 8,192 characters.
        const path = `/register/${encodeURIComponent(id.toWellFormed()).slice(0, 2000).replace(/%.?$/, '') || 'x'}`;
        const authorization = `Bearer ${token.replace(/[^\x20-\x7e]/g, '?')}`.trim();
        const init = method === 'PUT' ? jsonBody({ client_id: id.toWellFormed() }, 'PUT') : { method };
        const answer = await ws.fetch(path, { ...init, headers: { ...init.headers, authorization } });
        expect(answer.status, await answer.text()).toBeLessThan(500);
      },
    );
  });

  test.each(['GET', 'POST'])('at the logout endpoint by %s', { timeout: 60_000 }, async (method) => {
    const names = [
      'id_token_hint',
      'post_logout_redirect_uri',
      'client_id',
      'state',
      'logout_hint',
      'ui_locales',
      '',
    ];
    await never(
      () => fc.tuple(some(names, words)),
      async (parameters: Parameters) => {
        const sent = search(parameters);
        const answer =
          method === 'GET'
            ? await ws.fetch(`/logout?${sent}`)
            : await ws.fetch('/logout', { method, body: sent });
        if (answer.status !== 431) await expectNoFailure(answer, 'page');
      },
    );
  });

  test.each(['/sign-in/password', '/sign-in/person', '/sign-in/otp', '/consent', '/logout/confirm'])(
    'at the page %s',
    { timeout: 60_000 },
    async (path) => {
      await never(
        () => fc.tuple(some(['request', 'username', 'password', 'person', 'otp', 'decision'], words)),
        async (parameters: Parameters) => {
          const carried = search(requestOf(portal)).toString();
          const start = { request: carried, ...pageFields[path] };
          const answer = await ws.fetch(path, form({ ...start, ...parameters }));
          await expectNoFailure(answer, 'page');
        },
      );
    },
  );
});

const pageFields: Record<string, Parameters> = {
  '/sign-in/password': { username: '099090000001', password: 'x' },
  '/sign-in/person': { person: 'an' },
  '/sign-in/otp': { otp: '000000' },
  '/consent': { decision: 'approve' },
  '/logout/confirm': { decision: 'stay' },
};
