import type { Exchange } from '../_kit/exchange.ts';
import { type Change, kind } from '../_kit/store.ts';
import type { QrSignIn } from './domain.ts';

const scanKind = kind<{ at: number }>(
  'phone',
  'scan',
  'id: slug, id of the QR sign-in. This phone has scanned the code and asks its owner; when (token clock). As long as the code.',
);

/** From now on the sign-in waits among the approvals of this phone. */
export const scanning = (x: Exchange, slug: string, { id, expiresAt }: QrSignIn): Change =>
  x.put(scanKind, `${slug},${id}`, { at: x.clock.now }, { expires: expiresAt });

/** Ids of the QR sign-ins that this phone has scanned. */
export async function scanned(x: Exchange, slug: string): Promise<ReadonlySet<string>> {
  const own = `${slug},`;
  const items = await x.list(scanKind, { after: own });
  return new Set(items.flatMap(({ key }) => (key[3].startsWith(own) ? [key[3].slice(own.length)] : [])));
}
