import { type Answer, empty, json, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { digest } from '../_kit/perform.ts';
import { type Item, kind } from '../_kit/store.ts';
import { reachedLevel } from '../_oidc/need.ts';
import type { AuthorizationRequest } from '../_oidc/request.ts';
import { SIGN_IN_COOKIE } from './cookies.ts';
import { admit, levels } from './domain.ts';
import { stepping } from './refusals.ts';
import { signedIn } from './steps.ts';
import { qrPath } from './views.ts';

/** A QR code on somebody's screen. */
export interface QrSignIn {
  /** Six characters by which a person finds it on the phone. */
  code: string;
  /** Name of the client. */
  client: string;
  requestHash: string;
  status: 'pending' | 'approved' | 'refused';
  /** Slug of who decided. */
  person?: string;
}

export const qrSignIns = kind<QrSignIn>(
  'vneid',
  'qr',
  "id: SHA-256 of the browser's sign-in cookie. A QR code that waits for a phone. 2 minutes.",
);

const idOf = (x: Exchange): string => x.params.id ?? '';

/** What the page asks every second and a half. */
export async function qrStatus(x: Exchange<{ request: string }>) {
  const item = await x.read(qrSignIns, idOf(x));
  const status = item?.value.status ?? 'expired';
  const next = `${qrPath(x, idOf(x))}/finish?${new URLSearchParams({ request: x.input.request })}`;
  return json({ status, ...(status === 'approved' && { next }) });
}

/** The browser goes on: only the one that showed the code, and only with the request that it was shown for. */
export const qrFinish = (x: Exchange<{ request: string }>) =>
  stepping(x, x.input.request, (request) => byQr(x, request));

async function byQr(x: Exchange, request: AuthorizationRequest): Promise<Answer> {
  const item = await x.read(qrSignIns, idOf(x));
  if (!item) throw new Fault('qr_expired', 'the QR code is gone');
  const mine = digest(x.cookie(SIGN_IN_COOKIE) ?? '') === idOf(x) && item.value.requestHash === request.hash;
  if (!mine) throw new Fault('sign_in_expired', 'this browser did not show the QR code');
  if (item.value.status !== 'approved') return redirect(`${x.base}/auth?${request.query}`, { status: 303 });
  const person = await personBySlug(x, item.value.person ?? '');
  if (!person) throw new Fault('not_found', 'the person was removed from the workspace');
  const acr = reachedLevel(levels, admit(person), request.acr);
  return signedIn(x, request, { person: person.slug, acr, amr: ['swk', 'mfa'] }, [x.remove(item)]);
}

/** What a phone can scan now. */
export async function openQr(x: Exchange) {
  const items = await x.list(qrSignIns);
  const pending = items.filter(({ value }) => value.status === 'pending');
  return json({
    signIns: pending.map(({ key, value, expires }) => ({
      id: key[3],
      code: value.code,
      client: value.client,
      expiresAt: new Date(expires ?? 0).toISOString(),
    })),
  });
}

/** The phone's answer. */
export async function decideQr(x: Exchange<{ person: string; decision: 'approve' | 'refuse' }>) {
  const item = (await x.read(qrSignIns, idOf(x))) as Item<QrSignIn> | undefined;
  if (item?.value.status !== 'pending')
    throw new Fault('qr_expired', 'the QR code is gone, or was decided before');
  const person = await personBySlug(x, x.input.person);
  if (!person) throw new Fault('not_found', `nobody is called '${x.input.person}' in this workspace`);
  admit(person);
  x.remarks.person = person.slug;
  const status = x.input.decision === 'approve' ? ('approved' as const) : ('refused' as const);
  const decided = { ...item.value, status, person: person.slug };
  return empty({
    changes: [x.put(qrSignIns, idOf(x), decided, { expires: item.expires!, if: { version: item.version } })],
  });
}
