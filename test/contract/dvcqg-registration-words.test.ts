import { expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import { BEFORE, portalUrl } from './kit/registration.ts';
import { form } from './kit/wire.ts';

test('whoever registers by a number without a signing SIM is told so, beside the number', async () => {
  const ws = await openWorkspace({ calendar: BEFORE });
  const sent = form({ kind: 'citizen', phone: '0950000999' });
  const answer = await ws.fetch(`${portalUrl(ws)}/registration/ways/sim`, sent);
  expect(answer.status).toBe(422);
  const error = /data-testid="phone-error".*?<\/p>/s.exec(await answer.text())?.[0];
  expect(error).toContain('không có SIM ký số');
});

const textIn = (html: string, testid: string): string | undefined =>
  new RegExp(`data-testid="${testid}"[^>]*>(.*?)</(?:p|ol|div)>`, 's').exec(html)?.[1];

test('the captcha is told from the code by SMS, and its refusal speaks of no picture', async () => {
  const ws = await openWorkspace({ calendar: BEFORE });
  const url = `${portalUrl(ws)}/registration/ways/mobile?kind=citizen&person=mai`;
  const html = await (await ws.fetch(url)).text();
  expect(html).toContain('không phải mã gửi qua SMS');
  expect(textIn(html, 'progress')).toMatch(/2\. <[^>]*><[^>]*>Mã SMS</);
  const mai = { number: '099192000002', name: 'Trần Thị Mai', birth: '20/11/1992', phone: '0950000102' };
  const sent = form({ kind: 'citizen', ...mai, captcha: 'AAAAA', captcha_of: 'x' });
  const refused = await (await ws.fetch(`${portalUrl(ws)}/registration/ways/mobile`, sent)).text();
  const error = textIn(refused, 'captcha-error') ?? textIn(refused, 'error');
  expect(error).toContain('Mã xác thực hiện trên trang');
  expect(error).not.toContain('trong hình');
});

test('the last step is called as its button: "Đăng ký"', async () => {
  const ws = await openWorkspace({ calendar: BEFORE });
  const html = await (
    await ws.fetch(`${portalUrl(ws)}/registration/ways/usb?kind=citizen&person=mai`)
  ).text();
  expect(textIn(html, 'progress')).toMatch(/3\. <[^>]*><[^>]*>Đăng ký</);
});
