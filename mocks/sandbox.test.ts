import { expect, test } from 'vitest';
import { sqliteStore } from '../functions/_kit/sqlite.ts';
import { services } from '../functions/index.ts';
import { createSandbox } from './sandbox.ts';

const origin = 'http://localhost:4100';
const { fetch } = createSandbox({ store: sqliteStore(':memory:'), origin });

test.each(['/default/zzz', '/default/console/'])(
  'where no system is, at %s, a browser gets a page that leads on, and a program a problem',
  async (path) => {
    const accept = 'text/html,application/xhtml+xml';
    const page = await fetch(new Request(`${origin}${path}`, { headers: { accept } }));
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toMatch(/href="http:\/\/localhost:4100\/"[^>]*data-testid="back"/);
    const problem = await fetch(new Request(`${origin}${path}`));
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
    expect(await problem.json()).toMatchObject({ status: 404, code: 'unknown_path' });
  },
);

/** What a browser gets at a path or URL. */
const html = (at: string) => fetch(new Request(new URL(at, origin), { headers: { accept: 'text/html' } }));

test.each(services.filter(({ contract }) => !contract.root).map(({ contract }) => contract.name))(
  'a browser that opens the bare address of %s comes to a page',
  async (name) => {
    for (const path of [`/default/${name}`, `/default/${name}/`]) {
      const first = await html(path);
      const to = first.headers.get('location');
      const then = to ? await html(to) : first;
      expect([then.status, then.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    }
  },
);

test('a program that calls a bare address is told that nothing is there', async () => {
  const answer = await fetch(new Request(`${origin}/default/smartca`));
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ code: 'unknown_path' });
});

test('every page that the start page tells people to begin at is there', async () => {
  const start = await (await html('/')).text();
  const doors = [...start.matchAll(/<a\b[^>]*href="([^"]+)"[^>]*data-testid="(?:door|portal|phones)"/g)];
  expect(doors.length).toBeGreaterThan(8);
  for (const [, url = ''] of doors) {
    const page = await html(url);
    expect([url, page.status, page.headers.get('content-type')]).toEqual([
      url,
      200,
      'text/html; charset=utf-8',
    ]);
  }
});
