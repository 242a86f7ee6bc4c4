import { expect, test } from 'vitest';
import '../../functions/index.ts';
import { exportedKinds, keptKinds, nameOfKind } from '../../functions/_kit/kept.ts';
import { kinds } from '../../functions/_kit/store.ts';

test('the contracts say of every kind of item that a workspace can hold that it is kept, and how hot it is', async () => {
  const declared = kinds().filter(({ exported }) => exported);
  const facts = (all: typeof declared) => all.map((each) => `${nameOfKind(each)} ${each.hot}`).sort();
  expect(facts(await exportedKinds())).toEqual(facts(declared));
});

test('what never leaves a workspace is cleared with it: keys of certificates, and what goes with them', async () => {
  const cleared = (await keptKinds()).filter(({ exported }) => !exported).map(nameOfKind);
  expect(cleared).toEqual(['sign/certificate', 'sign/holding', 'sign/owned', 'sign/status']);
});
