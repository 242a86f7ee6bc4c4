import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { hopcat } from '../../mocks/handlers.ts';
import { beginSignIn, registration } from './portal.ts';

const sandbox = hopcat({
  settings: { autopilot: { person: 'an' } },
  clients: [registration],
  people: { mai: { vneid: { email: 'mai@portal.example' } } },
});
const server = setupServer(...sandbox.handlers);

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => sandbox.reset());
afterAll(() => server.close());

/** Where a redirect leads, as a browser would see it. */
async function redirected(url: URL | string, init: RequestInit = {}): Promise<{ to: URL; cookie: string }> {
  const answer = await fetch(url, { redirect: 'manual', ...init });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
  return { to: new URL(location, url), cookie: cookie.join('; ') };
}

test('a portal of production signs a citizen in at the real address, with no server anywhere', async () => {
  const signIn = await beginSignIn();
  expect(signIn.url.origin).toBe('https://sso.dancuquocgia.gov.vn');
  const { to } = await redirected(signIn.url);
  const citizen = await signIn.finish(to);
  expect(citizen).toMatchObject({ citizenPid: '099090000001', fullName: 'Nguyễn Văn An' });
});

test('a citizen types number and password, and the test reads the code from the phone', async () => {
  await sandbox.configure({ autopilot: null });
  const signIn = await beginSignIn();
  const page = await fetch(signIn.url);
  const request =
    /name="request" value="([^"]*)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const send = (path: string, fields: Record<string, string>, cookie = '') =>
    redirected(new URL(path, signIn.url), {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ request, ...fields }),
    });

  const asked = await send('/sign-in/password', { username: '099192000002', password: 'Aa@123456' });
  const phone = await fetch(`${sandbox.url}/phone/mai/api/messages`);
  const { messages } = (await phone.json()) as { messages: { code: string }[] };
  const otp = messages[0]?.code ?? '';
  const signedIn = await send('/sign-in/otp', { otp }, asked.cookie);
  await fetch(signedIn.to, { headers: { cookie: signedIn.cookie }, redirect: 'manual' });
  const { to } = await send('/consent', { decision: 'approve' }, signedIn.cookie);
  const back =
    to.origin === signIn.url.origin ? await redirected(to, { headers: { cookie: signedIn.cookie } }) : { to };
  expect(await signIn.finish(back.to)).toMatchObject({ fullName: 'Trần Thị Mai' });
});

test('one test does not see what another one did or changed', async () => {
  await sandbox.configure({ autopilot: { error: 'access_denied' } });
  expect((await redirected((await beginSignIn()).url)).to.searchParams.get('error')).toBe('access_denied');
  await sandbox.reset();
  const journal = await fetch(`${sandbox.url}/control/journal`);
  expect(await journal.json()).toMatchObject({ entries: [] });
  const signIn = await beginSignIn();
  expect(await signIn.finish((await redirected(signIn.url)).to)).toMatchObject({
    citizenPid: '099090000001',
  });
  const mai = await fetch(`${sandbox.url}/control/people/mai`);
  expect(await mai.json()).toMatchObject({ vneid: { email: 'mai@portal.example' } });
});

test('what the sandbox sends to the portal meets the handlers of the test', async () => {
  const asked: string[] = [];
  server.use(
    http.get('http://localhost:3999/jwks', ({ request }) => {
      asked.push(request.url);
      return Response.json({ keys: [] });
    }),
  );
  const made = await fetch('https://sso.dancuquocgia.gov.vn/register', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      redirect_uris: ['https://portal.example/callback'],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: 'http://localhost:3999/jwks',
    }),
  });
  const { client_id } = (await made.json()) as { client_id: string };
  const now = Math.floor(Date.now() / 1000);
  const aud = 'https://sso.dancuquocgia.gov.vn';
  const claims = { iss: client_id, sub: client_id, aud, jti: 'j', exp: now + 60, iat: now };
  const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const refused = await fetch('https://sso.dancuquocgia.gov.vn/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'x',
      redirect_uri: 'https://portal.example/callback',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}.${part('signature')}`,
    }),
  });
  expect(await refused.json()).toMatchObject({ error: 'invalid_client' });
  expect(asked).toEqual(['http://localhost:3999/jwks']);
});

test('fake timers move the sandbox too', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-02T03:04:05Z') });
  try {
    const clock = await fetch(`${sandbox.url}/control/clock`);
    expect(await clock.json()).toMatchObject({ real: expect.stringMatching(/^2030-01-02T03:04:05/) });
  } finally {
    vi.useRealTimers();
  }
});

test('a setting that the sandbox does not know is refused where it is given', async () => {
  await expect(sandbox.configure({ autopilto: 'an' } as never)).rejects.toThrow(/autopilto/);
});

test('two sandboxes in one process have nothing in common', async () => {
  const other = hopcat({ workspace: 'other', settings: { autopilot: { person: 'mai' } } });
  expect(other.url).toBe('http://hopcat.localhost/other');
  server.use(...other.handlers);
  const query = 'response_type=code&client_id=demo-portal&scope=openid&redirect_uri=http://localhost/';
  const { to } = await redirected(`https://sso.dancuquocgia.gov.vn/auth?${query}`);
  expect(to.searchParams.get('code')).not.toBeNull();
  const journal = await fetch(`${other.url}/control/journal`);
  expect(await journal.json()).toMatchObject({ entries: [{ operation: 'authorize', person: 'mai' }] });
  server.resetHandlers();
});
