import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { chainFrom } from '../../functions/_verify/chain.ts';
import { asAuthority, asSigner, type Certified, certified } from './certified.ts';

const read = ({ der }: Certified) => new X509Certificate(der);

const endOf = (leaf: Certified, lyingAbout: Certified[], ...roots: Certified[]) =>
  chainFrom(read(leaf), lyingAbout.map(read), roots.map(read)).end;

/** Root, two authorities below one another, a signer; each authority with its path length. */
async function line(...lengths: (number | undefined)[]) {
  const root = await certified({ name: 'root', extensions: asAuthority(lengths[0]) });
  const upper = await certified({ name: 'upper', by: root, extensions: asAuthority(lengths[1]) });
  const lower = await certified({ name: 'lower', by: upper, extensions: asAuthority(lengths[2]) });
  const leaf = await certified({ name: 'leaf', by: lower, extensions: asSigner() });
  return { root, upper, lower, leaf };
}

test.each([
  [undefined, undefined, undefined, 'trusted'],
  [2, 1, 0, 'trusted'],
  [undefined, 0, undefined, 'unknown'],
  [1, undefined, undefined, 'unknown'],
] as const)('path lengths %s, %s, %s make a chain that is %s', async (root, upper, lower, end) => {
  const made = await line(root, upper, lower);
  expect(endOf(made.leaf, [made.lower, made.upper], made.root)).toBe(end);
});

test('where an authority has a certificate of two others, the way over the trusted one is found', async () => {
  const { root, upper, lower, leaf } = await line();
  const stranger = await certified({ name: 'stranger', extensions: asAuthority() });
  const crossed = await certified({
    name: 'lower',
    by: stranger,
    keys: lower.keys,
    extensions: asAuthority(),
  });
  expect(endOf(leaf, [crossed, stranger, lower, upper], root)).toBe('trusted');
  expect(endOf(leaf, [crossed, stranger], root)).toBe('unknown');
  expect(endOf(leaf, [crossed], root)).toBe('incomplete');
});

test('authorities that vouch for one another in every way cost little', async () => {
  const names = Array.from({ length: 6 }, (_, at) => `mesh ${at}`);
  const first = await Promise.all(names.map((name) => certified({ name, extensions: asAuthority() })));
  const mesh = await Promise.all(
    first.flatMap(({ keys }, at) =>
      first.map((by) => certified({ name: names[at] as string, by, keys, extensions: asAuthority() })),
    ),
  );
  const leaf = await certified({ name: 'leaf', by: first[0] as Certified, extensions: asSigner() });
  const root = await certified({ name: 'root', extensions: asAuthority() });
  const start = performance.now();
  expect(endOf(leaf, mesh, root)).toBe('unknown');
  expect(performance.now() - start).toBeLessThan(3000);
});
