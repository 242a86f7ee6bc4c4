import { Fault } from '../_kit/fault.ts';

/** What the `claims` parameter asks for (OpenID Connect Core, 5.5). */
export interface ClaimsRequest {
  userinfo: string[];
  idToken: string[];
  /** The person must be this subject. */
  subject?: string;
  /** Levels asked for, and whether less will not do. */
  acr?: { values: string[]; essential: boolean };
}

type Wish = { essential?: unknown; value?: unknown; values?: unknown } | null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function member(claims: Record<string, unknown>, name: string): Record<string, Wish> {
  const part = claims[name] ?? {};
  if (!isRecord(part)) throw new Fault('invalid_request', `claims.${name} is not an object`);
  return part as Record<string, Wish>;
}

const valuesOf = (wish: Wish): string[] =>
  [wish?.value, wish?.values].flat().filter((value): value is string => typeof value === 'string');

/** Reads the `claims` parameter. @throws Fault invalid_request */
export function readClaims(text: string | undefined): ClaimsRequest {
  if (text === undefined) return { userinfo: [], idToken: [] };
  let claims: unknown;
  try {
    claims = JSON.parse(text);
  } catch {
    throw new Fault('invalid_request', 'claims is not JSON');
  }
  if (!isRecord(claims)) throw new Fault('invalid_request', 'claims is not an object');
  const idToken = member(claims, 'id_token');
  const userinfo = member(claims, 'userinfo');
  const subject = valuesOf(idToken.sub ?? null)[0] ?? valuesOf(userinfo.sub ?? null)[0];
  const acr = idToken.acr;
  return {
    userinfo: Object.keys(userinfo),
    idToken: Object.keys(idToken),
    ...(subject !== undefined && { subject }),
    ...(acr !== undefined && { acr: { values: valuesOf(acr), essential: acr?.essential === true } }),
  };
}

/** The claims of a person that the scopes and the single wishes open. */
export function openedClaims(
  all: Readonly<Record<string, unknown>>,
  scopes: Readonly<Record<string, readonly string[]>>,
  granted: readonly string[],
  wishes: readonly string[] = [],
): Record<string, unknown> {
  const allowed = new Set(granted.flatMap((scope) => scopes[scope] ?? []));
  const names = new Set([...allowed, ...wishes.filter((name) => scopeOf(scopes, name, granted))]);
  const opened: Record<string, unknown> = {};
  for (const name of names) if (all[name] !== undefined) opened[name] = all[name];
  return opened;
}

/** A single wish is met when the claim belongs to a scope that the person agreed to. */
const scopeOf = (
  scopes: Readonly<Record<string, readonly string[]>>,
  claim: string,
  granted: readonly string[],
): boolean => granted.some((scope) => scopes[scope]?.includes(claim));

/** The scopes that must be agreed to so that every wish can be met. */
export const scopesFor = (
  scopes: Readonly<Record<string, readonly string[]>>,
  wishes: readonly string[],
): string[] =>
  wishes.flatMap((wish) => Object.keys(scopes).find((scope) => scopes[scope]!.includes(wish)) ?? []);
