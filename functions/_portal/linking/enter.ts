import { decodeJwt } from 'jose/jwt/decode';
import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { HIGHEST, reaches } from '../domain.ts';
import type { Portal } from '../portal.ts';
import { forgetCookie, readSession, type Session, settleSession } from '../session.ts';
import type { Applicant, Identity } from './applicant.ts';
import { holderOf, personOf } from './applicants.ts';
import { fromExchange, fromVneid } from './identity.ts';
import { link } from './link.ts';

const levelOf = ({ received }: Session): string => String(decodeJwt(received.idToken).acr);

/**
 * Whoever is signed in, as the provider described them. The exchange's level 2 means that they came in by VNeID there:
 * then VNeID vouches for the number, and not only an account into which somebody once typed it.
 */
export function identityOf(session: Session): Identity {
  const { provider, received } = session;
  if (provider === 'vneid') return fromVneid(received.userinfo);
  return fromExchange(received.userinfo, reaches(levelOf(session), HIGHEST));
}

/**
 * Rule `level-two`: what counts is the level in the ID token. Below it VNeID signs in, and nothing is linked; an account
 * of the national portal has no such level.
 */
export const isLowLevel = (session: Session): boolean =>
  session.provider === 'vneid' && !reaches(levelOf(session), HIGHEST);

/** Refused: the session goes, so that the next sign-in begins anew. */
export function refusal(x: Exchange, session: Session, { code, detail }: Fault) {
  return {
    refuse: new Fault(code, detail, { headers: forgetCookie(x) }),
    changes: [x.remove(session.item)],
  };
}

/** Where a sign-in ends: at its local account. Runs anew when two sign-ins of one person meet (rule `link-once`). */
export async function enter(x: Exchange, portal: Portal) {
  const session = await readSession(x, portal);
  if (!session) return redirect(`${x.base}/`);
  const to = `${x.base}${session.item.value.to ?? '/'}`;
  if (session.applicant !== undefined || isLowLevel(session)) return redirect(to);
  const identity = identityOf(session);
  x.remarks.person = await personOf(x, identity.number);
  try {
    const { state, applicant, changes } = await link(x, portal, identity);
    x.remarks.notes.push(`linking: ${state}`);
    if (state === 'mapping') return redirect(`${x.base}/link`);
    return redirect(to, { changes: [...changes, settleSession(x, portal, session, applicant.id)] });
  } catch (error) {
    if (error instanceof Fault) return refusal(x, session, error);
    throw error;
  }
}

/** Who is signed in, with the local account; or where to send the browser instead. */
export type Visitor =
  | { session: Session; applicant: Applicant; elsewhere?: undefined }
  | { session?: Session; applicant?: undefined; elsewhere: Answer };

/** For pages that need a local account. `to`: this page, for after the sign-in. */
export async function visitor(x: Exchange, portal: Portal, to: string): Promise<Visitor> {
  const session = await readSession(x, portal);
  if (!session) return { elsewhere: redirect(`${x.base}/?${new URLSearchParams({ to })}`) };
  if (isLowLevel(session)) {
    const query = new URLSearchParams({ provider: 'vneid', acr: HIGHEST, to });
    return { session, elsewhere: redirect(`${x.base}/sign-in?${query}`) };
  }
  const { applicant } = session;
  if (applicant === undefined) return { session, elsewhere: redirect(`${x.base}/enter`) };
  const held = await holderOf(x, portal, applicant);
  if (!held) return { elsewhere: redirect(`${x.base}/`) };
  x.remarks.person = await personOf(x, held.applicant.number);
  return { session, applicant: held.applicant };
}
