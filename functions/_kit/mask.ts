/** Parameters, fields and headers whose value is a secret, wherever they stand. */
const secretNames = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'password',
  'otp',
  'client_secret',
  'client_assertion',
  'code',
  'code_verifier',
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'logout_token',
  'registration_access_token',
  'request',
  'request_uri',
  'token',
  'encrypt_key',
  'data',
  'key',
  'secret',
]);

const numberLike = /(?<!\d)\d(?:[ .-]?\d){11}(?!\d)/g;

/** Long secrets keep their first six characters, so that a reader can tell two of them apart. */
const maskSecret = (value: string): string =>
  value.length >= 32 ? `${value.slice(0, 6)}… (${value.length})` : '***';

/** Whether a twelve-digit number belongs to the sandbox, so that it may be shown and stored. */
export type IsOurs = (personalNumber: string) => boolean;

/** Every twelve-digit number that is not ours becomes `************`; separators do not hide it. */
export const maskNumbers = (text: string, isOurs: IsOurs): string =>
  text.replace(numberLike, (found) => (isOurs(found.replace(/\D/g, '')) ? found : '************'));

/** Whether a text holds a twelve-digit number that is not ours. */
export const holdsForeignNumber = (text: string, isOurs: IsOurs): boolean =>
  maskNumbers(text, isOurs) !== text;

const maskedNumber = (value: number, isOurs: IsOurs): unknown =>
  holdsForeignNumber(String(value), isOurs) ? '************' : value;

/**
 * A copy of a JSON-like value that is fit to be kept: secrets by name, and foreign twelve-digit numbers
 * anywhere (in names of fields too), are masked. Deep values (beyond eight levels) are cut.
 */
export function masked(value: unknown, isOurs: IsOurs, depth = 0): unknown {
  if (typeof value === 'string') return maskNumbers(value, isOurs);
  if (typeof value === 'number') return value >= 1e11 ? maskedNumber(value, isOurs) : value;
  if (value === null || typeof value !== 'object') return value;
  if (depth > 8) return '…';
  if (Array.isArray(value)) return value.map((each) => masked(each, isOurs, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    copy[maskNumbers(name, isOurs)] =
      typeof each === 'string' && secretNames.has(name.toLowerCase())
        ? maskSecret(each)
        : masked(each, isOurs, depth + 1);
  }
  return copy;
}

/** A URL whose query is masked like a form. What is not a URL is masked as text. */
export function maskedUrl(url: string, isOurs: IsOurs): string {
  const [path = '', query] = url.split('?', 2);
  if (!query) return maskNumbers(path, isOurs);
  const parts = [...new URLSearchParams(query)].map(
    ([name, value]) => `${name}=${secretNames.has(name.toLowerCase()) ? maskSecret(value) : value}`,
  );
  return maskNumbers(`${path}?${parts.join('&')}`, isOurs);
}
