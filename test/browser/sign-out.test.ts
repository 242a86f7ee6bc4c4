import { describe, expect, test } from 'vitest';
import { listen } from '../contract/kit/listener.ts';
import { authorizeUrl, registerPortal } from '../contract/kit/portal.ts';
import { type Citizen, street } from './street.ts';

const { walk } = street();

async function signIn({ page, begin, broughtBack }: Citizen): Promise<void> {
  await begin();
  await page.getByTestId('person-an').click();
  await page.getByTestId('approve').click();
  await broughtBack();
}

describe.each([1280, 375])('at %i px', (width) => {
  test('somebody who is asked may stay, or sign out', async () => {
    await walk(
      async (citizen) => {
        const { page, ws, look, begin, broughtBack } = citizen;
        await signIn(citizen);
        await page.goto(`${ws.issuer}/logout`);
        await look();
        expect(await page.locator('main').innerText()).toContain('phiên đăng nhập của Nguyễn Văn An');
        await page.getByTestId('stay').click();
        await look();
        await begin({ prompt: 'none' });
        expect(await broughtBack()).toHaveProperty('code');
        await page.goto(`${ws.issuer}/logout`);
        await page.getByTestId('sign-out').click();
        await page.getByRole('heading', { name: 'Bạn đã đăng xuất' }).waitFor();
        await look();
        await begin({ prompt: 'none' });
        expect(await broughtBack()).toMatchObject({ error: 'login_required' });
      },
      { width },
    );
  });

  test('the reference portal signs a citizen in, steps up, refreshes and signs out', async () => {
    await walk(
      async ({ page, ws, look, newTab }) => {
        const home = `${ws.origin}/${ws.id}/portal`;
        await page.goto(`${home}/sign-in?acr=LoA1`);
        await page.getByTestId('person-an').click();
        await page.getByTestId('approve').click();
        await page.getByTestId('who').waitFor();
        await look();
        expect(await page.getByTestId('who').innerText()).toContain('Nguyễn Văn An');
        await page.getByTestId('step-up').click();
        await page.getByTestId('otp').waitFor();
        const phone = await newTab(`${ws.origin}/${ws.id}/phone/an`);
        await page.getByTestId('otp').fill(await phone.getByTestId('message-code').innerText());
        await page.getByTestId('confirm').click();
        await page.getByTestId('who').waitFor();
        expect(await page.getByTestId('id-token').innerText()).toContain('LoA2');
        await page.getByTestId('token-tools').click();
        await page.getByTestId('refresh').click();
        await page.getByTestId('who').waitFor();
        await page.getByTestId('sign-out').click();
        await page.waitForURL((url) => url.pathname.startsWith(`/${ws.id}/portal`));
        await page.getByTestId('sign-in').waitFor();
        await look();
        await page.goto(`${home}/sign-in?prompt=none`);
        await look();
        expect(await page.getByTestId('error').innerText()).toContain('login_required');
      },
      { width },
    );
  });
});

test('every portal of the session is told in a frame, and then the person goes on', async () => {
  await walk(async (citizen) => {
    const { page, ws } = citizen;
    await using other = await listen(
      () => new Response('<!doctype html><title>out</title>', { headers: { 'content-type': 'text/html' } }),
    );
    const portal = await registerPortal(ws, {
      redirect_uris: [`${other.url}/callback`],
      post_logout_redirect_uris: [`${other.url}/bye`],
      frontchannel_logout_uri: `${other.url}/frontchannel`,
      frontchannel_logout_session_required: true,
    });
    await page.goto(authorizeUrl(portal));
    await page.getByTestId('person-an').click();
    await page.getByTestId('approve').click();
    await page.waitForURL((url) => url.pathname === '/callback');
    const back = new URLSearchParams({
      client_id: portal.id,
      post_logout_redirect_uri: `${other.url}/bye`,
      state: 's',
    });
    await page.goto(`${ws.issuer}/logout?${back}`);
    await page.getByTestId('sign-out').click();
    await page.waitForURL(`${other.url}/bye?state=s`);
    const told = other.received.find(({ path }) => path.startsWith('/frontchannel'));
    expect(new URL(told!.path, other.url).searchParams.get('iss')).toBe(ws.issuer);
  });
});
