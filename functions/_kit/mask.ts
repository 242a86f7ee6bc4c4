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

/** Spaces, dots, hyphens and dashes of every kind, underscores: what people put between groups of digits. */
const numberLike = /(?<!\d)\d(?:[ \t\u00a0\u2000-\u200a\u202f._\u00b7\u2010-\u2015-]?\d){11}(?!\d)/g;

/** A digit or a separator that is percent-encoded, once or more often. */
const encoded = /%(?:25)*(3\d|20|2d|2e|5f)/gi;

const decoded = (text: string): string =>
  text.includes('%')
    ? text.replace(encoded, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Long secrets keep their first six characters, so that a reader can tell two of them apart. */
const maskSecret = (value: string): string =>
  value.length >= 32 ? `${value.slice(0, 6)}… (${value.length})` : '***';

/** Whether a twelve-digit number belongs to the sandbox, so that it may be shown and stored. */
export type IsOurs = (personalNumber: string) => boolean;

const maskPlain = (text: string, isOurs: IsOurs): string =>
  text.replace(numberLike, (found) => (isOurs(found.replace(/\D/g, '')) ? found : '************'));

/** Every twelve-digit number that is not ours becomes `************`; neither separators nor `%30` hide it. */
export function maskNumbers(text: string, isOurs: IsOurs): string {
  const shown = decoded(text);
  const kept = maskPlain(shown, isOurs);
  return kept === shown ? text : kept;
}

/** Whether a text holds a twelve-digit number that is not ours. */
export const holdsForeignNumber = (text: string, isOurs: IsOurs): boolean =>
  maskNumbers(text, isOurs) !== text;

const maskedNumber = (value: number, isOurs: IsOurs): unknown =>
  holdsForeignNumber(String(value), isOurs) ? '************' : value;

/** Where in a JSON-like value a foreign twelve-digit number stands: `a.b.0`, or the empty string for the value itself. */
export function placesOfForeignNumbers(value: unknown, isOurs: IsOurs, at: readonly string[] = []): string[] {
  if (typeof value === 'string' || typeof value === 'number') {
    return holdsForeignNumber(String(value), isOurs) ? [at.join('.')] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => {
    const place = [...at, name];
    if (holdsForeignNumber(name, isOurs)) return [place.join('.')];
    return placesOfForeignNumbers(each, isOurs, place);
  });
}

/**
 * A copy of a JSON-like value that is fit to be kept: secrets by name, and foreign twelve-digit numbers
 * anywhere (in names of fields too), are masked. Deep values (beyond eight levels) are cut.
 */
export function masked(value: unknown, isOurs: IsOurs, depth = 0): unknown {
  if (typeof value === 'string') return maskNumbers(value, isOurs);
  if (typeof value === 'number') return Math.abs(value) >= 1e9 ? maskedNumber(value, isOurs) : value;
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
