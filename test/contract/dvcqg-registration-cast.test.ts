import { beforeEach, expect, test } from 'vitest';
import { castDirectory } from '../../people/cast.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { BEFORE, outcome } from './kit/registration.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
  await ws.configure({ calendar: BEFORE });
});

test.each([
  ['mobile', 'sim-under-cmnd', ['sim_under_cmnd']],
  ['mobile', 'sim-other-owner', ['sim_other_owner', 'too_young']],
  ['mobile', 'sim-suspended', ['sim_suspended']],
  ['mobile', 'sim-not-normalised', ['sim_not_normalised']],
  ['mobile', 'sim-cancelled', ['sim_cancelled']],
  ['mobile', 'sim-ported', ['succeeds']],
  ['insurance', 'insurance-name-differs', ['insurance_does_not_match']],
  ['insurance', 'insurance-name-spelling', ['insurance_does_not_match']],
  ['insurance', 'insurance-name-initials', ['insurance_does_not_match']],
  ['insurance', 'insurance-birth-differs', ['insurance_does_not_match']],
  ['insurance', 'insurance-expired', ['succeeds', 'phone_taken']],
  ['insurance', 'insurance-defence', ['succeeds']],
  ['post', 'post-account-only', ['succeeds']],
  ['post', 'post-locked', ['post_locked']],
  ['post', 'post-other-phone', ['succeeds']],
  ['post', 'no-post-account', ['post_no_account']],
] as const)('by %s, whoever is tagged %s: one of %j', async (way, tag, codes) => {
  const people = castDirectory.people.filter(({ tags }) => tags.includes(tag));
  expect(people).not.toEqual([]);
  for (const person of people) expect(codes).toContain(await outcome(ws, person, way, 'citizen'));
});
