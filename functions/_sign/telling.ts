import type { Exchange } from '../_kit/exchange.ts';
import type { Run, Service } from '../_kit/implement.ts';
import type { Change } from '../_kit/store.ts';
import { type HeldSigning, promises, type Signing, signings } from './signing.ts';

/** Tells a provider that one of its requests is over, where it wants to know. Never throws. */
export async function tellProvider(
  x: Exchange,
  id: string,
  { system, tells }: Pick<Signing, 'system' | 'tells'>,
): Promise<void> {
  if (!tells) return;
  const url = `${x.deps.origin}/${x.workspace.id}/${system}/app/decided/${encodeURIComponent(id)}`;
  const about = { system, workspace: x.workspace.id };
  try {
    const { ok, status } = await x.deps.fetch(url, { method: 'POST' });
    if (!ok) x.deps.log.warn('a signature provider did not take a decision', { ...about, status });
  } catch (error) {
    x.deps.log.warn('a signature provider could not be told of a decision', {
      ...about,
      error: String(error),
    });
  }
}

/** The signing with the mark that its provider has told whoever asked: of parallel callers one may tell. */
export function told(x: Exchange, { key, value, version, expires }: HeldSigning): Change {
  const own = { ...value.own, told: true };
  const options = { if: { version }, ...(expires !== undefined && { expires }) };
  return x.put(signings, key[3], { ...value, own }, options);
}

/** How many are told of in one call; whoever comes next tells of the others. */
const AT_ONCE = 5;

/**
 * Providers hear of requests that nobody answered in time: the sandbox has no clock that rings, so the next one who
 * asks anything about signing in the workspace tells. Of parallel callers one does.
 */
async function tellOfOverdue(x: Exchange): Promise<void> {
  const first = await x.list(promises, { limit: AT_ONCE });
  const overdue = first.filter(({ value }) => value.until <= x.clock.now);
  await Promise.all(
    overdue.map(async (promise) => {
      const { ok } = await x.deps.store.commit([x.remove(promise)], x.clock.now);
      const { system, signing } = promise.value;
      if (ok) await tellProvider(x, signing, { system, tells: true });
    }),
  );
}

const watched =
  (run: Run<never>): Run<never> =>
  async (x) => {
    const result = await run(x);
    const after = async () => {
      await result.after?.();
      await tellOfOverdue(x);
    };
    return { ...result, after };
  };

/** A service, each call to which tells of what is overdue when it was answered; but not a call that tells of it. */
export const noticing = (service: Service): Service => ({
  ...service,
  routes: Object.fromEntries(
    Object.entries(service.routes).map(([name, route]) => {
      if (name === 'decided') return [name, route];
      return [name, 'preload' in route ? { ...route, run: watched(route.run) } : watched(route)];
    }),
  ),
});
