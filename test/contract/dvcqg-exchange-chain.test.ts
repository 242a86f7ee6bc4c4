import { beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorizeAt,
  demoAt,
  type ExchangePortal,
  fly,
  openWide,
  throughVneid,
  tokensAt,
  told,
  userinfoAt,
} from './kit/exchange.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = demoAt(ws);
});

test('somebody chooses VNeID, signs in there, and comes back to the portal with a code', async () => {
  const browser = openWide(ws);
  const page = await browser.open(authorizeAt(portal, { state: 's' }));
  expect([page.status, new URL(page.url).pathname]).toEqual([
    200,
    `/${ws.id}/dvcqg/authenticationendpoint/login.do`,
  ]);
  const sent = told(portal, await throughVneid(browser, page, 'an'));
  expect(sent).toEqual({ code: expect.any(String), state: 's' });
  const tokens = await tokensAt(portal, sent.code!);
  expect(tokens).toMatchObject({ token_type: 'Bearer', scope: 'openid', refresh_token: expect.any(String) });
  const info = await (await userinfoAt(portal, tokens.access_token)).json();
  expect(info).toMatchObject({ SoDinhDanh: '099090000001', HoVaTen: 'Nguyễn Văn An', loAs: 'LoA2' });
});

test('an autopilot gets to the callback by redirects alone', async () => {
  const own = await openWorkspace({ autopilot: { person: 'an' } });
  const sent = await fly(demoAt(own), { state: 's' });
  expect(sent).toEqual({ code: expect.any(String), state: 's' });
});
