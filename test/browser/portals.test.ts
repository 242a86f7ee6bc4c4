import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TestWorkspace } from '../targets/target.ts';
import { camera } from './camera.ts';
import { street } from './street.ts';

const { walk } = street();

const at = (ws: TestWorkspace, path: string): string => `${ws.origin}/${ws.id}${path}`;

/** VNeID, wherever it stands now: the panel, and the consent where it is asked for. */
async function throughVneid(page: Page, person: string): Promise<void> {
  await page.getByTestId(`person-${person}`).click();
  await page.getByTestId('approve').click();
}

describe.each([1280, 375])('at %i px', (width) => {
  test('a service chosen on the national portal leads into the police ministry’s filled-in form', async () => {
    await walk(
      async ({ page, ws, look }) => {
        const picture = camera('ho-so-bo-cong-an', width);
        await page.goto(at(ws, '/dvcqg/services'));
        await page.getByTestId('search').fill('thường trú');
        await page.getByTestId('search-button').click();
        await look();
        await picture(page, 'danh-sach');
        await page.getByTestId('choose-1.990101').click();
        await page.getByTestId('vneid').click();
        await throughVneid(page, 'mai');
        await page.getByTestId('dossier-form').waitFor();
        await look();
        await picture(page, 'to-khai');
        expect(page.url()).toBe(at(ws, '/bocongan/dossiers/new?service=1.990101'));
        expect(await page.getByTestId('field-SoDinhDanh').innerText()).toBe('099192000002');
        await page.getByTestId('content').fill('Đăng ký thường trú tại nơi ở mới.');
        await page.getByTestId('submit-dossier').click();
        await page.getByTestId('done').waitFor();
        await page.getByTestId('dossier-fields').click();
        await look();
        await picture(page, 'da-nop');
        await page.getByTestId('to-account').click();
        await page.getByTestId('linking-rules').click();
        await look();
        await picture(page, 'tai-khoan');
        const widthOf = async (selector: string) =>
          (await page.locator(selector).first().boundingBox())?.width;
        expect(await widthOf('[data-testid=account-notes] table')).toBe(await widthOf('.paper > .key-value'));
      },
      { width },
    );
  });

  test('an old account of the portal is linked once its password is known', async () => {
    await walk(
      async ({ page, ws, look }) => {
        await page.goto(at(ws, '/portal'));
        await look();
        const places = await page.locator('.around li').all();
        const tops = await Promise.all(places.map(async (each) => (await each.boundingBox())?.y));
        expect(new Set(tops).size).toBe(width === 375 ? 2 : 1);
        await page.getByTestId('sign-in').click();
        await throughVneid(page, 'thom');
        await page.getByTestId('password').waitFor();
        await look();
        await page.getByTestId('password').fill('Aa@123456');
        await page.getByTestId('link-account').click();
        await page.getByTestId('who').waitFor();
        await page.getByTestId('to-dossiers').click();
        await page.getByTestId('no-dossiers').waitFor();
        await look();
      },
      { width },
    );
  });

  test('an old account of the national portal, and what it submitted, come to VNeID on 28/06/2024', async () => {
    await walk(
      async ({ page, ws, look, newTab }) => {
        const picture = camera('dong-bo-bo-cong-an', width);
        await ws.configure({ calendar: '2024-06-14' });
        await page.goto(at(ws, '/bocongan'));
        await page.getByTestId('sign-in-exchange').click();
        await page.getByTestId('username').fill('099187000010');
        await page.getByTestId('password').fill('Aa@123456');
        await page.getByTestId('sign-in').click();
        const phone = await newTab(at(ws, '/phone/huong'));
        await page.getByTestId('code').fill(await phone.getByTestId('message-code').innerText());
        await page.getByTestId('confirm').click();
        await page.getByTestId('to-services').click();
        await page.getByTestId('apply-1.990101').click();
        await page.getByTestId('content').fill('Nộp bằng tài khoản cũ.');
        await page.getByTestId('submit-dossier').click();
        await page.getByTestId('dossier').waitFor();
        expect(await page.getByTestId('dossier-vneid').innerText()).toContain('chưa xác thực với VNeID');
        await page.getByTestId('to-account').click();
        await page.getByTestId('sign-out').click();
        await page.getByTestId('sign-in').waitFor();

        await ws.configure({ calendar: '2024-06-28' });
        await page.getByTestId('sign-in').click();
        await throughVneid(page, 'huong');
        await page.getByTestId('to-dossiers').click();
        await page.getByTestId('no-dossiers').waitFor();
        await look();
        await picture(page, 'truoc');
        await page.getByTestId('sync').click();
        await page.getByTestId('done').waitFor();
        await look();
        await picture(page, 'sau');
        expect(await page.getByTestId('dossier').innerText()).toContain('Nộp bằng tài khoản cũ.');
      },
      { width },
    );
  });
});
