import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { services } from '../../functions/index.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { street } from './street.ts';

const { walk } = street();

const docs = (ws: TestWorkspace, system: string, operation = ''): string =>
  `${ws.origin}/${ws.id}/${system}/docs${operation && `#op-${operation}`}`;

/** Sends the form of an operation, and reads what came. */
async function attempt(page: Page, operation: string) {
  const section = page.locator(`#op-${operation}`);
  await section.getByTestId('try-send').click();
  await section.locator('[data-status]:not(:empty)').waitFor();
  return {
    status: (await section.getByTestId('status').textContent())?.slice(0, 3),
    headers: await section.getByTestId('answer-headers').textContent(),
    body: await section.getByTestId('answer-body').textContent(),
    curl: await section.getByTestId('curl').textContent(),
  };
}

describe('the contract page has nothing wrong, with an operation and its folds open', () => {
  test.each([
    { system: 'vneid', width: 375, colorScheme: 'light' },
    { system: 'telecom', width: 375, colorScheme: 'dark' },
    { system: 'people', width: 320, colorScheme: 'light' },
    { system: 'control', width: 320, colorScheme: 'light' },
    { system: 'population', width: 1280, colorScheme: 'light' },
    { system: 'post', width: 1280, colorScheme: 'dark' },
  ] as const)('of $system, at $width px, $colorScheme', async ({ system, ...screen }) => {
    await walk(async ({ ws, page, look }) => {
      await page.goto(docs(ws, system));
      const first = page.getByTestId('operation').first();
      await first.locator('summary').first().click();
      for (const fold of await first.locator('.fold > summary').all()) await fold.click();
      await look();
    }, screen);
  });
});

test('a call goes out as it stands in the form, and what came back is shown', async () => {
  await walk(async ({ ws, page, look }) => {
    await page.goto(docs(ws, 'phone', 'receive'));
    const { status, headers, body, curl } = await attempt(page, 'receive');
    expect([status, JSON.parse(body!)]).toMatchObject(['201', { from: 'CongDVC', code: '482915' }]);
    expect(headers).toContain('content-type: application/json');
    expect(curl).toContain(`curl -i -X POST '${ws.origin}/${ws.id}/phone/an/api/messages'`);
    await page.locator('#try-receive-person').fill('khong-co');
    expect((await attempt(page, 'receive')).curl).toContain('/phone/khong-co/api/messages');
    await page.locator('#op-receive [data-status]').getByText('404').waitFor();
    await look();
  });
});

test('a call that needs an earlier one runs that first, and fills in what it gave', async () => {
  await walk(async ({ ws, page }) => {
    await page.goto(docs(ws, 'vneid', 'readClient'));
    const { status, body } = await attempt(page, 'readClient');
    expect([status, JSON.parse(body!).client_name]).toEqual(['200', 'Cổng thử nghiệm']);
  });
});

test('a call that carries a digest computes it in the browser', async () => {
  await walk(async ({ ws, page }) => {
    await page.goto(docs(ws, 'population', 'lookup'));
    const { status, body } = await attempt(page, 'lookup');
    expect([status, body?.includes('NGUYỄN') || body?.includes('Nguyễn')]).toEqual(['200', true]);
  });
});

test('the control API is called with the key that was typed', async () => {
  await walk(async ({ ws, page }) => {
    await page.goto(docs(ws, 'control', 'readClock'));
    expect((await attempt(page, 'readClock')).status).toBe('401');
    const made = await fetch(`${ws.origin}/api/workspaces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { id, key } = (await made.json()) as { id: string; key: string };
    await page.goto(docs({ ...ws, id }, 'control', 'readClock'));
    await page.getByTestId('key').fill(key);
    expect((await attempt(page, 'readClock')).status).toBe('200');
  });
});

test('a failure is asked for by choosing it', async () => {
  await walk(async ({ ws, page }) => {
    await page.goto(docs(ws, 'phone', 'messages'));
    await page.locator('#op-messages').getByTestId('try-failure').selectOption('malformed');
    const { status, curl, body } = await attempt(page, 'messages');
    expect([status, curl?.includes("-H 'x-hopcat-fault: malformed'")]).toEqual(['200', true]);
    expect(() => JSON.parse(body!)).toThrow();
  });
});

test('another example fills the form', async () => {
  await walk(async ({ ws, page }) => {
    await page.goto(docs(ws, 'phone', 'messages'));
    await page.locator('#op-messages').getByTestId('try-example').selectOption('1');
    expect(await page.locator('#try-messages-person').inputValue()).toBe('khong-co');
    expect((await attempt(page, 'messages')).status).toBe('404');
  });
});

test('what several operations take or answer is shown once, and a link opens it', async () => {
  await walk(async ({ ws, page, look }) => {
    await page.goto(docs(ws, 'control', 'readPerson'));
    const link = page.locator('#op-readPerson').getByTestId('shape-link').first();
    const name = await link.locator('code').innerText();
    await link.click();
    const table = page.getByRole('region', { name: `Dữ liệu dùng chung: ${name} ` });
    await table.getByText('personalNumber', { exact: true }).first().waitFor();
    await look();
  });
});

const LARGEST = 250_000;
const written = services.filter(({ contract }) => !contract.root);

describe('no contract page is too large for a phone', () => {
  test.each(written.map(({ contract }) => contract))('of $name', async ({ name, operations }) => {
    await walk(async ({ ws }) => {
      const page = await (await fetch(docs(ws, name))).text();
      expect(page.length).toBeLessThan(LARGEST);
      const [operation] = [...page.matchAll(/data-body-of="(\w+)"/g)].map(([, each]) => each!);
      if (!operation) return;
      const one = await (await fetch(`${docs(ws, name)}?operation=${operation}`)).text();
      expect(one.length).toBeLessThan(LARGEST / 3);
      const every = await (await fetch(`${docs(ws, name)}?operation=*`)).text();
      expect(every.split('data-testid="try"')).toHaveLength(Object.keys(operations).length + 1);
    });
  });
});

describe('of a large contract an operation comes when somebody opens it', () => {
  test('by a press, with all that the small ones have', async () => {
    await walk(
      async ({ ws, page, look }) => {
        await page.goto(docs(ws, 'dvcqg'));
        const place = page.locator('#op-register');
        expect(await place.getByTestId('try').count()).toBe(0);
        await place.locator('summary').first().click();
        await place.getByTestId('try-send').waitFor();
        for (const fold of await place.locator('.fold > summary').all()) await fold.click();
        expect(await place.locator('[data-curl]').textContent()).toContain('/dvcqg/api/registrations');
        await look();
      },
      { width: 375 },
    );
  });

  test('by a link to it, and it sends the call that it needs first', async () => {
    await walk(async ({ ws, page }) => {
      await page.goto(docs(ws, 'dvcqg', 'lockAccount'));
      const { status, curl } = await attempt(page, 'lockAccount');
      expect([status, curl?.includes('{{')]).toEqual(['200', false]);
    });
  });

  test('without JavaScript by a link, on a page with all that it refers to', async () => {
    await walk(
      async ({ ws, page }) => {
        await page.goto(docs(ws, 'dvcqg'));
        await page.locator('#op-register > summary').click();
        await page.locator('#op-register').getByTestId('operation-page').click();
        await page.locator('#op-register').getByTestId('fields').first().waitFor();
        const dangling = await page.evaluate(
          `[...document.querySelectorAll('a[href^="#"]')].filter((a) => !document.querySelector(a.hash)).map((a) => a.hash)`,
        );
        expect([await page.getByTestId('fault-link').count(), dangling]).toEqual([
          expect.toSatisfy((links: number) => links > 5),
          [],
        ]);
      },
      { javaScriptEnabled: false },
    );
  });
});

test('the header of a failure is copied by one press', async () => {
  await walk(
    async ({ ws, page }) => {
      await page.goto(docs(ws, 'phone', 'messages'));
      await page.locator('#op-messages').getByTestId('failures-toggle').click();
      await page.locator('#op-messages').getByTestId('all-failures').click();
      await page.getByTestId('copy-failure').first().click();
      await page.locator('[data-copied]').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe('x-hopcat-fault: down');
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('the keyboard alone opens an operation and sends its call', async () => {
  await walk(async ({ ws, page }) => {
    await page.goto(docs(ws, 'phone'));
    await page.locator('#op-state > summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('#try-state-person').focus();
    await page.keyboard.press('Enter');
    await page.locator('#op-state [data-status]:not(:empty)').waitFor();
    expect(await page.locator('#op-state [data-status]').textContent()).toMatch(/^200 /);
  });
});

test('without JavaScript the contract can be read all the same', async () => {
  await walk(
    async ({ ws, page }) => {
      await page.goto(docs(ws, 'phone'));
      expect(await page.locator('noscript').first().isVisible()).toBe(true);
      await page.locator('#op-messages > summary').click();
      await page.locator('#op-messages').getByTestId('fields').first().waitFor();
      expect(await page.getByTestId('failure').first().innerText()).toBe('x-hopcat-fault: down');
    },
    { javaScriptEnabled: false },
  );
});
