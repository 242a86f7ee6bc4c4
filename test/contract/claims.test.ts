import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { choosePerson, openBrowser } from './kit/browser.ts';
import { textOf } from './kit/html.ts';
import { verified } from './kit/jwt.ts';
import { authorize, type Portal, registerPortal, tokensFor, userinfo } from './kit/portal.ts';
import { expectRefusalAtPortal } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = await registerPortal(ws);
});

const asked = (claims: unknown) => JSON.stringify(claims);
const infoOf = async (token: string) => (await (await userinfo(ws, token)).json()) as Record<string, unknown>;

const minimal = ['sub', 'citizenPid', 'fullName', 'birthDate', 'gender', 'accountType', 'accountLevel'];

describe('userinfo holds', () => {
  test.each<[string, string[]]>([
    ['openid', []],
    ['openid profile', ['name', 'family_name', 'middle_name', 'given_name', 'birthdate', 'locale']],
    ['openid email', ['email', 'email_verified']],
    ['openid phone', ['phone_number', 'phone_number_verified']],
    ['openid address', ['address']],
  ])('for %s no more than VNeID shares, and %j', async (scope, more) => {
    const { access_token } = await tokensFor(portal, { scope });
    expect(Object.keys(await infoOf(access_token)).sort()).toEqual([...minimal, ...more].sort());
  });

  test('what the registers say of the person', async () => {
    const { access_token } = await tokensFor(portal, { scope: 'openid profile email phone address' });
    expect(await infoOf(access_token)).toMatchObject({
      citizenPid: '099090000001',
      fullName: 'Nguyễn Văn An',
      birthDate: '15/05/1990',
      birthdate: '1990-05-15',
      gender: 'male',
      accountLevel: 2,
      family_name: 'Nguyễn',
      middle_name: 'Văn',
      given_name: 'An',
      locale: 'vi-VN',
      phone_number: '+84950000101',
      phone_number_verified: true,
      address: { country: 'VN', formatted: expect.any(String) },
    });
  });

  test('a year alone where the register has no more', async () => {
    const own = await openWorkspace({ autopilot: { person: 'sau' } });
    const there = await registerPortal(own);
    const { access_token } = await tokensFor(there, { scope: 'openid profile' });
    const info = await (await userinfo(own, access_token)).json();
    expect(info).toMatchObject({ birthDate: '1938', birthdate: '1938-00-00' });
  });

  test('no middle name for whoever has none', async () => {
    const own = await openWorkspace({ autopilot: { person: 'phung' } });
    const { access_token } = await tokensFor(await registerPortal(own), { scope: 'openid profile' });
    const info = (await (await userinfo(own, access_token)).json()) as object;
    expect(info).toMatchObject({ family_name: 'Quách', given_name: 'Phụng' });
    expect(info).not.toHaveProperty('middle_name');
  });
});

describe('the claims parameter', () => {
  test('asks for one claim in userinfo, which opens its scope', async () => {
    const claims = asked({ userinfo: { phone_number: null } });
    const { access_token, scope } = await tokensFor(portal, { claims });
    expect(scope.split(' ')).toContain('phone');
    expect(await infoOf(access_token)).toHaveProperty('phone_number', '+84950000101');
    expect(await infoOf(access_token)).not.toHaveProperty('email');
  });

  test('puts a claim into the ID token', async () => {
    const claims = asked({ id_token: { citizenPid: { essential: true }, email: null } });
    const { payload } = await verified(ws, (await tokensFor(portal, { claims })).id_token);
    expect(payload).toMatchObject({ citizenPid: '099090000001', email: expect.any(String) });
    expect(payload).not.toHaveProperty('fullName');
  });

  test('cannot overrule what an ID token is', async () => {
    const claims = asked({ id_token: { iss: { value: 'evil' }, aud: { value: 'evil' }, exp: { value: 1 } } });
    const { payload } = await verified(ws, (await tokensFor(portal, { claims })).id_token);
    expect(payload).toMatchObject({ iss: ws.issuer, aud: portal.id });
    expect(Number(payload.exp)).toBeGreaterThan(1_000_000_000);
  });

  test('opens nothing that the client has not registered', async () => {
    const modest = await registerPortal(ws, { scope: 'openid' });
    const claims = asked({ userinfo: { phone_number: { essential: true } }, id_token: { email: null } });
    const { access_token, id_token, scope } = await tokensFor(modest, { claims });
    expect(scope).toBe('openid');
    expect(Object.keys(await infoOf(access_token)).sort()).toEqual(minimal.toSorted());
    expect((await verified(ws, id_token)).payload).not.toHaveProperty('email');
  });

  test('is not troubled by claims that nobody knows', async () => {
    const claims = '{"userinfo":{"__proto__":null,"constructor":null,"http://x/y":{"values":[1]}},"other":1}';
    const { access_token } = await tokensFor(portal, { claims });
    expect(Object.keys(await infoOf(access_token)).sort()).toEqual(minimal.toSorted());
  });

  test('with the subject of somebody else is login_required', async () => {
    const { id_token } = await tokensFor(portal);
    const { sub } = (await verified(ws, id_token)).payload;
    const own = asked({ id_token: { sub: { value: sub } } });
    expect((await tokensFor(portal, { claims: own })).id_token).toBeDefined();
    const other = asked({ id_token: { sub: { value: 'somebody-else' } } });
    const answer = await authorize(portal, { claims: other, state: 's' });
    expectRefusalAtPortal(answer, portal, 'login_required', 's');
  });
});

test('the consent page lists exactly what is shared, and with whom', async () => {
  const own = await openWorkspace();
  const there = await registerPortal(own, { client_name: 'Cổng Dịch vụ công <Thử>' });
  const page = await choosePerson(openBrowser(own), there, 'mai', { scope: 'openid phone' });
  const text = textOf(page.html);
  expect(text).toContain('Cổng Dịch vụ công <Thử>');
  expect(text).toContain('portal.example.vn');
  for (const shared of ['099192000002', 'Trần Thị Mai', '20/11/1992', '+84950000102']) {
    expect(text).toContain(shared);
  }
  for (const kept of ['mai@example.vn', '@example', 'Nơi thường trú']) expect(text).not.toContain(kept);
});
