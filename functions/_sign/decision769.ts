import type { Certificate } from './certificate.ts';
import type { HashName } from './keys.ts';

// What every provider that follows Decision 769 writes alike.

/** By the digits of its hex: the wire names no algorithm. SHA-1 is not signed any more. */
const hashes: Readonly<Record<number, HashName>> = { 64: 'sha256', 96: 'sha384', 128: 'sha512' };

/** A digest in hex. Undefined: it is none. */
export function readHexDigest(hex: string): { hash: HashName; digest: Buffer } | undefined {
  const hash = hashes[hex.length];
  return hash && /^[\da-f]+$/i.test(hex) ? { hash, digest: Buffer.from(hex, 'hex') } : undefined;
}

/** `yyyyMMddHHmmssZ` in UTC. */
export const writeTimeStamp = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace(/\D/g, '')}Z`;

/** `yyyyMMddHHmmss`, with the Z that should follow it or without. Undefined: it is no such time. */
export function readTimeStamp(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z?$/.exec(text)?.slice(1);
  const [year, month, day, hour, minute, second] = parts ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // A day that no month has would be another one.
  return Number.isFinite(time) && writeTimeStamp(time).slice(0, 14) === text.slice(0, 14) ? time : undefined;
}

/** The serial number in the form of a GUID: as unique, and the same at every call. */
export const credentialIdOf = ({ serial }: Certificate): string =>
  serial.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
