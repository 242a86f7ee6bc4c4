import { Fault } from '../_kit/fault.ts';

/** Assurance levels of VNeID, lowest first. */
const levels = ['LoA1', 'LoA2'] as const;
export type Level = (typeof levels)[number];
export const HIGHEST: Level = 'LoA2';

export const reaches = (reached: string, wanted: Level): boolean =>
  levels.indexOf(reached as Level) >= levels.indexOf(wanted);

/** Whose session it is, as VNeID names it. */
export interface Subject {
  sub: string;
  /** Session at VNeID. */
  sid: string;
  /** Epoch milliseconds of the token clock. */
  since: number;
}

/** A logout that VNeID announced; epoch milliseconds of the token clock. */
export interface Logout {
  at: number;
}

/** A session at VNeID ends for good; a person signs in again after all their sessions were ended. */
export const isOver = ({ since }: Subject, ofSession?: Logout, ofPerson?: Logout): boolean =>
  ofSession !== undefined || (ofPerson !== undefined && ofPerson.at >= since);

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a logout token ends: one session, or all of a person. */
export type Ended = { sid: string } | { sub: string };

/**
 * The checks of a logout token that no JWT library makes (OpenID Connect Back-Channel Logout 1.0, 2.6).
 * @throws Fault invalid_request
 */
export function endedBy(payload: Readonly<Record<string, unknown>>): Ended {
  const { events, nonce, sid, sub } = payload;
  if (!isObject(events) || !isObject(events[EVENT])) {
    throw new Fault('invalid_request', 'events does not hold the back-channel logout event');
  }
  if (nonce !== undefined) throw new Fault('invalid_request', 'a logout token has no nonce');
  if (typeof sid === 'string') return { sid };
  if (typeof sub === 'string') return { sub };
  throw new Fault('invalid_request', 'neither sid nor sub');
}
