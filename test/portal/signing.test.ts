import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../phone/browser.ts';
import { openWorld, type World } from '../phone/world.ts';
import { apply, byAccount, dossiersAt, setCalendar, signIn, throughVneid, toExchange } from './walk.ts';

let world: World;
let browser: Browser;
beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
});
afterEach(() => world.expectPeace());

const settings = (body: object) =>
  world.ask('/control/settings', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const choice = { format: 'pdf', way: 'remote', ca: 'vnpt-ca', phone: '', level: 'B-LT' };

/** An has submitted a dossier; its code. */
async function submitted(): Promise<string> {
  await signIn(world, browser, 'portal', 'an');
  await apply(world, browser, 'portal', '1.990001');
  const [dossier] = await dossiersAt(world, 'portal');
  return dossier!.MaHoSo;
}

describe('a dossier of one’s own', () => {
  test('is signed by redirects alone where the autopilot approves, and then shows who signed', async () => {
    await settings({ signing: { autopilot: 'approve', key: 'p256' } });
    await submitted();
    const list = await browser.open(`${world.portal}/dossiers`);
    const form = await browser.follow(list, 'sign-dossier');
    const done = await browser.press(form, 'begin-signing', choice);
    expect(done.url).toBe(`${world.portal}/dossiers?notice=signed`);
    expect(done.text('signed-by')).toBe('Nguyễn Văn An');
    expect(done.text('signed-level')).toBe('B-LT');
    expect(done.text('two-clocks')).toBeUndefined();
    const again = await browser.follow(done, 'sign-dossier');
    const offered = ['pdf', 'xml'].map((format) => again.attribute(`format-${format}`, 'value'));
    expect(offered).toEqual([undefined, 'xml']);
  });

  test('shows who signed, when and the verdict at a glance; the certificate is folded away', async () => {
    await settings({ signing: { autopilot: 'approve', key: 'p256' } });
    const form = await browser.open(`${world.portal}/dossiers/${await submitted()}/sign`);
    const { html } = await browser.press(form, 'begin-signing', choice);
    const signature = html.slice(html.indexOf('data-testid="signature-pdf"'));
    const [open = '', folded = ''] = signature.split('<details');
    const holds = (text: string) =>
      ['signed-by', 'signed-at', 'verify-pdf', 'download-pdf', 'signed-issuer', 'signed-serial'].filter(
        (testid) => text.includes(`data-testid="${testid}"`),
      );
    expect(holds(open)).toEqual(['signed-by', 'signed-at', 'verify-pdf', 'download-pdf']);
    expect(holds(folded)).toEqual(['signed-issuer', 'signed-serial']);
  });

  test('shows the waiting page, which asks for itself again', async () => {
    const form = await browser.open(`${world.portal}/dossiers/${await submitted()}/sign`);
    const waiting = await browser.press(form, 'begin-signing', choice);
    expect(waiting.attribute('open-phone', 'href')).toBe(`${world.root}/phone/an`);
    await settings({ clockOffsetSeconds: 400 });
    const failed = await browser.open(waiting.url);
    expect([failed.status, failed.text('title')]).toEqual([410, expect.stringContaining('Quá giờ')]);
  });

  test('whose provider is down is told so, and nothing waits', async () => {
    const code = await submitted();
    await world.post('/control/faults', { failure: 'down', system: 'ca769' });
    const form = await browser.open(`${world.portal}/dossiers/${code}/sign`);
    const told = await browser.press(form, 'begin-signing', choice);
    expect([told.status, told.text('title')]).toEqual([503, expect.stringContaining('không trả lời')]);
  });

  test.each([
    ['12', 400, 'Số điện thoại không đúng'],
    ['0950000102', 403, 'không phải của chủ hồ sơ'],
    ['0950999999', 422, 'Không tìm thấy chứng thư số'],
  ])('with the number %s asks again in the form, as it was filled in', async (phone, status, message) => {
    const form = await browser.open(`${world.portal}/dossiers/${await submitted()}/sign`);
    const sent = { format: 'xml', way: 'sim', ca: 'ca2', phone, level: 'B-T' };
    const again = await browser.press(form, 'begin-signing', sent);
    expect([again.status, again.text('phone-error')]).toEqual([status, expect.stringContaining(message)]);
    expect(again.attribute('sim-phone', 'value')).toBe(phone);
    const checked = [...again.html.matchAll(/value="([^"]+)" required\s+checked/g)].map(([, value]) => value);
    expect(checked).toEqual(['xml', 'sim', 'B-T']);
    const done = await browser.press(again, 'begin-signing', { ...sent, phone: '0950000101' });
    expect(done.attribute('open-phone', 'href')).toBe(`${world.root}/phone/an`);
  });

  test('at an authority that has no certificate of theirs says so beside the authority', async () => {
    await world.ask('/control/people/an', {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: JSON.stringify({ signer: { certificate: 'none' } }),
    });
    const form = await browser.open(`${world.portal}/dossiers/${await submitted()}/sign`);
    const again = await browser.press(form, 'begin-signing', choice);
    expect([again.status, again.text('ca-error')]).toEqual([422, expect.stringContaining('Không tìm thấy')]);
  });

  test('brings back to its signing whoever had to sign in', async () => {
    const page = `${world.portal}/dossiers/${await submitted()}/sign`;
    const other = world.browser();
    const home = await other.open(page);
    const back = await throughVneid(other, await other.press(home, 'sign-in'), 'an');
    expect([back.url, back.text('sign-form')]).toEqual([page, expect.any(String)]);
  });
});

describe('a dossier of another account', () => {
  test('is not found: neither to be signed, nor its signing, nor its document', async () => {
    const code = await submitted();
    const form = await browser.open(`${world.portal}/dossiers/${code}/sign`);
    const waiting = await browser.press(form, 'begin-signing', choice);
    const mai = world.browser();
    await signIn(world, mai, 'portal', 'mai');
    const paths = [`/dossiers/${code}/sign`, `/dossiers/${code}/document.pdf`];
    for (const url of [...paths.map((path) => world.portal + path), waiting.url])
      expect([url, (await mai.open(url)).status]).toEqual([url, 404]);
    expect((await world.browser().open(`${world.portal}/dossiers/${code}/document.pdf`)).status).toBe(401);
  });

  test('that was merged into this one is signed by whoever it belongs to now', async () => {
    await settings({ signing: { autopilot: 'approve', key: 'p256' } });
    await setCalendar(world, '2024-06-14');
    const huong = { username: '099187000010', person: 'huong' };
    await byAccount(world, browser, await toExchange(world, browser, 'bocongan'), huong);
    await apply(world, browser, 'bocongan', '1.990101');
    await setCalendar(world, '2024-06-28');
    const later = world.browser();
    await signIn(world, later, 'bocongan', 'huong');
    const list = await later.press(await later.open(`${world.root}/bocongan/dossiers`), 'sync');
    const [dossier] = await dossiersAt(world, 'bocongan');
    expect(dossier?.applicant).not.toBe(dossier?.submittedBy);
    const form = await later.follow(list, 'sign-dossier');
    const done = await later.press(form, 'begin-signing', { ...choice, format: 'xml', way: 'sim' });
    expect(done.url).toBe(`${world.root}/bocongan/dossiers?notice=signed`);
    expect(done.text('signed-by')).toContain('Hương');
    expect(done.text('dossier')).toMatch(/14\/06\/2024 \(\d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}\)/);
    expect(done.text('two-clocks')).toContain('trong ngoặc là đồng hồ của nó');
    expect(done.html).toMatch(/\(<time[^>]*data-testid="signed-at"/);
  });
});

test('a page of another site cannot begin to sign, nor bring a signature', async () => {
  const code = await submitted();
  const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(choice).toString();
  const answer = await world.ask(`/portal/dossiers/${code}/sign`, { method: 'POST', headers, body });
  expect(answer.status).toBe(403);
  const json = { origin: 'https://evil.example', 'content-type': 'application/json' };
  const brought = await world.ask('/portal/signings/x/signature', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ signature: 'MAA=' }),
  });
  expect(brought.status).toBe(403);
});
