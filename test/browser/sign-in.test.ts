import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { redeem } from '../contract/kit/portal.ts';
import { type Citizen, street } from './street.ts';

const AN = '099090000001';
const PASSWORD = 'Aa@123456';

const { walk } = street();

async function typePassword(page: Page, number = AN, password = PASSWORD): Promise<void> {
  await page.getByTestId('username').fill(number);
  await page.getByTestId('password').fill(password);
  await page.getByTestId('sign-in').click();
}

/** Reads the newest code as a person would: on the phone's page. */
async function readCode({ ws, newTab, look }: Citizen, person = 'an'): Promise<string> {
  const phone = await newTab(`${ws.origin}/${ws.id}/phone/${person}`);
  await look(phone);
  const code = await phone.getByTestId('message-code').first().innerText();
  await phone.close();
  return code.trim();
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe.each([1280, 375])('at %i px', (width) => {
  test('a citizen signs in by number, password and the code on the phone, and agrees to share', async () => {
    await walk(
      async (citizen) => {
        const { page, begin, look, broughtBack, portal } = citizen;
        await begin({ state: 's' });
        await look();
        await typePassword(page);
        await page.getByTestId('otp').waitFor();
        await look();
        await page.getByTestId('otp').fill(await readCode(citizen));
        await page.getByTestId('confirm').click();
        await page.getByTestId('consent-form').waitFor();
        await look();
        expect(await page.getByTestId('claims').innerText()).toContain('Nguyễn Văn An');
        await page.getByTestId('approve').click();
        const { code, state } = await broughtBack();
        expect(state).toBe('s');
        expect((await redeem(portal, code!)).status).toBe(200);
      },
      { width },
    );
  });

  test('a wrong password is told beside the form, and the right one goes on', async () => {
    await walk(
      async ({ page, begin, look }) => {
        await begin();
        await typePassword(page, AN, 'wrong');
        await page.getByTestId('error').waitFor();
        await look();
        expect(await page.getByTestId('username').inputValue()).toBe(AN);
        expect(await page.getByTestId('password').inputValue()).toBe('');
        await page.getByTestId('password').fill(PASSWORD);
        await page.getByTestId('sign-in').click();
        await page.getByTestId('otp').waitFor();
      },
      { width },
    );
  });

  test('five wrong codes end on a page that says what to do', async () => {
    await walk(
      async (citizen) => {
        const { page, begin, look } = citizen;
        await begin();
        await typePassword(page);
        await page.getByTestId('otp').waitFor();
        const wrong = other(await readCode(citizen));
        for (const left of ['4', '3', '2', '1']) {
          await page.getByTestId('otp').fill(wrong);
          await page.getByTestId('confirm').click();
          await page.getByTestId('error').waitFor();
          expect(await page.getByTestId('tries-left').innerText()).toContain(left);
        }
        await look();
        await page.getByTestId('otp').fill(wrong);
        await page.getByTestId('confirm').click();
        await page.getByTestId('fault').waitFor();
        await look();
        expect(await page.getByTestId('cure').innerText()).toMatch(/15 phút/);
      },
      { width },
    );
  });

  test('a new code can be asked for', async () => {
    await walk(
      async (citizen) => {
        const { page, begin, broughtBack } = citizen;
        await begin();
        await typePassword(page);
        await page.getByTestId('resend').click();
        await page.getByTestId('otp').fill(await readCode(citizen));
        await page.getByTestId('confirm').click();
        await page.getByTestId('approve').click();
        expect(await broughtBack()).toHaveProperty('code');
      },
      { width },
    );
  });

  test('one click in the panel is a whole sign-in, and whoever refuses to share goes back with the refusal', async () => {
    await walk(
      async ({ page, begin, look, broughtBack }) => {
        await begin({ state: 's' });
        await page.getByTestId('person-mai').click();
        await page.getByTestId('refuse').click();
        expect(await broughtBack()).toMatchObject({ error: 'access_denied', state: 's' });
        await begin();
        await page.getByTestId('consent-form').waitFor();
        await look();
        await page.getByTestId('approve').click();
        expect(await broughtBack()).toHaveProperty('code');
      },
      { width },
    );
  });

  test.each(['hung', 'cuong', 'dung'])('%s is told on a page why it cannot be', async (person) => {
    await walk(
      async ({ page, begin, look }) => {
        await begin();
        await page.getByTestId(`person-${person}`).click();
        await page.getByTestId('fault').waitFor();
        await look();
        expect((await page.getByTestId('cure').innerText()).length).toBeGreaterThan(20);
      },
      { width },
    );
  });

  test('a wrong redirect URI is explained where nobody is sent anywhere', async () => {
    await walk(
      async ({ page, begin, look }) => {
        await begin({ redirect_uri: 'https://evil.example/' });
        await page.getByTestId('fault').waitFor();
        await look();
        await page.getByTestId('detail-toggle').click();
        expect(await page.getByTestId('detail').innerText()).toContain('invalid_redirect');
        await look();
      },
      { width },
    );
  });
});

test('the panel finds people without tone marks', async () => {
  await walk(async ({ page, begin, broughtBack }) => {
    await begin();
    await page.getByTestId('people-filter').fill('thach minh kiet');
    expect(await page.locator('[data-testid^="person-"]:visible').count()).toBe(1);
    await page.getByTestId('person-kiet').click();
    await page.getByTestId('approve').click();
    expect(await broughtBack()).toHaveProperty('code');
  });
});

test('the pages are in English for whoever asks for it', async () => {
  await walk(async ({ page, begin, look }) => {
    await begin({ ui_locales: 'en' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await look();
    await page.getByTestId('person-an').click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

test('without script a citizen signs in just the same', async () => {
  await walk(
    async (citizen) => {
      const { page, begin, ws, received } = citizen;
      await begin({ response_mode: 'form_post', state: 's' });
      await typePassword(page);
      const { messages } = (await (await ws.phone('/an/api/messages')).json()) as {
        messages: { code: string }[];
      };
      await page.getByTestId('otp').fill(messages[0]!.code);
      await page.getByTestId('confirm').click();
      await page.getByTestId('approve').click();
      await page.getByTestId('continue').click();
      await page.getByRole('heading', { name: 'Cổng' }).waitFor();
      expect(received).toMatchObject([
        { method: 'POST', path: '/callback', body: expect.stringContaining('state=s') },
      ]);
    },
    { javaScriptEnabled: false },
  );
});

test('a form_post answer sends itself', async () => {
  await walk(async ({ page, begin, received }) => {
    await begin({ response_mode: 'form_post', state: 's' });
    await page.getByTestId('person-an').click();
    await page.getByTestId('approve').click();
    await page.getByRole('heading', { name: 'Cổng' }).waitFor();
    const body = new URLSearchParams(received.find(({ method }) => method === 'POST')!.body);
    expect(Object.fromEntries(body)).toMatchObject({ code: expect.any(String), state: 's' });
  });
});
