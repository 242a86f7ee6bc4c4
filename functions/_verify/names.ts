import type { X509Certificate } from 'node:crypto';
import { createHash } from 'node:crypto';
import { maskNumbers } from '../_kit/mask.ts';
import type { ChainLink, SignerNamed, VerifyContext } from './verdict.ts';

type IsOurs = VerifyContext['isOurs'];

const oneLine = (name: string): string => name.split('\n').join(', ');

/** An attribute of a name as Node writes it: a line each, or several with a plus; special characters behind a backslash. */
function attributeOf(name: string, type: string): string | undefined {
  const found = name.split(/\n| \+ /).find((each) => each.startsWith(`${type}=`));
  return found?.slice(type.length + 1).replace(/\\(.)/g, '$1') || undefined;
}

const MASK = '************';

/** Nobody's name is longer, and whoever makes a certificate may write what he likes into it. */
const LONGEST = 2_000;

const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** What stands in UID: `CCCD:…`, `MST:…`, or a number alone. */
function labelled(uid: string): [label: string, number: string] {
  const at = uid.indexOf(':');
  return [uid.slice(0, Math.max(0, at)), uid.slice(at + 1)];
}

/** A personal number that is not the sandbox's may be somebody's. Tax codes are public. */
function numberIn(uid: string, isOurs: IsOurs): Pick<SignerNamed, 'number' | 'numberKind'> {
  const [label, number] = labelled(uid);
  if (number === '') return { number: null, numberKind: null };
  if (label.toUpperCase() === 'MST')
    return { number: clipped(maskNumbers(number, isOurs)), numberKind: 'tax' };
  return { number: isOurs(number) ? number : MASK, numberKind: 'personal' };
}

/** One attribute, or a text that ends in one. */
function maskedUid(text: string, isOurs: IsOurs): string {
  const at = text.indexOf('UID=');
  if (at < 0) return text;
  const [label, number] = labelled(text.slice(at + 4));
  if (number === '' || label.toUpperCase() === 'MST' || isOurs(number)) return text;
  return `${text.slice(0, at)}UID=${label && `${label}:`}${MASK}`;
}

/** A name, or a text with names in it: every run of digits that may be a number of somebody's is masked. */
export const maskedName = (text: string, isOurs: IsOurs): string =>
  clipped(
    maskNumbers(
      oneLine(text)
        .split(/(, | \+ )/)
        .map((each) => maskedUid(each, isOurs))
        .join(''),
      isOurs,
    ),
  );

/** Whom a certificate names. */
export function signerIn({ subject }: X509Certificate, isOurs: IsOurs): SignerNamed {
  const shown = (type: string): string | null => {
    const value = attributeOf(subject, type);
    return value === undefined ? null : clipped(maskNumbers(value, isOurs));
  };
  return {
    name: shown('CN') ?? maskedName(subject, isOurs),
    ...numberIn(attributeOf(subject, 'UID') ?? '', isOurs),
    organisation: shown('O'),
    title: shown('title'),
  };
}

const iso = (date: string): string => new Date(date).toISOString();

/** A certificate as people read it. */
export function linkOf(own: X509Certificate, trusted: boolean, isOurs: IsOurs): ChainLink {
  return {
    name: signerIn(own, isOurs).name,
    subject: maskedName(own.subject, isOurs),
    issuer: maskedName(own.issuer, isOurs),
    serial: own.serialNumber,
    notBefore: iso(own.validFrom),
    notAfter: iso(own.validTo),
    sha256: createHash('sha256').update(own.raw).digest('hex'),
    trusted,
  };
}
