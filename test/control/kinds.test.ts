import { expect, test } from 'vitest';
import '../../functions/index.ts';
import { keptKinds, nameOfKind } from '../../functions/_kit/kept.ts';
import { kinds } from '../../functions/_kit/store.ts';

test('the contracts say of every kind of item that a workspace can hold that it is kept, and how hot it is', async () => {
  const declared = kinds().filter(({ exported }) => exported);
  const facts = (all: typeof declared) => all.map((each) => `${nameOfKind(each)} ${each.hot}`).sort();
  expect(facts(await keptKinds())).toEqual(facts(declared));
});
