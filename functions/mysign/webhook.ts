import type { MysignAccount } from '../../contracts/_mysign/settings.ts';
import { deliver } from '../_kit/deliver.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { guid } from '../_oidc/secret.ts';
import type { Signing } from '../_sign/signing.ts';
import { statusOf } from './outcome.ts';

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Request =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** `{status_code: "00", data: {access_token}}`; whatever else comes gives no token. */
function tokenIn(answer: unknown): string | undefined {
  const { status_code, data } = (answer ?? {}) as {
    status_code?: unknown;
    data?: { access_token?: unknown };
  };
  const token = data?.access_token;
  return status_code === '00' && typeof token === 'string' && /^[\x21-\x7e]{1,4000}$/.test(token)
    ? token
    : undefined;
}

/** The service provider's own token. Undefined: it gave none. */
async function tokenOf(x: Exchange, { webhook, clientId }: MysignAccount): Promise<string | undefined> {
  if (!webhook) return undefined;
  const { authUrl, username, password } = webhook;
  const body = { username, password };
  const about = { client: clientId, body };
  const { response } = await deliver(x, 'webhookToken', () => post(authUrl, body), about);
  const answer: unknown = response?.ok ? await response.json().catch(() => undefined) : undefined;
  return tokenIn(answer);
}

/** The results, to the service provider's own endpoint, with its own token. Never throws. */
export async function tell(x: Exchange, account: MysignAccount, id: string, signing: Signing): Promise<void> {
  const { webhook, clientId } = account;
  const token = await tokenOf(x, account);
  if (!webhook || token === undefined) return;
  const signatures = signing.outcome.at === 'signed' ? signing.outcome.signatures : undefined;
  const requestId = signing.own.requestId ?? guid(x.deps.random);
  const status = await statusOf(x, signing);
  const results = signing.documents.map((document, at) => ({
    document_id: document.id,
    signature: signatures?.[at] ?? null,
  }));
  const body = { meta_data: { request_id: requestId, transaction_id: id, status }, data: { results } };
  const make = () => post(webhook.resultUrl, body, { authorization: `Bearer ${token}` });
  await deliver(x, 'webhookResult', make, { client: clientId, person: signing.person, body });
}
