import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import {
  demo,
  type House,
  ORIGIN,
  openHouse,
  openWorkspace,
  redeem,
  signIn,
  type TestWorkspace,
} from './house.ts';
import { disguises, foundIn } from './numbers.ts';
import { tam } from './people.ts';

let folder: string;
let house: House;
let workspace: TestWorkspace;
let paged: TestWorkspace;
/** Every number that was sent: each once, so that one that is found says where it was sent. */
const sent = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopcat-numbers-'));
  house = openHouse({ store: sqliteStore(join(folder, 'data.db')) });
  workspace = await openWorkspace(house, { settings: { autopilot: { person: 'an' } } });
  paged = await openWorkspace(house);
});
afterAll(() => rm(folder, { recursive: true }));

/** A number that may be a real person's, never the same one. */
function newNumber(where: string): string {
  const number = `1${String(sent.size).padStart(4, '0')}${1_000_003 + sent.size * 7_919}`;
  expect(number).toMatch(/^\d{12}$/);
  sent.set(number, where);
  return number;
}

const query = (more: Record<string, string>) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: demo.id,
    redirect_uri: demo.redirectUri,
    scope: 'openid',
    ...more,
  });

type Send = (text: string) => Promise<{ status: number } | undefined>;

const basic = { authorization: `Basic ${Buffer.from(`${demo.id}:${demo.secret}`).toString('base64')}` };
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  house.ask('POST', `${workspace.base}/vneid/${path}`, { form, headers });
const auth = (base: string, more: Record<string, string>) =>
  house.ask('GET', `${base}/vneid/auth?${query(more)}`);
const control = (method: string, path: string, json?: unknown) => workspace.control(method, path, json);
const raw = (path: string, init: RequestInit) =>
  house.sandbox.fetch(new Request(`${ORIGIN}${path}`, { method: 'POST', ...init }));
/** Headers hold bytes: what is beyond ASCII arrives as its UTF-8. */
const header = (text: string) => Buffer.from(text).toString('latin1');

const authorizeParameters = [
  ...[
    'state',
    'nonce',
    'login_hint',
    'redirect_uri',
    'client_id',
    'scope',
    'acr_values',
    'prompt',
    'max_age',
  ],
  ...[
    'code_challenge',
    'id_token_hint',
    'request',
    'request_uri',
    'ui_locales',
    'response_mode',
    'unheard_of',
  ],
];

const places: Record<string, Send> = {
  ...Object.fromEntries(
    authorizeParameters.flatMap((name): [string, Send][] => [
      [`authorize: ${name}`, (text) => auth(workspace.base, { [name]: text })],
      [`authorize, by pages: ${name}`, (text) => auth(paged.base, { [name]: text })],
      [`authorize, by POST: ${name}`, (text) => post('auth', Object.fromEntries(query({ [name]: text })))],
      [`PAR: ${name}`, (text) => post('par', Object.fromEntries(query({ [name]: text })), basic)],
    ]),
  ),
  'name of a parameter': (text) => auth(workspace.base, { [text]: 'x' }),
  'claims parameter': (text) =>
    auth(workspace.base, { claims: JSON.stringify({ userinfo: { [text]: { value: text } } }) }),
  'whole sign-in': async (text) => {
    const more = { state: text, nonce: text, login_hint: text };
    const location = (await auth(workspace.base, more)).headers.get('location') ?? '';
    return redeem(house, workspace.base, new URL(location).searchParams.get('code') ?? '', text);
  },
  'query beside a POST': (text) =>
    house.ask('POST', `${workspace.base}/vneid/token?x=${encodeURIComponent(text)}`, {
      form: { grant_type: 'x' },
    }),
  ...Object.fromEntries(
    [
      'grant_type',
      'code',
      'redirect_uri',
      'code_verifier',
      'refresh_token',
      'client_id',
      'client_secret',
      'client_assertion',
      'encrypt_key',
      'scope',
      'unheard_of',
    ].map((name): [string, Send] => [
      `token: ${name}`,
      (text) => post('token', { grant_type: 'authorization_code', [name]: text }),
    ]),
  ),
  'token, authenticated': (text) =>
    post('token', { grant_type: 'authorization_code', code: text, unheard_of: text }, basic),
  'client in Basic': (text) =>
    post(
      'token',
      { grant_type: 'authorization_code' },
      {
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(text)}:${encodeURIComponent(text)}`).toString('base64')}`,
      },
    ),
  introspection: (text) => post('introspect', { token: text, token_type_hint: text }, basic),
  revocation: (text) => post('revoke', { token: text }, basic),
  'sign-in page: number': (text) =>
    post('sign-in/password', { request: query({}).toString(), username: text, password: text }),
  'sign-in page: request': (text) =>
    post('sign-in/password', { request: query({ state: text }).toString(), username: 'x', password: 'x' }),
  'sign-in page: person': (text) =>
    post('sign-in/person', { request: query({ nonce: text }).toString(), person: text.slice(0, 40) }),
  'one-time password': (text) =>
    post('sign-in/otp', { request: query({}).toString(), otp: text.slice(0, 20) }),
  'QR code': (text) =>
    house.ask('GET', `${paged.base}/vneid/sign-in/qr/${encodeURIComponent(text)}?request=x`),
  logout: (text) =>
    house.ask(
      'GET',
      `${workspace.base}/vneid/logout?${new URLSearchParams({ state: text, logout_hint: text, client_id: text, post_logout_redirect_uri: `https://a.example/${text}` })}`,
    ),
  userinfo: (text) =>
    house.ask('GET', `${workspace.base}/vneid/userinfo?access_token=${encodeURIComponent(text)}`, {
      key: header(text),
    }),
  'dynamic registration': (text) =>
    house.ask('POST', `${workspace.base}/vneid/register`, {
      json: { redirect_uris: ['https://a.example/cb'], client_name: text },
    }),
  'dynamic registration: redirect URI': (text) =>
    house.ask('POST', `${workspace.base}/vneid/register`, {
      json: { redirect_uris: [`https://a.example/${text}`] },
    }),
  'dynamic registration: unknown field': (text) =>
    house.ask('POST', `${workspace.base}/vneid/register`, {
      json: { redirect_uris: ['https://a.example/cb'], software_statement: text, [text]: text },
    }),
  'path of a client': (text) =>
    house.ask('GET', `${workspace.base}/vneid/register/${encodeURIComponent(text)}`),
  'control: client': (text) =>
    control('POST', 'clients', {
      redirect_uris: ['https://a.example/cb'],
      contacts: [text],
      client_id: text,
    }),
  'control: client secret': (text) =>
    control('POST', 'clients', { redirect_uris: ['https://a.example/cb'], client_secret: text }),
  'control: path of a client': (text) => control('DELETE', `clients/${encodeURIComponent(text)}`),
  'control: settings': (text) => control('PATCH', 'settings', { allowedHosts: [text], [text]: text }),
  'control: autopilot': (text) => control('PATCH', 'settings', { autopilot: { person: text.slice(0, 40) } }),
  'control: a client’s autopilot': (text) =>
    control('PATCH', 'settings', { autopilotByClient: { [text]: 'pages' } }),
  'control: person': (text) => control('POST', 'people', { ...tam, personalNumber: text }),
  'control: free text of a person': (text) =>
    control('POST', 'people', { ...tam, reason: { vi: text, en: text } }),
  'control: change of a person': (text) => control('PATCH', 'people/an', { permanent: { detail: text } }),
  'control: relative': (text) =>
    control('PATCH', 'people/an', { relatives: { father: { personalNumber: text } } }),
  'control: path of a person': (text) => control('PATCH', `people/${encodeURIComponent(text)}`, { tags: [] }),
  'control: search': (text) => control('GET', `people?${new URLSearchParams({ q: text, tag: text })}`),
  'control: journal filter': (text) =>
    control('GET', `journal?${new URLSearchParams({ client: text, person: text })}`),
  'control: journal cursor': (text) => control('GET', `journal?${new URLSearchParams({ after: text })}`),
  'control: reset': (text) => control('POST', `reset?${new URLSearchParams({ keep: text })}`),
  'control: import': async (text) => {
    const file = (await control('GET', 'export?without=journal')).body;
    const items = [{ system: 'vneid', kind: 'consent', id: text, value: { scopes: [text] } }];
    return control('POST', 'import', { ...file, items });
  },
  'console: id': (text) => house.ask('POST', '/api/workspaces', { json: { id: text } }),
  'console: settings': (text) =>
    house.ask('POST', '/api/workspaces', { json: { settings: { allowedHosts: [text] } } }),
  'console: path': (text) => house.ask('GET', `/api/workspaces/${encodeURIComponent(text)}`),
  'console: asset': (text) => house.ask('GET', `/assets/${encodeURIComponent(text)}`),
  'unknown path': (text) => house.ask('GET', `${workspace.base}/vneid/${encodeURIComponent(text)}`),
  'unknown path, as it is': (text) => house.ask('GET', `${workspace.base}/vneid/${text}?${text}`),
  'unknown system': (text) => house.ask('GET', `${workspace.base}/${encodeURIComponent(text)}/x`),
  'unknown workspace': (text) => house.ask('GET', `/${encodeURIComponent(text)}/vneid/jwks`),
  'wrong method': (text) => house.ask('DELETE', `${workspace.base}/vneid/token?${encodeURIComponent(text)}`),
  'phone: text message': (text) =>
    house.ask('POST', `${workspace.base}/phone/an/api/messages`, {
      json: { from: text.slice(0, 40), text: `Mã ${text}` },
    }),
  'phone: path': (text) =>
    house.ask('POST', `${workspace.base}/phone/${encodeURIComponent(text)}/api/messages`, {
      json: { from: 'x', text: 'y' },
    }),
  'phone: approval': (text) =>
    house.ask('POST', `${workspace.base}/phone/an/api/approvals/${encodeURIComponent(text)}`, {
      json: { decision: 'approve' },
    }),
  'phone: scan': (text) => house.ask('POST', `${workspace.base}/phone/an/scan`, { form: { id: text } }),
  'portal: callback': (text) =>
    house.ask(
      'GET',
      `${workspace.base}/portal/callback?${new URLSearchParams({ code: text, state: text, error: text, error_description: text })}`,
    ),
  'portal: logout token': (text) =>
    house.ask('POST', `${workspace.base}/portal/backchannel-logout`, { form: { logout_token: text } }),
  ...Object.fromEntries(
    ['user-agent', 'accept', 'referer', 'cookie', 'x-anything', 'authorization', 'accept-language'].map(
      (name): [string, Send] => [
        `header: ${name}`,
        (text) =>
          house.ask('GET', `${workspace.base}/vneid/auth?${query({})}`, {
            headers: { [name]: header(text) },
          }),
      ],
    ),
  ),
  'header: origin': (text) =>
    house.ask('POST', `${workspace.base}/control/reset`, { headers: { origin: header(text) } }),
  'header: content-type': (text) =>
    raw(`${workspace.base}/vneid/token`, { headers: { 'content-type': header(text) }, body: text }),
  'JSON that is none': (text) =>
    raw(`${workspace.base}/vneid/register`, {
      headers: { 'content-type': 'application/json' },
      body: `{"a": "${text}`,
    }),
  'form that is none': (text) =>
    raw(`${workspace.base}/vneid/token`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: text,
    }),
  'body of another kind': (text) =>
    raw(`${workspace.base}/vneid/token`, {
      headers: { 'content-type': 'application/xml' },
      body: `<a>${text}</a>`,
    }),
};

async function stored(): Promise<Buffer> {
  const files = await readdir(folder);
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(folder, file)))));
}

/** Which numbers are found, and where each was sent. */
const leaks = (bytes: Buffer) => foundIn(bytes, [...sent.keys()]).map((number) => sent.get(number));

describe('a number that may be a real person’s, however it is written', () => {
  test.each(Object.entries(places))('breaks nothing in %s', async (where, send) => {
    for (const [how, disguise] of Object.entries(disguises)) {
      const answer = await send(disguise(newNumber(`${where}, ${how}`)));
      expect(answer?.status, how).toBeLessThan(500);
    }
  });
});

describe('as JSON numbers', () => {
  test.each([1, -1, 0.5])('times %d, they break nothing', async (factor) => {
    const number = Number(newNumber('JSON number')) * factor;
    const json = { redirect_uris: ['https://a.example/cb'], unheard_of: number, default_max_age: number };
    expect((await house.ask('POST', `${workspace.base}/vneid/register`, { json })).status).toBeLessThan(500);
    expect((await control('PATCH', 'settings', { clockOffsetSeconds: number })).status).toBe(400);
  });
});

test('none of them reached the database, its journal included, or the log', async () => {
  await signIn(house, workspace.base);
  const bytes = await stored();
  expect(bytes.length).toBeGreaterThan(500_000);
  expect(leaks(bytes)).toEqual([]);
  expect(leaks(Buffer.from(house.log.join('\n')))).toEqual([]);
  expect(house.log).toEqual([]);
  const { body } = await control('GET', 'journal?operation=authorize&limit=500');
  const masked = body.entries.filter((entry: object) => JSON.stringify(entry).includes('************'));
  expect(masked.length).toBeGreaterThan(50);
  await house.close();
  expect(leaks(await stored())).toEqual([]);
}, 30_000);

test('the search itself finds a number in every disguise', () => {
  const number = '012345678901';
  for (const disguise of Object.values(disguises)) {
    expect(foundIn(Buffer.from(`…${disguise(number)}…`), [number])).toEqual([number]);
  }
  for (const before of ['', 'x', 'xx', 'xyz']) {
    const base64 = Buffer.from(`${before}${number}z`).toString('base64');
    expect(foundIn(Buffer.from(base64), [number]), before).toEqual([number]);
  }
  expect(foundIn(Buffer.from('099090000001 and 0123456789'), [number])).toEqual([]);
});
