import { beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { linkOn, openWide } from './kit/exchange.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

const at = (path: string): string => `${ws.origin}/${ws.id}${path}`;

/** As a browser asks. */
async function visit(url: string) {
  const answer = await ws.fetch(url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
  return { status: answer.status, url, headers: answer.headers, html: await answer.text(), outside: false };
}

test.each([
  ['/dvcqg', 'Cổng Dịch vụ công quốc gia (mô phỏng)', '/dvcqg/'],
  ['/portal', 'Cổng dịch vụ mẫu', '/portal/'],
  ['/bocongan', 'Bộ Công an (mô phỏng)', '/bocongan/'],
  ['/clean', 'làm sạch tài khoản', '/clean/'],
  ['/timeline', 'thời gian', '/timeline/'],
])('a page of %s that refuses says whose it is, and leads to its first page', async (system, name, home) => {
  const refused = await visit(at(`${system}/there-is-no-such-page`));
  expect(refused.status).toBe(404);
  const brand = /brand-system">.*?<\/p>/s.exec(refused.html)?.[0];
  expect(brand).toContain(name);
  const back = linkOn(refused, 'back');
  expect(back).toBe(at(home));
  expect((await openWide(ws).open(back)).status).toBe(200);
});

test('of a system without a first page it leads to the first page of the sandbox', async () => {
  for (const path of [at('/telecom/there-is-no-such-page'), `${ws.origin}/nobody-s/dvcqg/`])
    expect(linkOn(await visit(path), 'back')).toBe(`${ws.origin}/`);
});

test('what is wrong with the input is named on the page, in both languages', async () => {
  const { status, html } = await visit(at('/portal/launch?MaDVC=1.990001&MaTTHCDP=x'));
  expect(status).toBe(400);
  const named = /data-testid="wrong-fields">.*?<\/ul>/s.exec(html)?.[0];
  expect(named).toContain('<code>MaCoQuanThucHien</code>');
  expect(named).toContain('<span lang="vi">Thiếu trường này</span>');
  expect(named).not.toContain('MaDVC');
});

test.each([
  ['/dvcqg/account/unlink', '/dvcqg/account'],
  ['/dvcqg/account/phone/confirm', '/dvcqg/account/phone'],
  ['/dvcqg/account/population/take-over', '/dvcqg/account/population'],
  ['/dvcqg/recovery/finish', '/dvcqg/recovery'],
  ['/portal/account/unlink', '/portal/account'],
  ['/portal/refresh', '/portal/'],
])('whoever opens the address of a form, %s, is led to the page above', async (form, above) => {
  const { status, headers } = await visit(at(form));
  expect([status, headers.get('location')]).toEqual([302, at(above)]);
  const program = await ws.fetch(at(form));
  expect([program.status, program.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a page that is not there is as safe as any other', async () => {
  const { headers } = await visit(at('/dvcqg/there-is-no-such-page'));
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});
