import type { Deps } from './deps.ts';
import { keptKinds } from './kept.ts';
import type { Kind } from './store.ts';

const AT_ONCE = 100;

/** Removes all items of a kind in a space, from the first id to `until` (default: all). */
export async function forgetKind(
  { store }: Pick<Deps, 'store'>,
  space: string,
  { system, kind }: Kind<unknown>,
  until?: string,
): Promise<void> {
  for (;;) {
    const items = await store.list([space, system, kind], { now: 0, limit: AT_ONCE });
    const old = items.filter(({ key }) => until === undefined || key[3] <= until);
    if (old.length > 0)
      await store.commit(
        old.map(({ key }) => ({ remove: key })),
        0,
      );
    if (old.length < AT_ONCE) return;
  }
}

/**
 * Clears a space that no workspace has any more. It is out of reach already, so whatever fails is left to its
 * expiry. Never throws.
 */
export async function forgetSpace(deps: Deps, space: string): Promise<void> {
  try {
    for (const kind of await keptKinds()) await forgetKind(deps, space, kind);
  } catch (error) {
    deps.log.warn('an old space was not cleared', { error: String(error) });
  }
}
