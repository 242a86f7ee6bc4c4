import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { requestOf } from '../contract/kit/portal.ts';
import { type Citizen, street } from './street.ts';

// The portal's pages are at 127.0.0.1 and the sandbox at localhost: two sites, as in reality.

const { walk } = street();

async function signIn({ page, begin, broughtBack }: Citizen): Promise<void> {
  await begin();
  await page.getByTestId('person-an').click();
  await page.getByTestId('approve').click();
  await broughtBack();
}

/** The portal's page sends a form of its own. */
async function post(page: Page, action: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(
    `(([action, fields]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action });
      for (const [name, value] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
      }
      document.body.append(form);
      form.submit();
    })(${JSON.stringify([action, fields])})`,
  );
}

test('a portal may post its silent request from its own page, and the person is known', async () => {
  await walk(async (citizen) => {
    const { page, ws, portal, broughtBack } = citizen;
    await signIn(citizen);
    await page.goto(`${portal.redirectUri}?home`);
    await post(page, `${ws.issuer}/auth`, requestOf(portal, { prompt: 'none', state: 'silent' }));
    await page.waitForURL((url) => url.searchParams.get('state') === 'silent');
    expect(await broughtBack()).toHaveProperty('code');
  });
});

test('a portal may post its logout from its own page, and the person is asked', async () => {
  await walk(async (citizen) => {
    const { page, ws, portal, begin, broughtBack } = citizen;
    await signIn(citizen);
    await page.goto(`${portal.redirectUri}?home`);
    await post(page, `${ws.issuer}/logout`, {
      client_id: portal.id,
      post_logout_redirect_uri: portal.redirectUri,
    });
    await page.getByTestId('sign-out').click();
    await page.waitForURL(portal.redirectUri);
    await begin({ prompt: 'none' });
    expect(await broughtBack()).toMatchObject({ error: 'login_required' });
  });
});

test("a page of another site can neither agree in somebody's name nor sign them out", async () => {
  await walk(async (citizen) => {
    const { page, ws, portal, begin, broughtBack } = citizen;
    await signIn(citizen);
    const request = new URLSearchParams(
      requestOf(portal, { scope: 'openid phone' }) as Record<string, string>,
    );
    await page.goto(`${portal.redirectUri}?home`);
    await post(page, `${ws.issuer}/consent`, { request: `${request}`, decision: 'approve' });
    await page.getByTestId('fault').waitFor();
    await page.goto(`${portal.redirectUri}?home`);
    await post(page, `${ws.issuer}/logout/confirm`, { request: '', decision: 'sign-out' });
    await page.waitForURL((url) => url.href.startsWith(ws.issuer));
    await begin({ prompt: 'none' });
    expect(await broughtBack()).toHaveProperty('code');
    await begin({ prompt: 'none', scope: 'openid phone' });
    expect(await broughtBack()).toMatchObject({ error: 'consent_required' });
  });
});
