import { expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import { authorizeAt, chosenAt, demoAt, linkOn, openWide, told } from './kit/exchange.ts';

test('before 01/07/2024 no organisation is led to VNeID: the page names the day and the document', async () => {
  const ws = await openWorkspace({ calendar: '2024-06-30' });
  const portal = demoAt(ws);
  const browser = openWide(ws);
  const page = await browser.open(authorizeAt(portal));
  expect(page.html).not.toContain('data-testid="vneid-organisation"');
  expect(page.html).toMatch(/organisation-not-yet.*có từ 01\/07\/2024.*Nghị định 69\/2024\/NĐ-CP/s);

  const tile = linkOn(page, 'vneid').replace('idp=VNeID', 'idp=VNeID-ToChuc');
  const early = await browser.open(tile);
  expect([early.status, early.html]).toEqual([
    403,
    expect.stringMatching(/not_yet:.*01\/07\/2024.*69\/2024/),
  ]);
  expect(early.html).toContain('data-testid="retry"');

  await ws.configure({ calendar: '2024-07-01' });
  expect((await browser.open(linkOn(early, 'retry'))).html).toContain('data-testid="vneid-organisation"');
  const { code } = told(portal, await chosenAt(browser, await browser.open(tile), 'khanh'));
  expect(code).toBeDefined();
});
