import { beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openWorkspace({ population: { authentication: 'off' } });
});

const journal = async () => (await ws.control('/journal')).text();

test('an Authorization header that is nothing but a secret is not shown', async () => {
  await ws.fetch('/userinfo', { headers: { authorization: 'nothing-but-the-secret' } });
  expect(await journal()).not.toContain('nothing-but');
});

test('neither the present password nor the new one, typed twice, is shown', async () => {
  await ws.fetch(`${ws.origin}/${ws.id}/dvcqg/account/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ current: 'Cu@ky-1', password: 'Moi@ky-2', again: 'Moi@ky-2' }),
  });
  const kept = await journal();
  expect(kept).toContain('passwordChangePage');
  expect(kept).not.toMatch(/Cu@ky|Moi@ky|%40ky/);
});

test('the text of a message stands on the phone, and not in the journal', async () => {
  await ws.phone('/an/api/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: 'CongDVC', text: 'Mã xác thực của bạn là 482915' }),
  });
  expect(await (await ws.phone('/an/api/messages')).text()).toContain('482915');
  expect(await journal()).not.toContain('482915');
});

test.each([
  ['a comment', '001<!-- -->090000001'],
  ['a character by its number', '&#48;&#x30;1090000001'],
  ['CDATA', '001<![CDATA[090000001]]>'],
])('a number that is not ours does not hide in XML behind %s', async (_, number) => {
  await ws.fetch(`${ws.origin}/${ws.id}/population/XacThucThongTinCongDan`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><a>${number}</a></s:Body></s:Envelope>`,
  });
  const kept = await journal();
  expect(kept).toContain('<a>************</a>');
  expect(kept).not.toContain('090000001');
});
