import { expect, test } from 'vitest';
import { portal } from '../../../test/browser/samples/portal.ts';

/** What is seen at once, and what only whoever unfolds it sees. */
function partsOf(name: string): { seen: string; folded: string } {
  const page = String(portal[name]?.({ lang: 'vi', assets: '/assets' }));
  const fold = /<details class="fold">.*?<\/details>/gs;
  return { seen: page.replaceAll(fold, ''), folded: (page.match(fold) ?? []).join('') };
}

test('the start page tells citizens what they can do; how it is made is folded away for developers', () => {
  const { seen, folded } = partsOf('portal-home');
  expect(seen).toContain('Đăng nhập để nộp hồ sơ');
  expect(seen).not.toMatch(/đội của bạn|PKCE|client_id/);
  expect(folded).toMatch(/Dành cho lập trình viên.*đội của bạn.*PKCE.*client_id/s);
});

test('after a sign-in to submit a dossier comes first, and the token tools are folded away', () => {
  const { seen, folded } = partsOf('portal-signed-in');
  expect(seen).toMatch(/class="button primary" href="\/default\/portal\/services"[^>]*data-testid="apply"/);
  expect(seen.match(/class="button primary"/g)).toHaveLength(1);
  expect(seen).not.toContain('data-testid="refresh"');
  expect(folded).toContain('data-testid="refresh"');
});

test('in the form of a dossier what must be filled in has a star, and nothing else has', () => {
  const { seen } = partsOf('portal-dossier-form');
  const labels = [...seen.matchAll(/<label for="(\w+)">(.*?)<\/label>/gs)];
  const starred = labels.filter(([, , label = '']) => label.includes(' *')).map(([, name]) => name);
  expect(starred).toEqual(['content']);
});
