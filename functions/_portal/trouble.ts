import * as client from 'openid-client';
import { type Answer, page } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Row } from '../_kit/page/data.ts';
import { ascii } from '../_kit/wire.ts';
import { frameOf, pages } from './pages/frame-of.ts';
import type { Portal, Provider } from './portal.ts';
import { providers } from './provider.ts';

/** What went wrong between the portal and a provider. */
export interface Trouble {
  /** The OAuth error code, or one of the portal's own. */
  error: string;
  description?: string;
  /** Of the answer that said so. */
  status?: number;
}

const causeOf = ({ cause }: Error): string | undefined =>
  cause instanceof Error ? cause.message : undefined;

/** Reads what openid-client throws. What it does not know is a bug, and is thrown on. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) {
    const { error: code, error_description: description } = error;
    const status = error instanceof client.ResponseBodyError ? { status: error.status } : {};
    return { error: code, ...(description && { description }), ...status };
  }
  if (error instanceof client.WWWAuthenticateChallengeError) {
    const { error: code = 'invalid_token', error_description: description } =
      error.cause[0]?.parameters ?? {};
    return { error: code, ...(description && { description }), status: error.status };
  }
  if (error instanceof client.ClientError) {
    const description = [error.message, causeOf(error)].filter(Boolean).join(': ');
    return { error: error.code ?? 'invalid_response', description };
  }
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return { error: 'temporarily_unavailable', description: causeOf(error) ?? error.message };
  }
  throw error;
}

/** The page that explains it. */
export async function troubled(
  x: Exchange,
  portal: Portal,
  provider: Provider,
  trouble: Trouble,
  more: Pick<Answer, 'changes' | 'headers'> = {},
): Promise<Answer> {
  const { error, description, status } = trouble;
  const { portalErrorPage } = await pages();
  const facts: Row[] = [];
  if (status !== undefined)
    facts.push({ label: { vi: 'Mã HTTP', en: 'HTTP status' }, value: String(status) });
  const content = portalErrorPage({
    ...frameOf(portal),
    provider: providers[provider].name,
    error,
    ...(description !== undefined && { description }),
    facts,
    retry: { action: `${x.base}/sign-in`, hidden: { provider } },
    home: `${x.base}/`,
  });
  const fault = new Fault('sign_in_failed', ascii(description ? `${error}: ${description}` : error));
  return page(content, { ...more, status: 400, fault });
}
