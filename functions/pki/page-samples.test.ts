import { expect, test } from 'vitest';
import { samples } from '../../contracts/_pki/samples.ts';
import { pkiVerdict } from '../../test/browser/samples/pki-verdict.ts';
import { ASSETS } from '../_kit/wire.ts';

const page = String(pkiVerdict['pki-samples']?.({ lang: 'vi', assets: ASSETS }));
const [head = '', ...parts] = page.split('<section class="samples" id="');

const groups = parts.map((part) => ({
  id: part.slice(0, part.indexOf('"')),
  names: [...part.matchAll(/\/samples\/([\w.-]+)"/g)].map(([, name = '']) => name),
}));

const namesIn = (wanted: string) => groups.find(({ id }) => id === wanted)?.names ?? [];

test('every sample stands under one heading, and no heading is without any', () => {
  expect(groups.flatMap(({ names }) => names).toSorted()).toEqual(Object.keys(samples).toSorted());
  expect(groups.filter(({ names }) => names.length === 0)).toEqual([]);
});

test('links on top lead to each heading and say how many there are', () => {
  const nav = head.slice(head.indexOf('data-testid="sample-groups"'));
  const links = [...nav.matchAll(/href="#(\w+)"[\s\S]*?\((\d+)\)/g)];
  expect(links.map(([, id, count]) => [id, Number(count)])).toEqual(
    groups.map(({ id, names }) => [id, names.length]),
  );
});

test('good ones come first, and others by what is wrong with them', () => {
  expect(groups[0]?.id).toBe('valid');
  expect(namesIn('valid')).toContain('expired-later.pdf');
  expect(namesIn('certificate')).toEqual(expect.arrayContaining(['expired.pdf', 'missing-issuer.pdf']));
  expect(namesIn('changed')).toEqual(expect.arrayContaining(['changed.xml', 'added.pdf']));
  expect(namesIn('stamp')).toEqual(['stranger-stamp.pdf', 'wrong-stamp.pdf']);
  expect(namesIn('hash')).toContain('sha1-certificate.pdf');
  expect(namesIn('form')).toEqual(['not-signed.pdf', 'not-signed.xml', 'cut.p7m']);
});
