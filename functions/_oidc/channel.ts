import { type Answer, page, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Fault } from '../_kit/fault.ts';
import { ascii } from '../_kit/wire.ts';
import type { Profile } from './profile.ts';
import type { AuthorizationRequest } from './request.ts';

/** Where the answer to an authorization request goes once client and redirect URI are known to be right. */
export type Channel = Pick<AuthorizationRequest, 'client' | 'redirectUri' | 'responseMode' | 'state'>;

type More = Pick<Answer, 'changes' | 'headers' | 'fault'>;

/**
 * Hands parameters to the portal: by the query, or by a form that posts itself. A redirect after a POST is a 303,
 * so that the browser never posts there what it posted here (RFC 9700, 4.12).
 */
export async function deliver(
  profile: Profile,
  { client, redirectUri, responseMode, state }: Channel,
  x: Exchange,
  parameters: Readonly<Record<string, string>>,
  more: More = {},
): Promise<Answer> {
  const all = {
    ...parameters,
    ...(state !== undefined && { state }),
    ...(profile.issParameter && { iss: profile.issuer(x) }),
  };
  if (responseMode === 'form_post')
    return page(profile.pages.formPost(client, redirectUri, all), { ...more, status: 200 });
  const separator = redirectUri.includes('?') ? '&' : '?';
  const status = x.request.method === 'POST' ? 303 : 302;
  return redirect(`${redirectUri}${separator}${new URLSearchParams(all)}`, { ...more, status });
}

/** Refuses, at the portal (RFC 6749, 4.1.2.1). */
export const refuseAt = (
  profile: Profile,
  channel: Channel,
  x: Exchange,
  fault: Fault,
  more: More = {},
): Promise<Answer> =>
  deliver(
    profile,
    channel,
    x,
    { error: fault.code, error_description: ascii(fault.detail) },
    { ...more, fault },
  );
