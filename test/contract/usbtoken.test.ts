import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { certificateIn, certificatesAre } from './kit/signatures.ts';
import {
  comingUp,
  decide,
  dialoguesOf,
  tokenApi,
  tokenIs,
  toVgca,
  vgca,
  vnpt,
  vnptResult,
} from './kit/usbtoken.ts';
import { jsonBody } from './kit/wire.ts';

const content = Buffer.from('Đơn đề nghị').toString('base64');
const message = { Base64Content: content, HashAlg: 'Sha256' };

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openWorkspace();
});

describe('the window', () => {
  test('shows who asks for what, and the PIN signs', async () => {
    const call = toVgca(ws, 'khanh', 'SignMsg', message, { origin: 'http://localhost:3000' });
    const window = await comingUp(ws, 'khanh');
    expect(window).toMatchObject({ plugin: 'vgca', function: 'SignMsg', asks: 'http://localhost:3000' });
    expect(window.documents).toEqual([
      { name: 'SignMsg', hash: 'sha256', digest: expect.stringMatching(/^[\da-f]{64}$/) },
    ]);
    expect((await decide(ws, 'khanh', window, { pin: '123456' })).status).toBe(204);
    const reply = await (await call).json();
    expect(reply).toMatchObject({ Status: 0, Message: '' });
    const { subject, issuer } = certificateIn((reply as { CertBase64: string }).CertBase64);
    expect(subject).toContain('MST:9900000129');
    expect(issuer).toContain('Government CA (HopCat sandbox)');
    expect(await dialoguesOf(ws, 'khanh')).toEqual([]);
  });

  test('cancelled, the plug-in says so in its own code', async () => {
    const first = vgca(ws, 'an', 'SignMsg', message);
    await decide(ws, 'an', await comingUp(ws, 'an'), { cancel: true });
    expect((await first).Status).toBe(1);
    const second = vnptResult(ws, 'an', 4, content);
    await decide(ws, 'an', await comingUp(ws, 'an'), { cancel: true });
    expect((await second).code).toBe(11);
  });

  test('wrong PINs are counted, the last one blocks, and ok unblocks', async () => {
    const call = vnptResult(ws, 'an', 4, content);
    const window = await comingUp(ws, 'an');
    for (const status of [401, 401, 423])
      expect((await decide(ws, 'an', window, { pin: '000000' })).status).toBe(status);
    expect((await call).code).toBe(3);
    expect(await (await tokenApi(ws, '/an/api/token')).json()).toEqual({
      state: 'pin-blocked',
      triesLeft: 0,
    });
    expect((await vgca(ws, 'an', 'SignMsg', message)).Status).toBe(5);
    await tokenIs(ws, 'an', 'ok');
    expect(await (await tokenApi(ws, '/an/api/token')).json()).toEqual({ state: 'ok', triesLeft: 3 });
    const again = vnptResult(ws, 'an', 4, content);
    await decide(ws, 'an', await comingUp(ws, 'an'), { pin: '123456' });
    expect((await again).code).toBe(0);
  });

  test('is answered once', async () => {
    const call = vgca(ws, 'an', 'SignMsg', message);
    const window = await comingUp(ws, 'an');
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => (await decide(ws, 'an', window, { pin: '123456' })).status),
    );
    expect(statuses.toSorted()).toEqual([204, 409, 409]);
    expect((await call).Status).toBe(0);
  });

  test('a call that has waited long enough tells by which name it waits on', async () => {
    await ws.configure({ usbtoken: { waitSeconds: 0 } });
    const first = await toVgca(ws, 'an', 'SignMsg', message);
    expect(first.status).toBe(202);
    const { dialogue } = (await first.json()) as { dialogue: string };
    const on = (body: object) => tokenApi(ws, `/an/vgca/SignMsg?dialogue=${dialogue}`, jsonBody(body));
    expect((await on(message)).status).toBe(202);
    await decide(ws, 'an', await comingUp(ws, 'an'), { pin: '123456' });
    expect((await on({ ...message, Base64Content: 'a2jDoWM=' })).status).toBe(404);
    expect(await (await on(message)).json()).toMatchObject({ Status: 0 });
  });

  test('gives one signature, and only to the page that asked', async () => {
    await ws.configure({ usbtoken: { waitSeconds: 0 } });
    const page = { origin: 'http://localhost:3000' };
    const first = await toVgca(ws, 'an', 'SignMsg', message, page);
    const { dialogue } = (await first.json()) as { dialogue: string };
    await decide(ws, 'an', await comingUp(ws, 'an'), { pin: '123456' });
    const on = (headers: Record<string, string>) =>
      toVgca(ws, 'an', `SignMsg?dialogue=${dialogue}`, message, headers);
    expect((await on({ origin: 'http://localhost:9999' })).status).toBe(404);
    expect((await on({})).status).toBe(404);
    const statuses = await Promise.all(
      [on(page), on(page), on(page)].map(async (each) => (await each).status),
    );
    expect(statuses.toSorted()).toEqual([200, 409, 409]);
    expect((await on(page)).status).toBe(409);
  });

  test('closes when its time is over', async () => {
    await ws.configure({ usbtoken: { waitSeconds: 0, seconds: 60 } });
    const { dialogue } = (await (await toVgca(ws, 'an', 'SignMsg', message)).json()) as { dialogue: string };
    const window = await comingUp(ws, 'an');
    await ws.configure({ clockOffsetSeconds: 61 });
    expect((await decide(ws, 'an', window, { pin: '123456' })).status).toBe(409);
    const answer = await tokenApi(ws, `/an/vgca/SignMsg?dialogue=${dialogue}`, jsonBody(message));
    expect(await answer.json()).toMatchObject({ Status: 1 });
  });

  test('is not one of more than twenty: then the plug-in is busy', async () => {
    await ws.configure({ usbtoken: { waitSeconds: 0 } });
    for (let count = 0; count < 20; count++)
      expect((await toVgca(ws, 'an', 'SignMsg', message)).status).toBe(202);
    expect((await vgca(ws, 'an', 'SignMsg', message)).Status).toBe(9);
    expect((await vnptResult(ws, 'an', 4, content)).code).toBe(3);
    expect((await toVgca(ws, 'binh', 'SignMsg', message)).status).toBe(202);
    const windows = await dialoguesOf(ws, 'an');
    expect(windows).toHaveLength(20);
    await decide(ws, 'an', windows[0]!, { cancel: true });
    expect((await toVgca(ws, 'an', 'SignMsg', message)).status).toBe(202);
  });

  test('somebody else cannot answer it', async () => {
    await ws.configure({ usbtoken: { waitSeconds: 0 } });
    await toVgca(ws, 'an', 'SignMsg', message);
    expect((await decide(ws, 'binh', await comingUp(ws, 'an'), { pin: '123456' })).status).toBe(404);
  });
});

describe('the token', () => {
  beforeEach(() => ws.configure({ signing: { autopilot: 'approve' } }));

  test.each([
    ['not-plugged-in', 2, 8],
    ['no-driver', 3, 8],
    ['no-certificate', 4, 2],
    ['pin-blocked', 5, 3],
    ['two-tokens', 0, 0],
    ['ok', 0, 0],
  ])('%s answers %i at VGCA and %i at VNPT-CA', async (state, status, code) => {
    await tokenIs(ws, 'an', state);
    expect((await vgca(ws, 'an', 'SignMsg', message)).Status).toBe(status);
    expect((await vnptResult(ws, 'an', 4, content)).code).toBe(code);
  });

  test('with a blocked PIN its certificate can still be read', async () => {
    await tokenIs(ws, 'an', 'pin-blocked');
    expect((await vgca(ws, 'an', 'GetCertInfo', {})).Status).toBe(0);
    expect((await vnptResult(ws, 'an', 34)).code).toBe(0);
  });

  test.each([
    ['none', 4, 2],
    ['expired', 6, 3],
    ['not-yet-valid', 6, 3],
    ['revoked', 0, 0],
  ])(
    'with a certificate that is %s it answers %i at VGCA and %i at VNPT-CA',
    async (certificate, status, code) => {
      await certificatesAre(ws, 'an', { certificate });
      expect((await vgca(ws, 'an', 'SignMsg', message)).Status).toBe(status);
      expect((await vnptResult(ws, 'an', 4, content)).code).toBe(code);
    },
  );

  test('of two tokens the person chooses, or the page by its serial number', async () => {
    await tokenIs(ws, 'an', 'two-tokens');
    const all = JSON.parse(await vnpt(ws, 'an', 45)) as { serial: string; issuerCN: string }[];
    expect(all.map(({ issuerCN }) => issuerCN)).toEqual([
      'VNPT-CA (HopCat sandbox)',
      'Viettel-CA (HopCat sandbox)',
    ]);
    await ws.configure({ signing: { autopilot: null } });
    const call = vnpt(ws, 'an', 0);
    const window = await comingUp(ws, 'an');
    expect(window.pin).toBe(false);
    expect((await decide(ws, 'an', window, { certificate: '5A00' })).status).toBe(422);
    await decide(ws, 'an', window, { certificate: all[1]!.serial });
    expect(JSON.parse(await call)).toMatchObject({ serial: all[1]!.serial });
    expect((await vnptResult(ws, 'an', 4, content, '5A00')).code).toBe(2);
  });

  test('signing.autopilot refuses as well', async () => {
    await ws.configure({ signing: { autopilot: 'refuse' } });
    expect((await vgca(ws, 'an', 'SignMsg', message)).Status).toBe(1);
  });
});

describe('the page that asks', () => {
  const asked = (origin: string) => toVgca(ws, 'an', 'GetVersion', {}, { origin });

  test.each(['http://localhost:5173', 'https://127.0.0.1', 'http://127.0.0.1:8080'])(
    'may be %s, and only it may read the answer',
    async (origin) => {
      const answer = await asked(origin);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    },
  );

  test.each(['https://cong.example', 'http://localhost.evil.example', 'null'])(
    'that is %s gets nothing, and may not read that either',
    async (origin) => {
      const answer = await asked(origin);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBe(ws.origin);
      expect(await dialoguesOf(ws, 'an')).toEqual([]);
    },
  );

  test.each([
    ['/nobody/vgca/SignMsg', message, 403],
    ['/nobody/vnpt', { functionID: 7 }, 403],
    ['/an/vgca/NoSuch', {}, 403],
    ['/an/vgca/SignMsg', { HashAlg: 1 }, 400],
  ])('that may not learns nothing from %s either', async (path, body, status) => {
    const init = jsonBody(body);
    const headers = { ...init.headers, origin: 'https://evil.example' };
    const answer = await tokenApi(ws, path, { ...init, headers });
    expect(answer.status).toBe(status);
    expect(['*', headers.origin]).not.toContain(answer.headers.get('access-control-allow-origin'));
  });

  test('may read why it is refused', async () => {
    const origin = 'http://localhost:3000';
    const answer = await toVgca(ws, 'nobody', 'SignMsg', message, { origin });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  });

  test('is taken from the list where there is one', async () => {
    await ws.configure({ usbtoken: { allowedOrigins: ['https://cong.example'] } });
    expect((await asked('https://cong.example')).status).toBe(200);
    expect((await asked('http://localhost:5173')).status).toBe(403);
    expect((await asked(ws.origin)).status).toBe(200);
  });
});
