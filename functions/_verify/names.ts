import type { X509Certificate } from 'node:crypto';
import { createHash } from 'node:crypto';
import { maskNumbers } from '../_kit/mask.ts';
import type { ChainLink, SignerNamed, VerifyContext } from './verdict.ts';

type IsOurs = VerifyContext['isOurs'];

const oneLine = (name: string): string => name.split('\n').join(', ');

/** An attribute of a name as Node writes it: a line each, special characters behind a backslash. */
const attributeOf = (name: string, type: string): string | undefined =>
  new RegExp(`^${type}=(.+)$`, 'm').exec(name)?.[1]?.replace(/\\(.)/g, '$1');

const MASK = '************';

/** A personal number that is not the sandbox's may be somebody's. Tax codes are public. */
function numberIn(uid: string, isOurs: IsOurs): Pick<SignerNamed, 'number' | 'numberKind'> {
  const [, label = '', number = ''] = /^(?:([^:]*):)?(.*)$/.exec(uid) ?? [];
  if (number === '') return { number: null, numberKind: null };
  if (label.toUpperCase() === 'MST') return { number: maskNumbers(number, isOurs), numberKind: 'tax' };
  return { number: isOurs(number) ? number : MASK, numberKind: 'personal' };
}

/** Whom a certificate names. */
export function signerIn({ subject }: X509Certificate, isOurs: IsOurs): SignerNamed {
  const shown = (type: string): string | null => {
    const value = attributeOf(subject, type);
    return value === undefined ? null : maskNumbers(value, isOurs);
  };
  return {
    name: shown('CN') ?? maskNumbers(oneLine(subject), isOurs),
    ...numberIn(attributeOf(subject, 'UID') ?? '', isOurs),
    organisation: shown('O'),
    title: shown('title'),
  };
}

/** Every run of digits in a name that may be a number of somebody's. */
const maskedName = (name: string, isOurs: IsOurs): string =>
  maskNumbers(oneLine(name), isOurs).replace(
    /(UID=(?!MST:)[^:,]*:)([^,]*)/g,
    (_, label: string, number: string) => (isOurs(number) ? label + number : label + MASK),
  );

const iso = (date: string): string => new Date(date).toISOString();

/** A certificate as people read it. */
export function linkOf(own: X509Certificate, trusted: boolean, isOurs: IsOurs): ChainLink {
  return {
    name: maskNumbers(attributeOf(own.subject, 'CN') ?? oneLine(own.subject), isOurs),
    subject: maskedName(own.subject, isOurs),
    issuer: maskedName(own.issuer, isOurs),
    serial: own.serialNumber,
    notBefore: iso(own.validFrom),
    notAfter: iso(own.validTo),
    sha256: createHash('sha256').update(own.raw).digest('hex'),
    trusted,
  };
}
