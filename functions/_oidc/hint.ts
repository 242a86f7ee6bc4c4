import type { Exchange } from '../_kit/exchange.ts';
import type { Profile } from './profile.ts';

/** What an `id_token_hint` says. Few requests bring one, and what checks it is not in a cold start. */
export const readHint = async (x: Exchange, profile: Profile, hint: string) =>
  (await import('./verify.ts')).readIdTokenHint(x, profile, hint);

export const subjectOfHint = async (
  x: Exchange,
  profile: Profile,
  hint: string | undefined,
): Promise<string | undefined> => (hint === undefined ? undefined : (await readHint(x, profile, hint)).sub);
