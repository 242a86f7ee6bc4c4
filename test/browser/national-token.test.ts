import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { tokenIs } from '../contract/kit/usbtoken.ts';
import { camera } from './camera.ts';
import { type Citizen, street } from './street.ts';

const { walk } = street();

const portalUrl = ({ ws }: Citizen, path: string): string => `${ws.origin}/${ws.id}/dvcqg${path}`;

/** The last day on which citizens register by signature. */
const LAST_DAY = { calendar: '2024-06-14' };

/** Enters the PIN in the token's own window, which the page opens in a tab. */
async function agree(citizen: Citizen, person: string): Promise<void> {
  const { ws, newTab, look } = citizen;
  const token = await newTab(`${ws.origin}/${ws.id}/usbtoken/${person}`);
  await token.getByTestId('pin').fill('123456');
  await look(token);
  await token.getByTestId('approve').click();
  await token.getByTestId('dialogues-empty').waitFor();
  await token.close();
}

/** From the first page to the one that has a token sign, nobody's or somebody's being plugged in. */
async function openTokenPage(citizen: Citizen, kind: string, holder: string): Promise<void> {
  const { page } = citizen;
  await page.goto(portalUrl(citizen, '/sign-in?to=/account'));
  await page.getByTestId('signature').click();
  await page.getByTestId(`kind-${kind}`).check();
  await page.getByTestId('holder').fill(holder);
  await page.getByTestId('sign').click();
  await page.getByTestId('sign-by-token').waitFor();
}

const trouble = async (page: Page, name: string): Promise<string> => {
  const told = page.getByTestId(`trouble-${name}`);
  await told.waitFor();
  return told.innerText();
};

describe.each([1280, 375])('at %i px', (width) => {
  test.each([
    ['enterprise', 'khanh', 'VNPT-CA Plugin', 'Công ty TNHH Hạt Cát'],
    ['agency', 'ngoc', 'VGCA Sign Service', 'Lê Thị Ngọc'],
  ])('an %s signs in by the token of %s, through %s', async (kind, person, plugin, name) => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        const take = camera(`dang-nhap-usb-${kind}`, width);
        await openTokenPage(citizen, kind, '');
        expect(await page.locator('main').innerText()).toContain(plugin);
        await page.getByTestId(`token-of-${person}`).click();
        await page.getByTestId('open-token').waitFor();
        await look();
        await take(page, 'trang-ky');
        await page.getByTestId('sign-by-token').click();
        await page.getByTestId('token-waits').waitFor();
        await look();
        await take(page, 'dang-cho');
        await agree(citizen, person);
        await page.getByTestId('identity').waitFor();
        await take(page, 'tai-khoan');
        expect(await page.locator('main').innerText()).toContain(name);
      },
      { width, settings: LAST_DAY },
    );
  });

  test('an enterprise registers by USB token', async () => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        const take = camera('dang-ky-usb', width);
        await page.goto(portalUrl(citizen, '/registration?kind=enterprise'));
        await page.getByTestId('way-usb').click();
        await page.getByTestId('person-quynh').click();
        await page.getByTestId('register').click();
        await page.getByTestId('sign-by-token').waitFor();
        await look();
        await take(page, 'trang-ky');
        await page.getByTestId('sign-by-token').click();
        await agree(citizen, 'quynh');
        await page.getByTestId('holder-tax-code').waitFor();
        await look();
        await take(page, 'thong-tin-chung-thu');
        await page.getByTestId('email').fill('dang-ky@example.vn');
        await page.getByTestId('register').click();
        await page.getByTestId('registered').waitFor();
        await take(page, 'xong');
      },
      { width, settings: LAST_DAY },
    );
  });

  test('a cancelled window, wrong PINs and a token that is not there are explained, with what to do', async () => {
    await walk(
      async (citizen) => {
        const { page, look, newTab, ws } = citizen;
        const take = camera('usb-loi', width);
        await openTokenPage(citizen, 'agency', 'ngoc');
        const token = await newTab(`${ws.origin}/${ws.id}/usbtoken/ngoc`);
        const sign = () => page.getByTestId('sign-by-token').click();
        await sign();
        await token.getByTestId('cancel-dialogue').click();
        expect(await trouble(page, 'cancelled')).toContain('Bấm «Ký bằng USB»');
        await look();
        await take(page, 'da-huy');
        await sign();
        for (let tries = 1; tries <= 3; tries++) {
          await token.getByTestId('pin').fill('000000');
          await token.getByTestId('approve').click();
          if (tries < 3) await token.getByText(`Còn ${3 - tries} lần nhập`).waitFor();
        }
        expect(await trouble(page, 'failed')).toContain('Cắm vào, mở khóa');
        expect(await page.getByTestId('plugin-says').innerText()).toBe('Mã PIN của USB ký số đã bị khóa');
        await look();
        await take(page, 'khoa-pin');
        await tokenIs(ws, 'ngoc', 'not-plugged-in');
        await sign();
        expect(await trouble(page, 'no-token')).toContain('Cắm USB vào máy');
        await tokenIs(ws, 'ngoc', 'no-certificate');
        await sign();
        expect(await trouble(page, 'no-certificate')).toContain('chứng thư số');
        await tokenIs(ws, 'ngoc', 'ok');
        await sign();
        await agree(citizen, 'ngoc');
        await page.getByTestId('identity').waitFor();
      },
      { width },
    );
  });
});

test('where no plug-in answers the page says so, and leads to somebody’s token', async () => {
  await walk(
    async (citizen) => {
      const { page, look } = citizen;
      await openTokenPage(citizen, 'agency', '');
      await page.getByTestId('sign-by-token').click();
      expect(await trouble(page, 'no-plugin')).toContain('hopcat token');
      await look();
      await page.getByTestId('token-of-ngoc').click();
      await page.getByTestId('open-token').waitFor();
    },
    { tolerates: /WebSocket connection to 'wss:\/\/127\.0\.0\.1:8987/ },
  );
});

test('a certificate that was taken back is refused with its code, and the way back', async () => {
  await walk(async (citizen) => {
    const { page, look, ws } = citizen;
    await ws.control('/people/ngoc', {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: JSON.stringify({ signer: { certificate: 'revoked' } }),
    });
    await openTokenPage(citizen, 'agency', 'ngoc');
    await page.getByTestId('sign-by-token').click();
    await agree(citizen, 'ngoc');
    await page.getByTestId('fault').waitFor();
    await look();
    await page.getByTestId('detail-toggle').click();
    expect(await page.getByTestId('detail').innerText()).toContain(
      'USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE',
    );
    await page.getByTestId('retry').click();
    await page.getByTestId('signature').waitFor();
  });
});

test('a page without JavaScript says what is needed, and asks for nothing', async () => {
  await walk(
    async (citizen) => {
      const { page } = citizen;
      await page.goto(portalUrl(citizen, '/sign-in?to=/account'));
      await page.getByTestId('signature').click();
      await page.getByTestId('kind-agency').check();
      await page.getByTestId('sign').click();
      expect(await page.getByTestId('no-script').innerText()).toContain('JavaScript');
      expect(await page.getByTestId('sign-by-token').isVisible()).toBe(false);
    },
    { javaScriptEnabled: false },
  );
});

describe.each([1280, 375])('at %i px, remotely', (width) => {
  test('an enterprise signs in by an authority of its choice, approved on the phone in a second tab', async () => {
    await walk(
      async (citizen) => {
        const { page, look } = citizen;
        await page.goto(portalUrl(citizen, '/sign-in?to=/account'));
        await page.getByTestId('signature').click();
        await page.getByTestId('method-remote').check();
        await page.getByTestId('kind-enterprise').check();
        await page.getByTestId('holder').fill('khanh');
        await page.getByTestId('ca').selectOption('bkav-ca');
        await look();
        await page.getByTestId('sign').click();
        await page.getByTestId('asked-on-phone').waitFor();
        await look();
        const [phone] = await Promise.all([
          page.context().waitForEvent('page'),
          page.getByTestId('open-phone').click(),
        ]);
        await phone.getByTestId('certificate').click();
        await phone.getByText('BkavCA (thử nghiệm)').waitFor();
        await phone.getByTestId('pin').fill('123456');
        await phone.getByTestId('approve').click();
        await page.getByTestId('identity').waitFor();
        expect(await page.locator('main').innerText()).toContain('Công ty TNHH Hạt Cát');
      },
      { width, settings: LAST_DAY },
    );
  });
});
