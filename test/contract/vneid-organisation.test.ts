import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import { choosePerson, openBrowser } from './kit/browser.ts';
import { textOf } from './kit/html.ts';
import { registerPortal, tokensFor, userinfo } from './kit/portal.ts';

const infoOf = async (person: string, calendar: string | null, scope = 'openid organisation') => {
  const ws = await openWorkspace({ autopilot: { person }, calendar });
  const { access_token } = await tokensFor(await registerPortal(ws), { scope });
  return (await (await userinfo(ws, access_token)).json()) as Record<string, unknown>;
};

const sandGrain = {
  name: 'Công ty TNHH Hạt Cát (thử nghiệm)',
  taxCode: '9900000129',
  enterpriseCode: '9900000129',
  address: expect.stringContaining('Đồng Nai'),
  representative: 'Võ Minh Khánh',
};

describe('the organisation that somebody represents', () => {
  test('is shared under its scope, by a citizen who stays one', async () => {
    expect(await infoOf('khanh', null)).toMatchObject({
      citizenPid: '099080000015',
      accountType: 1,
      organisation: sandGrain,
    });
  });

  test('is not shared under another scope', async () => {
    expect(await infoOf('khanh', null, 'openid profile')).not.toHaveProperty('organisation');
  });

  test('is absent for whoever represents none', async () => {
    const info = await infoOf('an', null);
    expect(info).toHaveProperty('citizenPid', '099090000001');
    expect(info).not.toHaveProperty('organisation');
  });

  test('opens its scope when it is asked for alone', async () => {
    const ws = await openWorkspace({ autopilot: { person: 'khanh' } });
    const portal = await registerPortal(ws);
    const claims = JSON.stringify({ userinfo: { organisation: { essential: true } } });
    const { access_token, scope } = await tokensFor(portal, { scope: 'openid', claims });
    expect(scope.split(' ')).toContain('organisation');
    expect(await (await userinfo(ws, access_token)).json()).toMatchObject({ organisation: sandGrain });
  });

  test('is in discovery, as a scope and as a claim', async () => {
    const ws = await openWorkspace();
    const metadata = await (await ws.fetch('/.well-known/openid-configuration')).json();
    expect(metadata).toMatchObject({
      scopes_supported: expect.arrayContaining(['organisation']),
      claims_supported: expect.arrayContaining(['organisation']),
    });
  });

  test('stands on the consent page with its tax code', async () => {
    const ws = await openWorkspace();
    const portal = await registerPortal(ws);
    const page = await choosePerson(openBrowser(ws), portal, 'khanh', { scope: 'openid organisation' });
    const text = textOf(page.html);
    for (const shown of ['Tổ chức mà bạn đại diện', 'Hạt Cát', '9900000129']) expect(text).toContain(shown);
  });
});
