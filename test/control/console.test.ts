import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cast } from '../../people/index.ts';
import { type House, ORIGIN, openHouse } from './house.ts';

let house: House;
beforeEach(() => {
  house = openHouse();
});
afterEach(async () => {
  expect(house.log).toEqual([]);
  await house.close();
});

/** What stands under a test id. */
const under = (page: string, testid: string) =>
  new RegExp(`data-testid="${testid}"[^>]*>(?:<code>)?([^<]*)`).exec(page)?.[1];

describe('the start page', () => {
  test('tells a newcomer where to sign in, what to connect to, and who is there', async () => {
    const { status, headers, body } = await house.ask('GET', '/');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toContain('<html lang="vi">');
    expect(under(body, 'issuer')).toBe(`${ORIGIN}/default/vneid`);
    for (const text of ['demo-portal-secret', `${ORIGIN}/default/portal`, `${ORIGIN}/default/phone`]) {
      expect(body).toContain(text);
    }
    for (const { name } of cast) expect(body).toContain(name.full.replace("'", '&#39;'));
  });

  test('leads nowhere that is not there', async () => {
    const { body } = await house.ask('GET', '/');
    const links = [...body.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, url]) => url as string);
    expect(links.length).toBeGreaterThan(4);
    for (const url of links) {
      const { status } = await house.ask('GET', url);
      expect([url, [200, 302, 303].includes(status)]).toEqual([url, true]);
    }
  });

  test('makes a workspace at the press of a button, and shows its key once', async () => {
    const { status, headers, body } = await house.ask('POST', '/', { form: {}, headers: { origin: ORIGIN } });
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
    const [id, key] = [under(body, 'workspace-id'), under(body, 'workspace-key')] as [string, string];
    expect((await house.ask('GET', `/api/workspaces/${id}`, { key })).status).toBe(200);
    expect(under(body, 'issuer')).toBe(`${ORIGIN}/${id}/vneid`);
  });

  test('speaks of no workspace that a deployment does not have', async () => {
    const deployed = openHouse({ local: false });
    const { body } = await deployed.ask('GET', '/');
    expect(body).not.toContain('/default/');
    expect(body).toContain('data-testid="create"');
    await deployed.close();
  });

  test('loads nothing from elsewhere, and has no script or style of its own in it', async () => {
    const { headers, body } = await house.ask('GET', '/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).not.toMatch(/<style|<script(?![^>]*src=)| style="| on\w+="/);
    for (const [, url] of body.matchAll(/(?:src|href)="(https?:[^"]+)"/g))
      expect(url.startsWith(ORIGIN)).toBe(true);
  });
});

describe('the page of a workspace', () => {
  test('leads to its own pages, whether the slash is there or not', async () => {
    const { body: made } = await house.ask('POST', '/', { form: {}, headers: { origin: ORIGIN } });
    const id = under(made, 'workspace-id')!;
    expect(made).toMatch(new RegExp(`href="/${id}/"[^>]*data-testid="workspace"`));
    for (const path of [`/${id}/`, `/${id}`]) {
      const { status, body } = await house.ask('GET', path);
      expect([status, under(body, 'issuer')]).toEqual([200, `${ORIGIN}/${id}/vneid`]);
      expect(body).toContain('Bearer KHOA-CUA-BAN');
      expect(body).not.toContain('/default/');
      const links = [...body.matchAll(/href="(http[^"]+)"/g)].map(([, url]) => url as string);
      expect(links.length).toBeGreaterThan(20);
      for (const url of links) expect(url.startsWith(`${ORIGIN}/${id}/`)).toBe(true);
    }
    const { body } = await house.ask('GET', `/${id}`);
    const doors = [...body.matchAll(/href="([^"]+)"[^>]*data-testid="(?:door|portal|phones)"/g)];
    expect(doors.length).toBeGreaterThan(8);
    for (const [, url = ''] of doors) {
      expect([url, (await house.ask('GET', url)).status]).toEqual([url, 200]);
    }
  });

  test('is the start page itself for the one that is there from the start', async () => {
    const { status, headers } = await house.ask('GET', '/default/');
    expect([status, headers.get('location')]).toEqual([303, '/']);
  });

  test.each(['/nobody-made-this/', '/api/', '/A/', '/099090000001/'])('is refused at %s', async (path) => {
    const { status, body } = await house.ask('GET', path);
    expect(status).toBe(404);
    expect(body).toContain('Không có không gian làm việc này');
    expect(body).toMatch(/href="[^"]*\/"[^>]*data-testid="back"/);
  });
});

describe('an asset', () => {
  test('is served with its type, and not twice', async () => {
    const first = await house.ask('GET', '/assets/page.css');
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    const headers = { 'if-none-match': first.headers.get('etag')! };
    const second = await house.ask('GET', '/assets/page.css', { headers });
    expect([second.status, second.body]).toEqual([304, '']);
  });

  test('that is a font may be kept for a year', async () => {
    const { headers } = await house.ask('GET', '/assets/be-vietnam-pro-vietnamese-400-normal.woff2');
    expect(headers.get('cache-control')).toContain('max-age=31536000');
  });

  test.each(['nothing.css', '..%2Fassets.ts', '..%2F..%2Fpackage.json', 'constructor'])(
    'called %s is not found',
    async (name) => {
      expect((await house.ask('GET', `/assets/${name}`)).status).toBe(404);
    },
  );
});
