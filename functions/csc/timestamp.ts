import type { TimestampInput } from '../../contracts/_csc/v1.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { publishedAt } from '../_sign/authority.ts';
import { hashByOid, requireLength } from './algorithms.ts';
import { callerOf } from './token.ts';

const unavailable = (detail: string): Fault => new Fault('temporarily_unavailable', detail);

/** What the sandbox's time stamping authority answers. @throws Fault temporarily_unavailable */
async function fromAuthority(x: Exchange, query: Uint8Array): Promise<Uint8Array> {
  const answer = await x.deps.fetch(`${publishedAt(x)}/tsa`, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(query),
  });
  if (!answer.ok) throw unavailable(`the time stamping authority answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** An RFC 3161 token of the sandbox's time stamping authority. */
export async function timestamp(x: Exchange<TimestampInput>) {
  await callerOf(x);
  const { hash, hashAlgo, nonce } = x.input;
  const name = hashByOid(hashAlgo, 'hashAlgo');
  requireLength([hash], name);
  const { timestampQuery, timestampToken } = await import('./timestamp-query.ts');
  const query = timestampQuery(name, Buffer.from(hash, 'base64'), nonce);
  const token = timestampToken(await fromAuthority(x, query));
  if (!token) throw unavailable('the time stamping authority gave no token');
  return json({ timestamp: Buffer.from(token).toString('base64') });
}
