import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { street } from './street.ts';

const { walk } = street();

const focused = (page: Page) =>
  page.evaluate<string | undefined>('document.activeElement?.dataset.testid ?? document.activeElement?.id');

/** Presses Tab until a control has the focus; every stop on the way must be visible and show its focus. */
async function tabTo(page: Page, testid: string): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    if ((await focused(page)) === testid) return;
    await page.keyboard.press('Tab');
    expect(await page.evaluate<boolean>(showsFocus), `the focus at ${await focused(page)}`).toBe(true);
  }
  throw new Error(`Tab does not lead to ${testid} on ${page.url()}`);
}

const showsFocus = `(() => {
  const here = document.activeElement;
  if (!here || here === document.body) return true;
  const style = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  return box.width > 0 && box.height > 0 && (outlined || style.boxShadow !== 'none');
})()`;

test('a citizen signs in, agrees and signs out with the keyboard alone', async () => {
  await walk(async ({ page, begin, ws, broughtBack }) => {
    await begin();
    expect(await focused(page)).toBe('username');
    await page.keyboard.type('099090000001');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('password');
    await page.keyboard.type('Aa@123456');
    await page.keyboard.press('Enter');
    await page.getByTestId('otp').waitFor();
    expect(await focused(page)).toBe('otp');
    const { messages } = (await (await ws.phone('/an/api/messages')).json()) as {
      messages: { code: string }[];
    };
    await page.keyboard.type(messages[0]!.code);
    await page.keyboard.press('Enter');
    await page.getByTestId('consent-form').waitFor();
    await tabTo(page, 'approve');
    await page.keyboard.press('Enter');
    expect(await broughtBack()).toHaveProperty('code');
    await page.goto(`${ws.issuer}/logout`);
    await tabTo(page, 'sign-out');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bạn đã đăng xuất' }).waitFor();
  });
});

test('the panel can be used with the keyboard alone', async () => {
  await walk(async ({ page, begin, broughtBack }) => {
    await begin();
    await tabTo(page, 'people-filter');
    await page.keyboard.type('ngoc');
    await tabTo(page, 'person-ngoc');
    await page.keyboard.press('Enter');
    await page.getByTestId('consent-form').waitFor();
    await tabTo(page, 'approve');
    await page.keyboard.press('Space');
    expect(await broughtBack()).toHaveProperty('code');
  });
});

test('the first stop leads past the head of the page', async () => {
  await walk(async ({ page, begin }) => {
    await begin({ client_id: 'nobody' });
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('main');
  });
});

test('after a wrong password the focus and the message are where the person is', async () => {
  await walk(async ({ page, begin }) => {
    await begin();
    await page.keyboard.type('099090000001');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByTestId('error').waitFor();
    const described = await page.getByTestId('password').getAttribute('aria-describedby');
    expect(described).toBeTruthy();
    const message = page.locator(`#${described!.split(' ')[0]}`);
    expect(await message.innerText()).toContain('không đúng');
    expect(await page.getByTestId('password').getAttribute('aria-invalid')).toBe('true');
  });
});
