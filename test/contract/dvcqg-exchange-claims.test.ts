import { beforeAll, describe, expect, test } from 'vitest';
import { linkingRules } from '../../contracts/portal/linking.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  authorizeAt,
  byAccount,
  demoAt,
  type ExchangePortal,
  flownClaims,
  openWide,
  tokensAt,
  told,
  userinfoAt,
} from './kit/exchange.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;

beforeAll(async () => {
  ws = await openWorkspace({ autopilot: { person: 'an' } });
  portal = demoAt(ws);
});

/** What a portal learns of an old account, on the last day on which it may. */
async function claimsOfAccount(username: string, person: string): Promise<Record<string, unknown>> {
  const own = await openWorkspace({ calendar: '2024-06-30' });
  const at = demoAt(own);
  const browser = openWide(own);
  const place = await byAccount(own, browser, await browser.open(authorizeAt(at)), { username, person });
  const { access_token } = await tokensAt(at, told(at, place).code!);
  return (await (await userinfoAt(at, access_token)).json()) as Record<string, unknown>;
}

describe('of a citizen whose number VNeID has confirmed', () => {
  test('every claim comes under the name and in the type that portals read', async () => {
    const claims = await flownClaims(portal);
    expect(claims).toMatchObject({
      sub: expect.stringMatching(/^[\w-]{22}$/),
      LoaiTaiKhoan: '1',
      TechID: expect.stringMatching(/^[\da-f-]{36}$/),
      SoDinhDanh: '099090000001',
      SoCMND: '990000001',
      HoVaTen: 'Nguyễn Văn An',
      NgayThangNamSinh: '19900515',
      GioiTinh: 1,
      TinhTrangHonNhan: 2,
      DanToc: '01',
      TonGiao: '00',
      QuocTich: 'VN',
      MaBHXH: '9900000001',
      SoDienThoai: '0950000101',
      TrangThai: '1',
      loAs: 'LoA2',
    });
    for (const name of ['ThuongTru', 'NoiOHienNay', 'QueQuan', 'Cha', 'Me', 'ChuHo']) {
      expect([name, typeof claims[name]]).toEqual([name, 'string']);
    }
    expect(claims).not.toHaveProperty('NoiOHienTai');
  });

  test('TechID and sub are the same at the next sign-in, and sub is not TechID', async () => {
    const [first, second] = [await flownClaims(portal), await flownClaims(portal)];
    expect([second.TechID, second.sub]).toEqual([first.TechID, first.sub]);
    expect(first.sub).not.toBe(first.TechID);
  });

  test('GET is answered as POST is', async () => {
    const browser = openWide(ws);
    const { code } = told(portal, await browser.open(authorizeAt(portal)));
    const { access_token } = await tokensAt(portal, code!);
    const got = await ws.fetch(`${portal.base}/oauth2/userinfo`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(await got.json()).toEqual(await (await userinfoAt(portal, access_token)).json());
  });

  test('who has no e-mail address at all has null for it, so that portals make one up', async () => {
    await ws.configure({ autopilot: { person: 'sau' } });
    const claims = await flownClaims(portal);
    expect(claims).toHaveProperty('ThuDienTu');
    expect(claims.NgayThangNamSinh).toMatch(/^\d{4}$/);
    await ws.configure({ autopilot: { person: 'an' } });
  });
});

describe('of an old account', () => {
  test('whose number nobody has confirmed, only what it says itself is told, and no number', async () => {
    const claims = await claimsOfAccount('099090000001', 'an');
    expect(claims).toMatchObject({
      LoaiTaiKhoan: '1',
      HoVaTen: 'Nguyễn Văn An',
      NgayThangNamSinh: '19900515',
      SoCMND: '',
      SoDienThoai: '0950000101',
      loAs: 'LoA1',
    });
    for (const name of ['SoDinhDanh', 'GioiTinh', 'DanToc', 'ThuongTru', 'Cha', 'MaBHXH']) {
      expect(claims).not.toHaveProperty(name);
    }
  });

  test('that knows a nine-digit number tells that one', async () => {
    const claims = await claimsOfAccount('990000063', 'nghia');
    expect(claims.SoCMND).toBe('990000063');
    expect(claims).not.toHaveProperty('SoDinhDanh');
    const { parts } = (await (await ws.fetch(`${portal.base}/fidelity.json`)).json()) as {
      parts: Record<string, { note: { en: string } }>;
    };
    expect(parts.SoCMND?.note.en).toContain('the holder’s own word');
    expect(linkingRules['unverified-card']).toMatchObject({ severity: 'must' });
  });

  test('whose number was confirmed tells what the population register knows', async () => {
    const claims = await claimsOfAccount('099187000010', 'huong');
    expect(claims).toMatchObject({ SoDinhDanh: '099187000010', GioiTinh: 2, loAs: 'LoA1' });
  });
});

describe('asked to fail', () => {
  const failing = (failure: string) => flownClaims(portal, { 'x-hopcat-fault': failure });

  test('userinfo may say nothing but sub', async () => {
    const { sub } = await flownClaims(portal);
    expect(await failing('empty')).toEqual({ sub });
  });

  test('it may be about somebody else, whose sub differs', async () => {
    const [mine, other] = [await flownClaims(portal), await failing('wrong-person')];
    expect(other.TechID).toEqual(expect.any(String));
    expect([other.sub === mine.sub, other.TechID === mine.TechID]).toEqual([false, false]);
  });

  test('it may lack the key that portals link by', async () => {
    const claims = await failing('no-tech-id');
    expect(claims).toHaveProperty('SoDinhDanh');
    expect(claims).not.toHaveProperty('TechID');
  });

  test('it may have neither number', async () => {
    const claims = await failing('no-number');
    expect(claims).toHaveProperty('TechID');
    expect(claims).not.toHaveProperty('SoDinhDanh');
    expect(claims).not.toHaveProperty('SoCMND');
  });

  test('it may have the name and the address of before', async () => {
    await ws.configure({ autopilot: { person: 'nhat-minh' } });
    const [now, before] = [await flownClaims(portal), await failing('stale-data')];
    expect([now.HoVaTen, before.HoVaTen]).toEqual(['Trần Nhật Minh', 'Trần Văn Tèo']);
    expect(String(before.ThuongTru).split(', ').length).toBeGreaterThan(
      String(now.ThuongTru).split(', ').length,
    );
    await ws.configure({ autopilot: { person: 'an' } });
  });

  test('the token may be said to have expired', async () => {
    expect(await failing('expired-credential')).toMatchObject({ error: 'invalid_token' });
  });
});
