import { type Answer, page, redirect } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import { ascii } from '../_kit/wire.ts';
import type { Profile } from './profile.ts';
import type { AuthorizationRequest } from './request.ts';

/** Where the answer to an authorization request goes once client and redirect URI are known to be right. */
export type Channel = Pick<AuthorizationRequest, 'client' | 'redirectUri' | 'responseMode' | 'state'>;

type More = Pick<Answer, 'changes' | 'headers' | 'fault'>;

/** Hands parameters to the portal: by the query, or by a form that posts itself. */
export async function deliver(
  { pages }: Profile,
  { client, redirectUri, responseMode, state }: Channel,
  issuer: string,
  parameters: Readonly<Record<string, string>>,
  more: More & { status?: 302 | 303 } = {},
): Promise<Answer> {
  const all = { ...parameters, ...(state !== undefined && { state }), iss: issuer };
  if (responseMode === 'form_post')
    return page(pages.formPost(client, redirectUri, all), { ...more, status: 200 });
  const separator = redirectUri.includes('?') ? '&' : '?';
  return redirect(`${redirectUri}${separator}${new URLSearchParams(all)}`, more);
}

/** Refuses, at the portal (RFC 6749, 4.1.2.1). */
export const refuseAt = (
  profile: Profile,
  channel: Channel,
  issuer: string,
  fault: Fault,
  more: More = {},
): Promise<Answer> =>
  deliver(
    profile,
    channel,
    issuer,
    { error: fault.code, error_description: ascii(fault.detail) },
    { ...more, fault },
  );
