import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hopcat } from '../../mocks/handlers.ts';
import { openBrowser } from '../phone/browser.ts';

const POLICE = 'https://dichvucong.bocongan.gov.vn';

const sandbox = hopcat({ settings: { autopilot: { person: 'an' } } });
const server = setupServer(...sandbox.handlers);
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

/** `fetch` alone would follow redirects without keeping their cookies. */
const browser = () => openBrowser((request) => fetch(request, { redirect: 'manual' }));

test('the police ministry’s portal signs in at its real address, and takes a dossier there', async () => {
  const by = browser();
  const home = await by.press(await by.open(`${POLICE}/`), 'sign-in');
  expect([home.url, home.text('who-citizenPid')]).toEqual([`${POLICE}/`, '099090000001']);
  const form = await by.open(`${POLICE}/dossiers/new?service=1.990101`);
  const list = await by.press(form, 'submit-dossier', { content: 'Đăng ký thường trú.' });
  expect(list.text('dossier')).toContain('Đăng ký thường trú.');
});

test('the national portal’s deep link works at the real address too', async () => {
  const query = 'vnconnect=1&MaTTHCDP=1.990101.000.00.00.H99&MaCoQuanThucHien=000.00.99.H99&MaDVC=1.990101';
  const form = await browser().open(`${POLICE}/?${query}`);
  expect(form.url).toBe(`${POLICE}/dossiers/new?service=1.990101`);
  expect(form.text('from-SoDinhDanh')).toContain('từ Cổng DVCQG');
});
