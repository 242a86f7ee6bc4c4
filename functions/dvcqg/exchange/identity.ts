import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { nationalPortal } from '../../../contracts/_national-portal.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Identity } from '../linking.ts';
import { callbackUrl, type Hop, vneidOf } from './hop.ts';

/** The organisation that somebody represents, as VNeID names it. */
export interface Organisation {
  name: string;
  taxCode: string;
  enterpriseCode: string;
  address: string;
}

/** Whom VNeID has vouched for, and how. */
export interface Vouched {
  identity: Identity;
  organisation?: Organisation;
  acr: string;
  amr: string[];
  authTime: number;
  /** Session at VNeID. */
  sid: string;
}

const PATIENCE_MS = 5_000;

const failed = (detail: string): Fault => new Fault('vneid_failed', detail);

/** A call of VNeID over its public wire. @throws Fault vneid_failed */
async function call(x: Exchange, path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const answer = await x.deps.fetch(`${vneidOf(x)}${path}`, { ...init, signal });
    const body = (await answer.json()) as Record<string, unknown>;
    if (answer.ok) return body;
    throw failed(`${path} answered ${answer.status} ${String(body.error ?? '')}`.trim());
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw failed(`${path}: ${error instanceof Error ? error.name : 'the call failed'}`);
  }
}

const { id, secret } = nationalPortal;
const basic = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

const redeem = (x: Exchange, code: string, { verifier }: Hop) =>
  call(x, '/token', {
    method: 'POST',
    headers: { authorization: basic, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callbackUrl(x),
      code_verifier: verifier,
    }).toString(),
  });

/** A JWT of VNeID's for the national portal, whose signature, issuer, audience and times hold. @throws Fault vneid_failed */
export async function verifiedJwt(
  x: Exchange,
  jwt: string,
  { typ, needs }: { typ: string; needs: readonly string[] },
): Promise<JWTPayload> {
  const keys = (await call(x, '/jwks')) as unknown as JSONWebKeySet;
  try {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys), {
      issuer: vneidOf(x),
      audience: id,
      algorithms: ['RS256'],
      typ,
      requiredClaims: [...needs],
      currentDate: new Date(x.clock.now),
      clockTolerance: 30,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw failed(`the ${typ} does not hold: ${error.message}`);
    throw error;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `dd/MM/yyyy` or the year, as VNeID writes it. */
const birthOf = (birth: string): string => birth.split('/').reverse().join('-');

function identityOf(info: Readonly<Record<string, unknown>>): Identity {
  const [phone, email] = [text(info.phone_number).replace(/^\+84/, '0'), text(info.email)];
  const number = text(info.citizenPid);
  if (!/^\d{12}$/.test(number)) throw failed('userinfo names no personal number');
  return {
    sub: text(info.sub),
    number,
    name: text(info.fullName),
    birth: birthOf(text(info.birthDate)),
    level: info.accountLevel === 2 ? 2 : 1,
    ...(phone && { phone }),
    ...(email && { email }),
  };
}

function organisationOf({ organisation }: Readonly<Record<string, unknown>>): Organisation | undefined {
  if (typeof organisation !== 'object' || organisation === null) return undefined;
  const { name, taxCode, enterpriseCode, address } = organisation as Record<string, unknown>;
  if (text(taxCode) === '') return undefined;
  return {
    name: text(name),
    taxCode: text(taxCode),
    enterpriseCode: text(enterpriseCode),
    address: text(address),
  };
}

/** Code to tokens to userinfo, with every check that OpenID Connect asks of a client. @throws Fault vneid_failed */
export async function vouched(x: Exchange, code: string, hop: Hop): Promise<Vouched> {
  const tokens = await redeem(x, code, hop);
  const needs = ['sub', 'exp', 'iat', 'auth_time', 'acr', 'sid'];
  const claims = await verifiedJwt(x, text(tokens.id_token), { typ: 'JWT', needs });
  if (claims.nonce !== hop.nonce) throw failed('the ID token has another nonce');
  const info = await call(x, '/userinfo', {
    headers: { authorization: `Bearer ${text(tokens.access_token)}` },
  });
  // OpenID Connect Core, 5.3.2
  if (info.sub !== claims.sub) throw failed('userinfo is about somebody else than the ID token');
  const organisation = organisationOf(info);
  return {
    identity: identityOf(info),
    ...(organisation && { organisation }),
    acr: text(claims.acr),
    amr: (claims.amr as string[] | undefined) ?? [],
    authTime: Number(claims.auth_time),
    sid: text(claims.sid),
  };
}
