import { expect, test } from 'vitest';
import { sqliteStore } from '../functions/_kit/sqlite.ts';
import { createSandbox } from './sandbox.ts';

const origin = 'http://localhost:4100';
const { fetch } = createSandbox({ store: sqliteStore(':memory:'), origin });

test.each(['/default/zzz', '/zzz', '/default/console/'])(
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
