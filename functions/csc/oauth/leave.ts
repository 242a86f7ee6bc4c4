import type { Exchange } from '../../_kit/exchange.ts';
import { hashByOid } from '../algorithms.ts';
import { boundHashes, requireCount } from '../authority.ts';
import { credentialFor, requireGood } from '../credential.ts';
import type { Wish } from '../kinds.ts';
import { type Parameters, single, wrong } from './parameters.ts';

export type Leave = Pick<Wish, 'credential' | 'count' | 'hashes' | 'second'>;

const base64 = /^[\w+/-]+={0,2}$/;

/** Version 1 has `hash`, version 2 `hashes` and which hash they are. */
function hashesIn(x: Exchange, parameters: Parameters): Pick<Leave, 'hashes' | 'second'> {
  const [first, second] = [single(parameters, 'hash'), single(parameters, 'hashes')];
  if (first !== undefined && second !== undefined) throw wrong('Invalid parameter hash');
  const name = second === undefined ? 'hash' : 'hashes';
  // A plus sign is a blank in a query that nobody encoded.
  const list = (first ?? second)?.split(',').map((each) => each.replaceAll(' ', '+'));
  if (list?.some((each) => !base64.test(each))) throw wrong('Invalid Base64 hash string parameter');
  const oid = single(parameters, 'hashAlgorithmOID');
  const hash = second === undefined ? undefined : hashByOid(oid, 'hashAlgorithmOID');
  return { hashes: boundHashes(x, list, { name, hash }), second: second !== undefined };
}

/** What scope `credential` asks leave for. @throws Fault invalid_request */
export async function leaveIn(x: Exchange, parameters: Parameters): Promise<Leave> {
  const id = single(parameters, 'credentialID');
  if (id === undefined) throw wrong('Missing (or invalid type) string parameter credentialID');
  const credential = await credentialFor(x, { person: null, client: null }, id);
  await requireGood(x, credential);
  const count = single(parameters, 'numSignatures');
  if (count === undefined || !/^\d{1,9}$/.test(count))
    throw wrong('Missing (or invalid type) integer parameter numSignatures');
  const { hashes, second } = hashesIn(x, parameters);
  requireCount(x, Number(count), hashes);
  return { credential: credential.serial, count: Number(count), hashes, second };
}

/** Of scope `service`. */
export const none: Leave = { credential: null, count: 0, hashes: null, second: false };
