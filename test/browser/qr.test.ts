import { describe, expect, test } from 'vitest';
import { type Citizen, street } from './street.ts';

const { walk } = street();

const PHONE = { viewport: { width: 375, height: 800 }, isMobile: true, hasTouch: true };

/** Takes a phone in hand and scans what the laptop shows. */
async function scan({ ws, page, elsewhere, look }: Citizen, person = 'an') {
  const shown = await page.getByTestId('qr-short-code').innerText();
  const phone = await elsewhere(`${ws.origin}/${ws.id}/phone/${person}`, PHONE);
  if ((await phone.locator('#scans[open]').count()) === 0) await phone.getByTestId('scans').click();
  expect(await phone.getByTestId('scan-short-code').innerText()).toBe(shown.trim());
  await look(phone);
  await phone.getByTestId('scan-qr').click();
  await phone.getByTestId('approval').waitFor();
  expect(await phone.getByTestId('approval-client').innerText()).toContain('Cổng thử nghiệm');
  await look(phone);
  return phone;
}

describe.each([1280, 375])('at %i px', (width) => {
  test('the page goes on by itself when the phone approves', async () => {
    await walk(
      async (citizen) => {
        const { page, begin, broughtBack, look } = citizen;
        await begin();
        const phone = await scan(citizen);
        await phone.getByTestId('approve').click();
        await page.getByTestId('consent-form').waitFor();
        await phone.getByTestId('approval').waitFor({ state: 'detached' });
        await look(phone);
        await page.getByTestId('approve').click();
        expect(await broughtBack()).toHaveProperty('code');
      },
      { width },
    );
  });

  test('the page says so when the phone refuses, and another code can be had', async () => {
    await walk(
      async (citizen) => {
        const { page, begin, look } = citizen;
        await begin();
        const before = await page.getByTestId('qr-short-code').innerText();
        const phone = await scan(citizen);
        await phone.getByTestId('refuse').click();
        await page.locator('[data-testid="qr"][data-state="refused"]').waitFor();
        await look();
        await page.getByTestId('qr-reload').click();
        await page.locator('[data-testid="qr"][data-state="waiting"]').waitFor();
        expect(await page.getByTestId('qr-short-code').innerText()).not.toBe(before);
      },
      { width },
    );
  });

  test('the page says so when the code has expired', async () => {
    await walk(
      async ({ page, begin, ws, look }) => {
        await begin();
        await ws.configure({ clockOffsetSeconds: 300 });
        await page.locator('[data-testid="qr"][data-state="expired"]').waitFor();
        await look();
        await page.getByTestId('qr-reload').click();
        await page.locator('[data-testid="qr"][data-state="waiting"]').waitFor();
      },
      { width },
    );
  });
});

test('a camera that reads the code comes to the choice of a phone, and from there to the approval', async () => {
  await walk(async (citizen) => {
    const { page, begin, ws, elsewhere, look, broughtBack } = citizen;
    await begin();
    const poll = await page.getByTestId('qr').getAttribute('data-poll-url');
    const id = /\/qr\/([^?/]+)/.exec(poll!)![1]!;
    const phone = await elsewhere(`${ws.origin}/${ws.id}/phone?scan=${id}`, PHONE);
    await look(phone);
    await phone.getByTestId('open-phone-an').click();
    await phone.getByTestId('approve').click();
    await page.getByTestId('approve').click();
    expect(await broughtBack()).toHaveProperty('code');
  });
});

test('the phone shows a message without a reload', async () => {
  await walk(async ({ page, begin, ws, elsewhere, look }) => {
    const phone = await elsewhere(`${ws.origin}/${ws.id}/phone/an`, PHONE);
    await phone.getByTestId('phone-empty').waitFor();
    await look(phone);
    await begin();
    await page.getByTestId('username').fill('099090000001');
    await page.getByTestId('password').fill('Aa@123456');
    await page.getByTestId('sign-in').click();
    const code = phone.getByTestId('message-code');
    await code.waitFor();
    expect(await code.innerText()).toMatch(/^\d{6}$/);
    await look(phone);
  });
});
