import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { SignhubAccount } from '../../contracts/_signhub/settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { sentText } from '../_kit/input.ts';
import { digest } from '../_kit/perform.ts';
import { type Change, kind } from '../_kit/store.ts';
import { accountsOf } from './accounts.ts';

const nonces = kind<{ partner: string }>(
  'signhub',
  'nonce',
  'id: partner code, SHA-256 of X-Nonce. That this nonce was used. Twice signhub.skewSeconds and two seconds, in real time.',
  { hot: true },
);

const names = ['x-partner-code', 'x-timestamp', 'x-nonce', 'x-signature'] as const;

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/** In a time that tells nothing of where they differ. */
const same = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other));

/** A partner whose headers were right, and the nonce that is spent with the answer. */
export interface Partner {
  account: SignhubAccount;
  changes: Change[];
}

/** @throws Fault hmac_missing */
function headersOf({ request, workspace }: Exchange): string[] | undefined {
  const { hmac } = workspace.settings.signhub;
  const values = names.map((name) => request.headers.get(name)?.trim() ?? '');
  if (hmac === 'off' || (hmac === 'optional' && values.every((value) => value === ''))) return undefined;
  const missing = names.filter((_, at) => values[at] === '');
  if (missing.length > 0) throw new Fault('hmac_missing', `missing: ${missing.join(', ')}`);
  return values;
}

/** A partner's clock is not the sandbox's to move: real time. @throws Fault timestamp_malformed, timestamp_expired */
function checkTimestamp(timestamp: string, real: number, skew: number): void {
  if (!/^\d{1,11}$/.test(timestamp))
    throw new Fault('timestamp_malformed', 'X-Timestamp is not a number of seconds');
  const behind = Math.round(real / 1000 - Number(timestamp));
  if (Math.abs(behind) > skew)
    throw new Fault(
      'timestamp_expired',
      `X-Timestamp is ${Math.abs(behind)} seconds ${behind > 0 ? 'behind' : 'ahead of'} the hub's clock`,
    );
}

/** Spent in real time, whatever becomes of the token clock. @throws Fault nonce_reused */
async function spend(x: Exchange, partner: string, nonce: string): Promise<Change> {
  const id = `${partner},${digest(nonce)}`;
  if (await x.read(nonces, id)) throw new Fault('nonce_reused', 'this partner has sent this X-Nonce before');
  // Timestamps are rounded, so that one is taken for up to a second longer than the skew allows, both ways together.
  const kept = x.clock.real + (2 * x.workspace.settings.signhub.skewSeconds + 2) * 1000;
  return { ...x.put(nonces, id, { partner }, { if: 'absent' }), purge: kept };
}

/**
 * The partner by its HMAC headers; undefined: there are none, and none are needed. A nonce is spent only by a call
 * whose signature is right. @throws Fault hmac_missing, timestamp_malformed, timestamp_expired, partner_unknown,
 * signature_refused, nonce_reused
 */
export async function partnerOf(x: Exchange): Promise<Partner | undefined> {
  const headers = headersOf(x);
  if (!headers) return undefined;
  const [code, timestamp, nonce, signature] = headers as [string, string, string, string];
  checkTimestamp(timestamp, x.clock.real, x.workspace.settings.signhub.skewSeconds);
  if (!/^[\x21-\x7e]{1,200}$/.test(nonce))
    throw new Fault('hmac_missing', 'X-Nonce has 1 to 200 visible ASCII characters');
  const account = accountsOf(x).find(({ partner }) => partner?.code === code);
  if (!account?.partner) throw new Fault('partner_unknown', 'signhub.accounts has no such partner code');
  const signed = [code, timestamp, nonce, sentText(x.request)].join(':');
  const right = createHmac('sha256', account.partner.secretKey).update(signed).digest('hex');
  if (!same(signature.toLowerCase(), right))
    throw new Fault('signature_refused', 'it is not the HMAC-SHA256 of partner:timestamp:nonce:body');
  return { account, changes: [await spend(x, code, nonce)] };
}
