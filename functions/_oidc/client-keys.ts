import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { outgoing } from '../_kit/outgoing.ts';
import type { Client } from './client.ts';

async function fetchKeys(x: Exchange, url: string): Promise<JSONWebKeySet> {
  const { response } = await outgoing(
    x,
    'client-jwks',
    new Request(url, { headers: { accept: 'application/json' } }),
  );
  if (!response?.ok)
    throw new Fault('invalid_client', `the client's jwks_uri ${url} did not answer with its keys`);
  return (await response.json()) as JSONWebKeySet;
}

/** The keys that a client registered, by value or by address. @throws Fault invalid_client */
export async function clientKeys(x: Exchange, { metadata }: Client) {
  const keys = metadata.jwks ?? (metadata.jwks_uri && (await fetchKeys(x, metadata.jwks_uri)));
  if (!keys) throw new Fault('invalid_client', 'this client registered neither jwks nor jwks_uri');
  return createLocalJWKSet(keys as JSONWebKeySet);
}
