import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Citizen, street } from './street.ts';

const { walk } = street();

const at = ({ ws }: Citizen, path: string): string => `${ws.origin}/${ws.id}${path}`;

/** An signs in at the portal, submits a dossier, and goes on to signing it. */
async function submit({ page, ...citizen }: Citizen, portal = 'portal', service = '1.990001'): Promise<void> {
  const here = { ...citizen, page };
  await page.goto(at(here, `/${portal}`));
  await page.getByTestId('sign-in').click();
  await page.getByTestId('person-an').click();
  await page.getByTestId('approve').click();
  await page.waitForURL(at(here, `/${portal}/**`));
  await page.goto(at(here, `/${portal}/dossiers/new?service=${service}`));
  await page.getByTestId('content').fill('Kính đề nghị giải quyết.');
  await page.getByTestId('submit-dossier').click();
  await page.getByTestId('sign-dossier').click();
}

async function choose(page: Page, way: string, format: string): Promise<void> {
  await page.getByTestId(`way-${way}`).check();
  await page.getByTestId(`format-${format}`).check();
  await page.getByTestId('begin-signing').click();
}

/** The dossier says who signed it, and the document that it gives is theirs. */
async function expectSigned({ page, look }: Citizen, format: string): Promise<void> {
  const card = page.getByTestId(`signature-${format}`);
  await card.waitFor();
  expect(await card.getByTestId('signed-by').innerText()).toBe('Nguyễn Văn An');
  await card.getByTestId(`details-${format}`).click();
  expect(await card.getByTestId('signed-serial').innerText()).toMatch(/^5A[\dA-F]{30}$/);
  const coming = page.waitForEvent('download');
  await card.getByTestId(`download-${format}`).click();
  const stream = await (await coming).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe(format === 'pdf' ? '%PDF-' : '<?xml');
  await card.getByTestId(`verify-${format}`).click();
  await page.getByTestId('verdict').waitFor();
  expect(await page.getByTestId('verdict').getAttribute('data-status')).toBe('valid');
  expect(await page.getByTestId('who').innerText()).toContain('Nguyễn Văn An');
  await look();
}

test.each([
  [1280, 'remote', 'pdf'],
  [375, 'sim', 'xml'],
] as const)(
  'at %i px a dossier is signed by %s as %s: the PIN on the phone, and the portal goes on by itself',
  async (width, way, format) => {
    await walk(
      async (citizen) => {
        const { page, look, newTab } = citizen;
        await submit(citizen);
        await look();
        await choose(page, way, format);
        await page.getByTestId('sign-waiting').waitFor();
        await look();
        const digest = await page.getByTestId('signing-digest').innerText();
        const phone = await newTab((await page.getByTestId('open-phone').getAttribute('href')) ?? '');
        const asked = await phone.getByTestId('sign-request').innerText();
        expect(asked).toContain('Hồ sơ 000.00.');
        const code = page.getByTestId('signing-code');
        expect(await code.count()).toBe(way === 'sim' ? 1 : 0);
        if (way === 'sim') expect(asked).toContain(`, mã ${await code.innerText()}`);
        expect((await phone.content()).replace(/\s|<[^>]*>/g, '')).toContain(digest.slice(0, 8));
        await phone.getByTestId('pin').fill('123456');
        await phone.getByTestId('approve').click();
        await page.waitForURL('**/dossiers?notice=signed');
        await look();
        await expectSigned(citizen, format);
      },
      { width },
    );
  },
);

test.each([1280, 375])(
  'at %i px a dossier is signed by USB token, once its owner has entered the PIN',
  async (width) => {
    await walk(
      async (citizen) => {
        const { page, look, newTab } = citizen;
        await submit(citizen, 'bocongan', '1.990101');
        await choose(page, 'usb', 'pdf');
        await page.getByTestId('sign-token').waitFor();
        await look();
        await page.getByTestId('sign-now').click();
        await page.getByTestId('says-signature').waitFor();
        await look();
        const token = await newTab((await page.getByTestId('open-token').getAttribute('href')) ?? '');
        await token.getByTestId('pin').fill('123456');
        await token.getByTestId('approve').click();
        await page.waitForURL('**/dossiers?notice=signed');
        await expectSigned(citizen, 'pdf');
      },
      { width },
    );
  },
);

test('a token that is pulled out is told with the plug-in’s own words, and the next try signs', async () => {
  await walk(async (citizen) => {
    const { page, look, newTab } = citizen;
    await submit(citizen);
    await choose(page, 'usb', 'xml');
    const token = await newTab((await page.getByTestId('open-token').getAttribute('href')) ?? '');
    await token.getByTestId('token-not-plugged-in').click();
    await token.locator('[data-state=not-plugged-in]').waitFor();
    await page.getByTestId('sign-now').click();
    await page.getByTestId('says-no-token').waitFor();
    expect(await page.getByTestId('token-why').innerText()).not.toBe('');
    await look();
    await token.getByTestId('token-ok').click();
    await token.locator('[data-state=ok]').waitFor();
    await page.getByTestId('sign-now').click();
    await token.getByTestId('pin').fill('123456');
    await token.getByTestId('approve').click();
    await page.waitForURL('**/dossiers?notice=signed');
    await expectSigned(citizen, 'xml');
  });
});

test('a refusal on the phone is explained, and the dossier can be signed anew', async () => {
  await walk(async (citizen) => {
    const { page, look, newTab } = citizen;
    await submit(citizen);
    await choose(page, 'remote', 'pdf');
    const phone = await newTab((await page.getByTestId('open-phone').getAttribute('href')) ?? '');
    await phone.getByTestId('refuse').click();
    await page.getByTestId('sign-failed').waitFor();
    expect(await page.getByTestId('title').innerText()).toContain('Người ký đã từ chối ký');
    await look();
    await page.getByTestId('sign-again').click();
    await page.getByTestId('begin-signing').waitFor();
  });
});
