import type { ClientMetadata } from '../../contracts/_oidc.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { outgoing } from '../_kit/outgoing.ts';

/**
 * The sector of pairwise subjects must own up to every redirect URI (OpenID Connect Dynamic Client Registration
 * 1.0, 5). @throws Fault invalid_client_metadata
 */
export async function checkSector(
  x: Exchange,
  { sector_identifier_uri, redirect_uris }: ClientMetadata,
): Promise<void> {
  if (sector_identifier_uri === undefined) return;
  const request = new Request(sector_identifier_uri, { headers: { accept: 'application/json' } });
  const { response, refused } = await outgoing(x, 'sector-identifier', request);
  const listed: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined;
  if (!Array.isArray(listed)) {
    const why = refused ?? 'it did not answer with a JSON array of redirect URIs';
    throw new Fault('invalid_client_metadata', `sector_identifier_uri: ${why}`);
  }
  const missing = redirect_uris.find((uri) => !listed.includes(uri));
  if (missing === undefined) return;
  throw new Fault('invalid_client_metadata', `sector_identifier_uri does not list '${missing}'`);
}
