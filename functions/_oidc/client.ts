import type { Exchange } from '../_kit/exchange.ts';
import { digest } from '../_kit/perform.ts';
import { builtIn } from './built-in.ts';
import type { Client } from './client-defaults.ts';
import type { ClientBook } from './profile.ts';

export { builtInClients, isBuiltIn } from './built-in.ts';
export { type AuthMethod, type Client, withDefaults } from './client-defaults.ts';

/** A client by its id: the workspace's own, or one that every workspace has. */
export async function findClient(
  x: Exchange,
  { system, kinds, scopes }: ClientBook,
  id: string,
): Promise<Client | undefined> {
  const known = builtIn(id, x, system, Object.keys(scopes));
  if (known || id.length === 0 || id.length > 200) return known;
  return (await x.read(kinds.client, id))?.value;
}

const isLoopback = (uri: string): boolean => {
  if (!/^[\x21-\x5b\x5d-\x7e]+$/.test(uri) || !URL.canParse(uri)) return false;
  const { protocol, hostname, username, password, hash } = new URL(uri);
  const plain = !username && !password && !hash && !uri.includes('#');
  return plain && /^https?:$/.test(protocol) && (hostname === 'localhost' || hostname === '127.0.0.1');
};

/** Exactly one of those that were registered, character for character. */
export const mayRedirect = (client: Client, uri: string): boolean =>
  client.loopback ? isLoopback(uri) : client.metadata.redirect_uris.includes(uri);

export const mayReturnAfterLogout = (client: Client, uri: string): boolean =>
  client.loopback ? isLoopback(uri) : (client.metadata.post_logout_redirect_uris ?? []).includes(uri);

/** A person's `sub` at a client: the same everywhere, or the same only within the client's sector. */
export function subjectOf(client: Client, person: string, system: string): string {
  if (client.metadata.subject_type === 'public') return digest(`${system}:${person}`).slice(0, 22);
  const sector = client.metadata.sector_identifier_uri ?? client.metadata.redirect_uris[0]!;
  return digest(`${system}:${new URL(sector).host}:${person}`).slice(0, 22);
}
