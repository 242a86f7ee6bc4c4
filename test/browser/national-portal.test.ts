import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { approve, inbox } from '../contract/kit/signing.ts';
import { camera } from './camera.ts';
import { type Citizen, street } from './street.ts';

const AN = '099090000001';
const PASSWORD = 'Aa@123456';
/** The last day on which citizens' own accounts sign in on the national portal. */
const LAST_DAY = { calendar: '2024-06-14' };

const { walk } = street();

const portalUrl = ({ ws }: Citizen, path = '/'): string => `${ws.origin}/${ws.id}/dvcqg${path}`;

/** The newest code on somebody's phone. */
async function codeOf({ ws, newTab }: Citizen, person: string): Promise<string> {
  const phone = await newTab(`${ws.origin}/${ws.id}/phone/${person}`);
  const code = await phone.getByTestId('message-code').first().innerText();
  await phone.close();
  return code.trim();
}

async function signInWithAccount(citizen: Citizen, username: string, person: string): Promise<void> {
  const { page } = citizen;
  await page.getByTestId('username').fill(username);
  await page.getByTestId('password').fill(PASSWORD);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('code').waitFor();
  await page.getByTestId('code').fill(await codeOf(citizen, person));
  await page.getByTestId('confirm').click();
}

const text = (page: Page, id: string): Promise<string> => page.getByTestId(id).innerText();

describe.each([1280, 375])('at %i px', (width) => {
  test('a citizen verifies an old account with the population database and links it to VNeID', async () => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        const take = camera('lien-ket', width);
        const see = async (step: string) => {
          await look();
          await take(page, step);
        };
        await page.goto(portalUrl(citizen));
        await see('trang-dau');
        await page.getByTestId('sign-in').click();
        await page.getByTestId('username').waitFor();
        await see('dang-nhap');
        await signInWithAccount(citizen, AN, 'an');
        await page.getByTestId('identity').waitFor();
        await see('thong-tin-dinh-danh');
        expect(await text(page, 'field-number')).toContain('Chưa xác thực');
        await page.getByTestId('ask-register').click();
        await page.getByTestId('comparison').waitFor();
        await see('doi-chieu');
        await page.getByTestId('take-over').click();
        await page.getByTestId('identity').waitFor();
        await see('da-xac-thuc');
        expect(await text(page, 'field-number')).toContain('Đã xác thực');
        expect(await text(page, 'linked-accounts')).toContain('Chưa liên kết');
        await page.getByTestId('sign-out').click();
        await page.getByTestId('stay').waitFor();
        await page.getByTestId('sign-out').click();
        await page.getByText('Bạn đã đăng xuất').waitFor();

        await page.goto(portalUrl(citizen));
        await page.getByTestId('sign-in').click();
        await signInWithAccount(citizen, AN, 'an');
        await page.getByTestId('vneid-prompt').waitFor();
        await see('thong-bao');
        expect(await text(page, 'vneid-prompt')).toMatch(/Đăng nhập bằng VNeID/);
        await page.getByTestId('link-vneid').click();
        await page.getByTestId('person-an').click();
        await page.getByTestId('approve').click();
        await page.getByTestId('links').waitFor();
        await see('da-lien-ket');
        expect(await text(page, 'linked-accounts')).toContain(AN);
        expect(await text(page, 'history')).toContain('VNeID');
      },
      { width, settings: LAST_DAY },
    );
  });

  test('after the last day the account form is gone, and VNeID alone brings the citizen to the old account', async () => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        const take = camera('sau-ngay-dung', width);
        await page.goto(portalUrl(citizen));
        await page.getByTestId('sign-in').click();
        await page.getByTestId('closed').waitFor();
        await look();
        await take(page, 'dang-nhap');
        expect(await text(page, 'closed')).toContain('15/06/2024');
        expect(await page.getByTestId('username').count()).toBe(0);
        await page.getByTestId('vneid').click();
        await page.getByTestId('person-lien').click();
        await page.getByTestId('approve').click();
        await page.getByTestId('links').waitFor();
        await look();
        await take(page, 'da-lien-ket');
        expect(await text(page, 'linked-accounts')).toContain('099172000064');
      },
      { width, settings: { calendar: '2024-06-15' } },
    );
  });

  test('one click on the timeline moves the law, and the portal follows', async () => {
    await walk(
      async (citizen) => {
        const { page, look, ws } = citizen;
        await page.goto(`${ws.origin}/${ws.id}/timeline`);
        await look();
        if (await page.getByTestId('timeline-key').count()) {
          await page.getByTestId('timeline-key').fill(ws.key ?? '');
        }
        await page.getByTestId('before-national-portal-vneid-only').click();
        await page.getByTestId('today').waitFor();
        expect(await text(page, 'today')).toContain('14/06/2024');
        await look();
        await camera('dong-thoi-gian', width)(page, 'ngay-14-06-2024');
        await page.goto(portalUrl(citizen, '/registration'));
        expect(await page.getByTestId('closed').count()).toBe(0);
      },
      { width },
    );
  });
});

/** Each way, somebody for whom it succeeds, and whose phone gets the code. */
const byCode = [
  { way: 'mobile', person: 'mai' },
  { way: 'insurance', person: 'mai' },
  { way: 'post', person: 'mai' },
];

describe.each([1280, 375])('at %i px, registering', (width) => {
  test.each(byCode)('by $way, up to the first sign-in', async ({ way, person }) => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        const take = camera(`dang-ky-${way}`, width);
        const see = async (step: string) => {
          await look();
          await take(page, step);
        };
        await page.goto(portalUrl(citizen));
        await page.getByTestId('register').click();
        await page.getByTestId('ways').waitFor();
        await see('chon-cach');
        await page.getByTestId(`way-${way}`).click();
        await page.getByTestId(`person-${person}`).click();
        if (await page.getByTestId('captcha').count()) {
          await page.getByTestId('captcha').fill((await text(page, 'captcha-shown')).trim());
        }
        await see('to-khai');
        await page.getByTestId('register').click();
        await page.getByTestId('code').waitFor();
        await see('ma-xac-thuc');
        await page.getByTestId('code').fill(await codeOf(citizen, person));
        await page.getByTestId('confirm').click();
        await page.getByTestId('password').waitFor();
        await see('mat-khau');
        await page.getByTestId('password').fill(PASSWORD);
        await page.getByTestId('again').fill(PASSWORD);
        await page.getByTestId('register').click();
        const username = (await text(page, 'registered')).trim();
        await see('xong');
        await page.getByTestId('to-sign-in').click();
        await signInWithAccount(citizen, username, person);
        await page.getByTestId('identity').waitFor();
        await see('tai-khoan');
      },
      { width, settings: LAST_DAY },
    );
  });

  const bySignature = [
    { way: 'sim', kind: 'citizen', person: 'mai' },
    { way: 'remote', kind: 'citizen', person: 'mai' },
  ];

  test.each(bySignature)('by $way as $kind, signed on the phone', async ({ way, kind, person }) => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        const take = camera(`dang-ky-${way}`, width);
        const see = async (step: string) => {
          await look();
          await take(page, step);
        };
        await page.goto(portalUrl(citizen, '/registration'));
        await page.getByTestId(`kind-${kind}`).click();
        await page.getByTestId(`way-${way}`).click();
        await page.getByTestId(`person-${person}`).click();
        await see('to-khai');
        await page.getByTestId('register').click();
        await page.getByTestId('asked-on-phone').waitFor();
        await see('cho-ky');
        const [asked] = await inbox(citizen.ws, person);
        await approve(citizen.ws, asked!.id, person);
        await page.getByTestId('holder-name').waitFor();
        await see('thong-tin-chung-thu');
        await page.getByTestId('register').click();
        await page.getByTestId('registered').waitFor();
        await see('xong');
      },
      { width, settings: LAST_DAY },
    );
  });

  test("a SIM that is somebody else's is refused beside the form, with what to do", async () => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        await page.goto(portalUrl(citizen, '/registration/ways/mobile'));
        await page.getByTestId('person-duc').click();
        await page.getByTestId('captcha').fill((await text(page, 'captcha-shown')).trim());
        await page.getByTestId('register').click();
        await page.getByTestId('error').first().waitFor();
        await look();
        await camera('sim-khong-chinh-chu', width)(page, 'tu-choi');
        expect(await page.getByTestId('number').inputValue()).not.toBe('');
        expect(await page.locator('main').innerText()).toMatch(/nhà mạng/);
      },
      { width, settings: LAST_DAY },
    );
  });
});
