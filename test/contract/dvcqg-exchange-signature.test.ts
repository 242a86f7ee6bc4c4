import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import {
  authorizeAt,
  demoAt,
  type ExchangePortal,
  openWide,
  throughVneid,
  tokensAt,
  told,
  userinfoAt,
} from './kit/exchange.ts';
import type { Parameters } from './kit/portal.ts';
import { approve, inbox } from './kit/signing.ts';
import { byToken, type Signer } from './kit/token-sign-in.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-14' });
  portal = demoAt(ws);
  browser = openWide(ws);
});

const ask = (changes: Parameters = {}) => browser.open(authorizeAt(portal, changes));

async function claimsAfter(place: Place): Promise<Record<string, unknown>> {
  const { access_token } = await tokensAt(portal, told(portal, place).code!);
  return (await (await userinfoAt(portal, access_token)).json()) as Record<string, unknown>;
}

describe('by a digital signature', () => {
  const KHANH = { kind: 'enterprise', holder: 'khanh' };
  const sign = (page: Place, who: Signer) => byToken(ws, browser, page, who);

  test('an enterprise signs in, until its own identity takes the place of that', async () => {
    await ws.configure({ calendar: '2025-06-30' });
    const claims = await claimsAfter(await sign(await ask(), KHANH));
    expect(claims).toMatchObject({ LoaiTaiKhoan: '2', MaSoThue: '9900000129', loAs: 'LoA1' });
    const page = await openWide(ws).open(authorizeAt(portal));
    await ws.configure({ calendar: '2025-07-01' });
    expect(page.html).toContain('data-testid="kind-enterprise"');
    const later = await ask({ prompt: 'login' });
    expect(later.html).not.toContain('data-testid="kind-enterprise"');
    const place = await sign(later, KHANH);
    expect([place.status, place.html]).toEqual([403, expect.stringContaining('account_stopped:')]);
  });

  test('an enterprise that signed in so is the same one that comes by VNeID later', async () => {
    const { TechID } = await claimsAfter(await sign(await ask(), KHANH));
    await ws.configure({ calendar: '2025-07-01' });
    const elsewhere = openWide(ws);
    const page = await elsewhere.open(authorizeAt(portal));
    const place = await throughVneid(elsewhere, page, 'khanh', 'vneid-organisation');
    expect((await claimsAfter(place)).TechID).toBe(TechID);
  });

  test('the staff of an agency sign in on any date', async () => {
    await ws.configure({ calendar: null });
    const claims = await claimsAfter(await sign(await ask(), { kind: 'agency', holder: 'ngoc' }));
    expect(claims).toMatchObject({ LoaiTaiKhoan: '3', TechID: expect.any(String) });
    expect(claims).not.toHaveProperty('SoDinhDanh');
  });

  test.each([
    ['sim', '0950000115'],
    ['remote', 'khanh'],
  ])(
    'an enterprise signs in by %s, once its representative has approved on the phone',
    async (method, holder) => {
      await ws.configure({ calendar: '2025-06-30' });
      const waits = await browser.submit(await ask(), '/signature.do', {
        method,
        kind: 'enterprise',
        holder,
      });
      expect(waits.html).toContain('data-testid="asked-on-phone"');
      const still = await browser.submit(waits, '/signature/confirm.do', {});
      expect(still.html).toContain('data-testid="asked-on-phone"');
      const [asked] = await inbox(ws, 'khanh');
      expect(asked!.description + asked!.documents[0]!.name).toContain('Đăng nhập');
      expect((await approve(ws, asked!.id, 'khanh')).status).toBe(204);
      const claims = await claimsAfter(await browser.submit(still, '/signature/confirm.do', {}));
      expect(claims).toMatchObject({ LoaiTaiKhoan: '2', MaSoThue: '9900000129' });
    },
  );

  test('a transaction that is none of this portal signs nobody in', async () => {
    await ws.configure({ calendar: '2025-06-30', signing: { autopilot: 'approve' } });
    const waits = await browser.submit(await ask(), '/signature.do', {
      ...{ method: 'sim', kind: 'enterprise', holder: '0950000115' },
    });
    const other = waits.html.replace(/(name="transaction" value=")[^"]+/, '$1khong-phai-giao-dich-nay');
    const place = await browser.submit({ ...waits, html: other }, '/signature/confirm.do', {});
    expect(place.status).toBe(410);
  });
});
