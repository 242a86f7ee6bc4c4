import { createHmac } from 'node:crypto';
import type { SignhubAccount } from '../../contracts/_signhub/settings.ts';
import { deliver } from '../_kit/deliver.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { guid } from '../_oidc/secret.ts';

/** What a notice is about. */
export type NoticeType =
  | 'CERT_REGISTER_WEBHOOK_TRANSCODE'
  | 'CERT_REGISTER_WEBHOOK_RESULT'
  | 'SIGNHASH_WEBHOOK_TRANSCODE'
  | 'SIGNHASH_WEBHOOK_RESULT';

/** One notice to the account's webhook, where it has one: the same id at each attempt, signed anew. Never throws. */
export async function notify(
  x: Exchange,
  { username, webhook }: SignhubAccount,
  type: NoticeType,
  data: unknown,
): Promise<void> {
  if (!webhook) return;
  const [id, requestId] = [guid(x.deps.random), guid(x.deps.random)];
  let attempt = 0;
  const make = (): Request => {
    attempt += 1;
    const body = JSON.stringify({ id, type, attempt, data });
    const signature = createHmac('sha256', webhook.secret).update(body).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-request-id': requestId,
      'x-webhook-signature': `sha256=${signature}`,
    };
    return new Request(webhook.url, { method: 'POST', headers, body });
  };
  await deliver(x, 'webhook', make, { client: username, body: { id, type, data } });
}
