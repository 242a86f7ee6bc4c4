import type { Exchange } from '../../_kit/exchange.ts';
import { digest } from '../../_kit/perform.ts';
import { sads } from '../kinds.ts';
import { bearerOf, type Caller, callerOf, expiredToken, noted } from '../token.ts';

/** Version 2 takes a token of scope `credential` alone, too: it is then the SAD as well. */
export async function callerOfV2(x: Exchange): Promise<Caller & { SAD?: string }> {
  const token = bearerOf(x);
  const sad = (await x.read(sads, digest(token)))?.value;
  if (!sad) return callerOf(x);
  if (sad.until <= x.clock.now) throw expiredToken();
  return noted(x, { person: sad.person, client: sad.client, SAD: token });
}
