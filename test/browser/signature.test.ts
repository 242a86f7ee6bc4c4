import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isSignedBy } from '../contract/kit/signatures.ts';
import { askToSign, signerAt } from '../contract/kit/signing-apps.ts';
import { jsonBody } from '../contract/kit/wire.ts';
import { type Citizen, street } from './street.ts';

const { walk } = street();

const phoneOf = ({ ws }: Citizen, person = 'an'): string => `${ws.origin}/${ws.id}/phone/${person}`;

async function sign(page: Page, pin: string): Promise<void> {
  await page.getByTestId('pin').fill(pin);
  await page.getByTestId('approve').click();
}

describe.each([1280, 375])('at %i px', (width) => {
  test('a request to sign appears on the phone by itself, and the PIN signs it', async () => {
    await walk(
      async (citizen) => {
        const { page, ws, look } = citizen;
        await page.goto(phoneOf(citizen));
        const { certificate, signatures } = await askToSign(ws, ['Đơn đề nghị']);
        await page.getByTestId('document-name').waitFor();
        await page.getByTestId('certificate').click();
        await page.getByText('VNPT-CA (thử nghiệm)').waitFor();
        await look();
        await sign(page, '123456');
        await page.getByTestId('decided').waitFor();
        const [signature] = await signatures();
        expect(isSignedBy(certificate, signature, 'Đơn đề nghị')).toBe(true);
      },
      { width },
    );
  });

  test('wrong PINs are told with the tries left, then blocked with what to do, and unblocked', async () => {
    await walk(
      async (citizen) => {
        const { page, ws, look } = citizen;
        await askToSign(ws, ['Đơn đề nghị']);
        await page.goto(phoneOf(citizen));
        await sign(page, '000000');
        await page.getByTestId('pin-error').waitFor();
        expect(await page.getByTestId('pin-error').innerText()).toContain('Còn 2 lần nhập');
        await look();
        await sign(page, '000000');
        await page.getByText('Còn 1 lần nhập').waitFor();
        await sign(page, '000000');
        await page.getByTestId('pin-blocked').waitFor();
        await look();
        await page.getByTestId('unblock-pin').click();
        await page.getByTestId('phone-empty').waitFor();
        expect((await signerAt(ws, '/pins/an')).body.triesLeft).toBe(3);
      },
      { width },
    );
  });
});

test('what is typed is still there when a message arrives, and refusing needs no PIN', async () => {
  await walk(async (citizen) => {
    const { page, ws } = citizen;
    const { id, signatures } = await askToSign(ws, ['Đơn đề nghị']);
    await page.goto(phoneOf(citizen));
    await page.getByTestId('pin').fill('1234');
    await ws.phone('/an/api/messages', jsonBody({ from: 'VNeID', text: 'Chào An' }));
    await page.getByText('Chào An').waitFor();
    expect(await page.getByTestId('pin').inputValue()).toBe('1234');
    await page.getByTestId('pin').fill('');
    await page.getByTestId('refuse').click();
    await page.getByTestId('sign-request').waitFor({ state: 'detached' });
    expect((await signerAt(ws, `/${id}`)).body.stage).toBe('refused');
    expect(await signatures()).toEqual([]);
  });
});
