/** Parameters, fields and headers whose value is a secret, wherever they stand. */
const secretNames = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'password',
  // Of the forms that change a password: the present one, and the new one once more.
  'current',
  'again',
  'otp',
  // Of signing: the service provider's password, the signer's PIN, and what activates a signature.
  'sp_password',
  'sad',
  'pin',
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
  'secretkey',
  'accesskey',
  'apikey',
  'authhash',
  'accesstoken',
  'refreshtoken',
  'lgspaccesstoken',
  // Of a USB token's plug-in: with these it fetches and hands in documents for its page.
  'jwttoken',
  'sessionid',
  'ap_pwd',
  // Of a text message: one-time codes come in it.
  'text',
]);

/** A UUID (RFC 9562) with a letter in it: its runs of digits are chance, and masking one would spoil the id. */
const uuid = /\b(?=[\d-]*[a-f])[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b/;

/** Spaces, dots, hyphens and dashes of every kind, underscores: what people put between groups of digits. */
const numberLike = /(?<!\d)\d(?:[ \t\u00a0\u2000-\u200a\u202f._\u00b7\u2010-\u2015-]?\d){11}(?!\d)/;

const uuidOrNumber = new RegExp(`${uuid.source}|(${numberLike.source})`, 'gi');

const escapes = /(?:%[\da-f]{2})+/gi;
const asciiEscape = /%([2-7][\da-f])/gi;

/** What percent-encoding stands for; where it is not UTF-8, at least its ASCII. */
function unescaped(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(asciiEscape, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/** The code of an error is a word or a few; a code that stands for a sign-in is neither. */
const isErrorCode = (name: string, value: string): boolean =>
  name === 'code' && /^[a-z_]{2,40}$/i.test(value);

/** Whether the value of a field or parameter must not be shown. */
const isSecret = (name: string, value: string): boolean =>
  secretNames.has(name.toLowerCase()) && !isErrorCode(name, value);

/** Long secrets keep their first six characters, so that a reader can tell two of them apart. */
const maskSecret = (value: string): string =>
  value.length >= 32 ? `${value.slice(0, 6)}… (${value.length})` : '***';

const attribute = /(?<![\w.-])([\w.-]{1,40})(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

/** XML whose attributes with the name of a secret are masked. */
export const maskAttributes = (xml: string): string =>
  xml.replace(attribute, (whole, name: string, equals: string, double?: string, single?: string) => {
    const value = double ?? single ?? '';
    return isSecret(name, value) ? `${name}${equals}"${maskSecret(value)}"` : whole;
  });

const member = /"([\w.-]{1,40})"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g;

/** A text that holds JSON, whose members with the name of a secret are masked. */
const maskMembers = (text: string): string =>
  text.includes('":') || text.includes('" ')
    ? text.replace(member, (whole, name: string, colon: string, value: string) =>
        isSecret(name, value) ? `"${name}"${colon}"${maskSecret(value)}"` : whole,
      )
    : text;

/** Whether a twelve-digit number belongs to the sandbox, so that it may be shown and stored. */
export type IsOurs = (personalNumber: string) => boolean;

/** `192.168.100.101` has twelve digits too. Every real personal number begins with 0, an address never does. */
const isAddress = (text: string): boolean =>
  /^[1-9]\d\d(\.[1-9]\d\d){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256);

const maskPlain = (text: string, isOurs: IsOurs): string =>
  text.replace(uuidOrNumber, (found: string, number?: string) =>
    number === undefined || isAddress(number) || isOurs(number.replace(/\D/g, '')) ? found : '************',
  );

/** Most texts have too few digits, and are told apart without a regular expression. */
function mayHoldNumber(text: string): boolean {
  if (text.length < 12) return false;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57 && ++digits === 12) return true;
  }
  return false;
}

/**
 * Every twelve-digit number that is not ours becomes `************`. Separators do not hide it, nor does
 * percent-encoding, put on once or more often: where one is found under it, the text is kept without.
 */
export function maskNumbers(text: string, isOurs: IsOurs): string {
  if (!mayHoldNumber(text)) return text;
  let kept = maskPlain(text, isOurs);
  let shown = kept;
  for (let round = 0; round < 5 && shown.includes('%'); round++) {
    const next = shown.replace(escapes, unescaped);
    if (next === shown) break;
    shown = maskPlain(next, isOurs);
    if (shown !== next) kept = shown;
  }
  return kept;
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

/** How many characters of texts may still be kept. */
interface Room {
  left: number;
}

function maskedText(text: string, isOurs: IsOurs, room: Room): string {
  const kept = maskNumbers(maskMembers(text), isOurs);
  const cut = kept.length > room.left ? `${kept.slice(0, Math.max(0, room.left))}…` : kept;
  room.left -= kept.length;
  return cut;
}

/**
 * A copy of a JSON-like value that is fit to be kept: secrets by name, and foreign twelve-digit numbers
 * anywhere (in names of fields too), are masked. Deep values (beyond eight levels) are cut, and so is what has
 * no more room.
 */
export function masked(value: unknown, isOurs: IsOurs, room: Room = { left: Infinity }, depth = 0): unknown {
  if (typeof value === 'string') return maskedText(value, isOurs, room);
  if (typeof value === 'number') return Math.abs(value) >= 1e9 ? maskedNumber(value, isOurs) : value;
  if (value === null || typeof value !== 'object') return value;
  if (depth > 8 || room.left <= 0) return '…';
  room.left -= 2;
  if (Array.isArray(value)) return maskedList(value, isOurs, room, depth);
  const copy: Record<string, unknown> = {};
  for (const name in value) {
    if (room.left <= 0) break;
    const each = (value as Record<string, unknown>)[name];
    room.left -= name.length;
    copy[maskNumbers(name, isOurs)] =
      typeof each === 'string' && isSecret(name, each)
        ? maskSecret(each)
        : masked(each, isOurs, room, depth + 1);
  }
  return copy;
}

function maskedList(list: readonly unknown[], isOurs: IsOurs, room: Room, depth: number): unknown[] {
  const kept: unknown[] = [];
  for (const each of list) {
    if (room.left <= 0) return [...kept, '…'];
    room.left -= 1;
    kept.push(masked(each, isOurs, room, depth + 1));
  }
  return kept;
}

/** One part of a query, decoded where it is encoded. A part that cannot be decoded stays as it is. */
function shownPart(part: string): string {
  if (!part.includes('%') && !part.includes('+')) return part;
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

/** A URL whose query is masked like a form. What is not a URL is masked as text. */
export function maskedUrl(url: string, isOurs: IsOurs): string {
  const at = url.indexOf('?');
  if (at < 0) return maskNumbers(url, isOurs);
  const parts = url.slice(at + 1).split('&');
  const shown = parts.map((part) => {
    const equals = part.indexOf('=');
    if (equals < 0) return shownPart(part);
    const [name, value] = [shownPart(part.slice(0, equals)), shownPart(part.slice(equals + 1))];
    return `${name}=${secretNames.has(name.toLowerCase()) ? maskSecret(value) : value}`;
  });
  return maskNumbers(`${url.slice(0, at)}?${shown.join('&')}`, isOurs);
}
