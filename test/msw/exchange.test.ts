import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Client, hopcat } from '../../mocks/handlers.ts';
import { openBrowser } from '../phone/browser.ts';

const EXCHANGE = 'https://xacthuc.dichvucong.gov.vn';
const CALLBACK = 'https://tinh.example.vn/sso/callback';

const client: Client = {
  system: 'dvcqg',
  client_id: 'tinh-mau',
  client_secret: 'hush',
  redirect_uris: [CALLBACK],
};
const sandbox = hopcat({ clients: [client], settings: { autopilot: { person: 'an' } } });
const server = setupServer(...sandbox.handlers);
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => sandbox.reset());
afterAll(() => server.close());

const request = new URLSearchParams({
  response_type: 'code',
  client_id: 'tinh-mau',
  redirect_uri: CALLBACK,
  scope: 'openid',
  acr_values: 'LoA1',
  state: 's',
});

/** What a portal's own test does: each redirect by hand, as far as its own callback. */
async function follow(from: string): Promise<URL> {
  let url = from;
  while (!url.startsWith(CALLBACK)) {
    const answer = await fetch(url, { redirect: 'manual' });
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
    url = new URL(location, url).href;
  }
  return new URL(url);
}

test('a portal’s test signs in at the exchange’s real address, with the client it configured', async () => {
  const callback = await follow(`${EXCHANGE}/oauth2/authorize?${request}`);
  expect(callback.searchParams.get('state')).toBe('s');
  const token = await fetch(`${EXCHANGE}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code')!,
      redirect_uri: CALLBACK,
      client_id: 'tinh-mau',
      client_secret: 'hush',
    }),
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const info = await fetch(`${EXCHANGE}/oauth2/userinfo`, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, accept: 'application/json' },
    body: new URLSearchParams(),
  });
  expect(await info.json()).toMatchObject({ HoVaTen: 'Nguyễn Văn An', LoaiTaiKhoan: '1' });
});

test('a browser comes back from VNeID to the real address that it left', async () => {
  await sandbox.configure({ autopilotByClient: { 'tinh-mau': 'pages' } });
  const by = openBrowser((sent) => fetch(sent, { redirect: 'manual' }));
  const page = await by.open(`${EXCHANGE}/oauth2/authorize?${request}`);
  expect(page.url.startsWith(`${EXCHANGE}/authenticationendpoint/login.do?`)).toBe(true);
  const vneid = await by.open(page.attribute('vneid', 'href') ?? '');
  expect(new URL(vneid.url).searchParams.get('redirect_uri')).toBe(`${EXCHANGE}/commonauth`);
});
