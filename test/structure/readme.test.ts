import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sqliteStore } from '../../functions/_kit/sqlite.ts';
import { createSandbox } from '../../mocks/sandbox.ts';
import { read } from './imports.ts';

const origin = 'http://localhost:4100';
const pages = ['README.md', 'README.vi.md'];

/** The requests that a page invites its reader to paste. */
function curls(page: string): Request[] {
  const commands = read(page).matchAll(
    /^curl (?:-X (\w+) )?(\S+)[\s\\]+-H '([^:]+): ([^']+)'[\s\\]+-d '([^']+)'/gm,
  );
  return [...commands].map(([, method = 'POST', url, header, value, body]) => {
    const headers = { [header as string]: value as string };
    return new Request(url as string, { method, headers, body: body as string });
  });
}

test.each(pages)('every request in %s is accepted as it stands', async (page) => {
  const sandbox = createSandbox({ store: sqliteStore(':memory:'), origin });
  const requests = curls(page);
  expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
    '/default/control/clients',
    '/default/control/settings',
    '/default/insurance/api/token/take',
    '/default/control/faults',
    '/default/control/settings',
    '/default/ca769/vnpt-ca/get_certificate',
    '/default/control/settings',
    '/api/workspaces',
  ]);
  for (const request of requests) {
    const answer = await sandbox.fetch(request);
    expect([request.url, answer.status, await answer.text()]).toEqual([
      request.url,
      request.method === 'PATCH' || /\/(take|get_certificate)$/.test(request.url) ? 200 : 201,
      expect.any(String),
    ]);
  }
});

test.each(pages)('every settings text in %s is one that the control API takes', async (page) => {
  const sandbox = createSandbox({ store: sqliteStore(':memory:'), origin });
  const texts = [...read(page).matchAll(/`(\{"(?:autopilot|clock|signing)[^`]+\})`/g)].map(
    ([, text]) => text as string,
  );
  expect(texts.length).toBeGreaterThan(1);
  for (const body of texts) {
    const headers = { 'content-type': 'application/json' };
    const request = new Request(`${origin}/default/control/settings`, { method: 'PATCH', headers, body });
    expect([body, (await sandbox.fetch(request)).status]).toEqual([body, 200]);
  }
});

test.each([...pages, 'CONTRIBUTING.md'])('every page that %s leads to is there', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to]) => to as string);
  expect(links.filter((to) => !existsSync(join(import.meta.dirname, '../..', to)))).toEqual([]);
});

test('the Vietnamese page has all that the English one has', () => {
  const outline = (page: string) => read(page).match(/^(#+ |```|\| Issuer|<details>)/gm);
  expect(outline('README.vi.md')).toEqual(outline('README.md'));
});
