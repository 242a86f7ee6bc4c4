import { hash, timingSafeEqual } from 'node:crypto';
import { portalAtPopulation } from '../../contracts/_national-portal.ts';
import type { PopulationAccount } from '../../contracts/_population-settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { invalidInput } from '../_kit/issues.ts';

const names = ['Timestamp', 'Authorization', 'X-Road-Client', 'ApiKey'] as const;

type Headers = Record<(typeof names)[number], string>;

const SKEW_MS = 300_000;

/** Eleven digits of seconds are the year 5138, of milliseconds 1973. */
const FIRST_MILLISECONDS = 100_000_000_000;

const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** In a time that tells nothing of where two texts differ, nor of their lengths. */
export const same = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));

/** @throws Fault header_missing, naming each */
function headersOf({ request }: Exchange): Headers {
  const missing = names.filter((name) => !request.headers.get(name)?.trim());
  if (missing.length > 0) {
    const message = 'Thiếu tiêu đề HTTP này / This HTTP header is missing';
    throw invalidInput(
      missing.map((path) => ({ path, message })),
      'header_missing',
    );
  }
  return Object.fromEntries(names.map((name) => [name, request.headers.get(name)?.trim()])) as Headers;
}

/** @throws Fault timestamp_malformed, timestamp_skewed */
function checkTimestamp(timestamp: string, now: number): void {
  if (!/^\d{1,16}$/.test(timestamp))
    throw new Fault('timestamp_malformed', 'Timestamp has other signs than digits');
  const number = Number(timestamp);
  const at = number < FIRST_MILLISECONDS ? number * 1000 : number;
  if (Math.abs(at - now) <= SKEW_MS) return;
  const seconds = Math.round(Math.abs(at - now) / 1000);
  throw new Fault(
    'timestamp_skewed',
    `Timestamp is ${seconds} seconds ${at < now ? 'behind' : 'ahead of'} the token clock, which stands at ${new Date(now).toISOString()}`,
  );
}

/** @throws Fault authorization_malformed */
function credentialsIn(authorization: string): { username: string; digest: string } {
  const [, encoded = ''] = /^Basic +([\w+/]+={0,2})$/i.exec(authorization) ?? [];
  const [, username, digest] =
    /^([^:]{1,100}):([\da-f]{64})$/.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  if (username === undefined || digest === undefined) {
    throw new Fault('authorization_malformed', 'it is not Basic base64(username:64 lower-case hex digits)');
  }
  return { username, digest };
}

/** What url_xacthuc may have been: the address that was called, or one that a proxy shows in its place. */
const addresses = ({ base, workspace }: Exchange, path: string): string[] => [
  base + path,
  ...workspace.settings.population.authenticationUrls,
];

export const accountCalled = (x: Exchange, username: string): PopulationAccount | undefined =>
  [portalAtPopulation, ...x.workspace.settings.population.accounts].find(
    (account) => account.username === username,
  );

function checkDigest(
  x: Exchange,
  path: string,
  account: PopulationAccount,
  headers: Headers,
  digest: string,
): void {
  const { username, secretKey } = account;
  const right = addresses(x, path).map((url) => sha256(url + username + headers.Timestamp + secretKey));
  if (right.filter((each) => same(each, digest)).length > 0) return;
  throw new Fault(
    'wrong_digest',
    `it is not the SHA-256 of ${x.base}${path}, ${username}, Timestamp and the secretKey`,
  );
}

/**
 * The caller by its four headers. `path` is that of the operation, below the system's base. Every caller, named
 * by what it says of itself, where the workspace has switched authentication off.
 * @throws Fault of `authenticationFaults`
 */
export function authenticated(x: Exchange, path: string): string {
  if (x.workspace.settings.population.authentication === 'off') {
    return x.request.headers.get('x-road-client') ?? '';
  }
  const headers = headersOf(x);
  checkTimestamp(headers.Timestamp, x.clock.now);
  const { username, digest } = credentialsIn(headers.Authorization);
  const account = accountCalled(x, username);
  if (!account) throw new Fault('unknown_account', 'population.accounts has no such username');
  x.remarks.client = username;
  checkDigest(x, path, account, headers, digest);
  if (!same(headers.ApiKey, account.apiKey))
    throw new Fault('wrong_api_key', `${username} has another ApiKey`);
  if (headers['X-Road-Client'] !== account.subsystem) {
    throw new Fault('wrong_subsystem', `${username} calls as ${account.subsystem}`);
  }
  return username;
}
