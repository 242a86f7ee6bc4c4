import { demo, type House, ORIGIN, redeem, type TestWorkspace } from './house.ts';
import { tam } from './people.ts';

/** Sends a text to one place of the sandbox. */
export type Send = (text: string) => Promise<{ status: number }>;

/** Everywhere that a text can be sent to: a workspace with an autopilot, and one with pages. */
export function placesIn(house: House, workspace: TestWorkspace, paged: TestWorkspace): Record<string, Send> {
  const query = (more: Record<string, string>) =>
    new URLSearchParams({
      response_type: 'code',
      client_id: demo.id,
      redirect_uri: demo.redirectUri,
      scope: 'openid',
      ...more,
    });

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

  return {
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
    'control: autopilot': (text) =>
      control('PATCH', 'settings', { autopilot: { person: text.slice(0, 40) } }),
    'control: a client’s autopilot': (text) =>
      control('PATCH', 'settings', { autopilotByClient: { [text]: 'pages' } }),
    'control: person': (text) => control('POST', 'people', { ...tam, personalNumber: text }),
    'control: free text of a person': (text) =>
      control('POST', 'people', { ...tam, reason: { vi: text, en: text } }),
    'control: change of a person': (text) => control('PATCH', 'people/an', { permanent: { detail: text } }),
    'control: relative': (text) =>
      control('PATCH', 'people/an', { relatives: { father: { personalNumber: text } } }),
    'control: path of a person': (text) =>
      control('PATCH', `people/${encodeURIComponent(text)}`, { tags: [] }),
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
    'wrong method': (text) =>
      house.ask('DELETE', `${workspace.base}/vneid/token?${encodeURIComponent(text)}`),
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
}
