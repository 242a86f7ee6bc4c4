import { describe, expect, test } from 'vitest';
import { decideNeed, reachedLevel } from './need.ts';
import type { AuthorizationRequest } from './request.ts';
import type { Session } from './session.ts';

const levels = ['LoA1', 'LoA2'];
const at = {
  now: 10_000,
  levels,
  consented: ['openid'],
  hinted: undefined,
  subject: 'me',
  asksConsent: true,
};
const session: Session = { person: 'an', authTime: 9_000, acr: 'LoA2', amr: ['pwd'], clients: [] };

const asking = (change: Partial<AuthorizationRequest> = {}) =>
  ({
    prompts: new Set(),
    acr: { values: [], essential: false },
    claims: { userinfo: [], idToken: [] },
    scopes: ['openid'],
    hash: 'h',
    ...change,
  }) as AuthorizationRequest;

describe('what a person must still do', () => {
  test.each<[string, Partial<AuthorizationRequest>, Partial<Session> | undefined, string | undefined]>([
    ['nothing, with a session and consent', {}, {}, undefined],
    ['sign in, with nobody signed in', {}, undefined, 'sign-in'],
    ['sign in, when prompt is login', { prompts: new Set(['login']) }, {}, 'sign-in'],
    [
      'nothing, when they signed in for this very request',
      { prompts: new Set(['login']) },
      { freshFor: 'h' },
      undefined,
    ],
    [
      'sign in, when the mark is of another request',
      { prompts: new Set(['login']) },
      { freshFor: 'x' },
      'sign-in',
    ],
    [
      'sign in, when the mark is older than five minutes',
      { prompts: new Set(['login']) },
      { freshFor: 'h', authTime: 9_600 },
      'sign-in',
    ],
    ['sign in, when max_age has passed', { maxAge: 999 }, {}, 'sign-in'],
    ['nothing, within max_age', { maxAge: 1_000 }, {}, undefined],
    [
      'sign in, when another subject is wanted',
      { claims: { userinfo: [], idToken: [], subject: 'you' } },
      {},
      'sign-in',
    ],
    [
      'step up, when the level is too low',
      { acr: { values: ['LoA2'], essential: false } },
      { acr: 'LoA1' },
      'step-up',
    ],
    ['nothing, when the level is above', { acr: { values: ['LoA1'], essential: true } }, {}, undefined],
    ['agree, when a scope is new', { scopes: ['openid', 'phone'] }, {}, 'consent'],
    ['agree, when prompt is consent', { prompts: new Set(['consent']) }, {}, 'consent'],
    [
      'nothing, when they agreed for this very request',
      { prompts: new Set(['consent']) },
      { consentFor: 'h' },
      undefined,
    ],
  ])('%s', (_, request, who, need) => {
    expect(decideNeed(asking(request), who && { ...session, ...who, ...freshTime(who) }, at)).toBe(need);
  });

  test('an essential level that stays out of reach is refused', () => {
    const request = asking({ acr: { values: ['LoA2'], essential: true } });
    const low = { ...session, acr: 'LoA1', freshFor: 'h', authTime: 9_990 };
    expect(() => decideNeed(request, low, at)).toThrow(
      expect.objectContaining({ code: 'unmet_authentication_requirements' }),
    );
  });
});

/** A mark is only good for five minutes, so sessions that have one were just opened. */
const freshTime = (who: Partial<Session>) =>
  who.freshFor && who.authTime === undefined ? { authTime: 9_990 } : {};

describe('the level that a sign-in reaches', () => {
  test.each([
    ['LoA2', [], 'LoA2'],
    ['LoA1', [], 'LoA1'],
    ['LoA2', ['LoA1'], 'LoA1'],
    ['LoA2', ['LoA1', 'LoA2'], 'LoA2'],
    ['LoA1', ['LoA2'], 'LoA1'],
    ['LoA2', ['unknown'], 'LoA2'],
  ])('an account of %s asked for %j reaches %s', (account, values, reached) => {
    expect(reachedLevel(levels, account, { values, essential: false })).toBe(reached);
  });
});
