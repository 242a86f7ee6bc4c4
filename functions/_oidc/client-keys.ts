import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { Exchange } from '../_kit/exchange.ts';
import { outgoing } from '../_kit/outgoing.ts';
import type { Client } from './client.ts';
import { invalidClient } from './invalid-client.ts';
import { isUsable } from './usable-key.ts';

const asKeySet = (body: unknown): JSONWebKeySet | undefined =>
  typeof body === 'object' && body !== null && 'keys' in body && Array.isArray(body.keys)
    ? (body as JSONWebKeySet)
    : undefined;

async function fetchKeys(x: Exchange, url: string): Promise<JSONWebKeySet> {
  const request = new Request(url, { headers: { accept: 'application/json' } });
  const { response } = await outgoing(x, 'client-jwks', request);
  const body = response?.ok ? await response.json().catch(() => undefined) : undefined;
  const found = asKeySet(body);
  if (!found) throw invalidClient(`the client's jwks_uri ${url} did not answer with its keys`);
  return found;
}

/** The usable keys that a client registered, by value or by address. @throws Fault invalid_client */
export async function clientKeys(x: Exchange, { metadata }: Client) {
  const { jwks, jwks_uri } = metadata;
  const found = jwks ?? (jwks_uri === undefined ? undefined : await fetchKeys(x, jwks_uri));
  if (!found) throw invalidClient('this client registered neither jwks nor jwks_uri');
  const keys = found.keys.filter((key) => typeof key === 'object' && key !== null && isUsable(key));
  return createLocalJWKSet({ keys: keys as JSONWebKeySet['keys'] });
}
