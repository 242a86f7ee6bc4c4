import type { Exchange } from '../_kit/exchange.ts';
import type { Item } from '../_kit/store.ts';
import type { ClientBook } from '../_oidc/profile.ts';

const AT_ONCE = 100;

async function removeAll({ deps, clock }: Exchange, items: readonly Item[]): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE);
    await deps.store.commit(
      some.map(({ key }) => ({ remove: key })),
      clock.now,
    );
  }
}

/** Removes what people and provider gave to a client that is gone. */
export async function forgetClient(x: Exchange, { kinds }: ClientBook, client: string): Promise<void> {
  const grants = (await x.list(kinds.grant)).filter(({ value }) => value.client === client);
  const consents = (await x.list(kinds.consent)).filter(({ key }) => key[3].endsWith(`,${client}`));
  await removeAll(x, [...grants, ...consents]);
}
