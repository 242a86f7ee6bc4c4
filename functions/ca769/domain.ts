import type { SignFile, SignMessage } from '../../contracts/_ca769/data.ts';
import { Fault } from '../_kit/fault.ts';
import type { HashName } from '../_sign/keys.ts';

/** By the digits of its hex: the wire names no algorithm. SHA-1 is not signed any more. */
const hashes: Readonly<Record<number, HashName>> = { 64: 'sha256', 96: 'sha384', 128: 'sha512' };

const invalid = (place: number, what: string): Fault =>
  new Fault('invalid_document', `sign_files.${place}: ${what}`);

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);

/** What one document comes to: a digest, or the bytes that are yet to be hashed. @throws Fault invalid_document */
export function readDocument(
  { data_to_be_signed: data, file_options }: SignFile,
  place: number,
): { hash: HashName; digest: Uint8Array } | { file: Uint8Array } {
  if (file_options?.sign_type === 'file') {
    if (!isBase64(data)) throw invalid(place, 'data_to_be_signed is not base64');
    return { file: Buffer.from(data, 'base64') };
  }
  const hash = hashes[data.length];
  if (hash === undefined || !/^[\da-f]+$/i.test(data))
    throw invalid(place, 'data_to_be_signed is not the hex of a SHA-256, SHA-384 or SHA-512');
  return { hash, digest: Buffer.from(data, 'hex') };
}

/** @throws Fault invalid_document */
export function requireDistinct(files: readonly { doc_id: string }[]): void {
  const twice = files.findIndex(({ doc_id }, at) => files.findIndex((each) => each.doc_id === doc_id) < at);
  if (twice >= 0) throw invalid(twice, 'this doc_id stands there twice');
}

/** `yyyyMMddHHmmss`, the Z that should follow it or not, as epoch milliseconds. @throws Fault invalid_time_stamp */
export function readTimeStamp(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z?$/.exec(text)?.slice(1);
  const [year, month, day, hour, minute, second] = parts ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!Number.isFinite(time) || writeTimeStamp(time).slice(0, 14) !== text.slice(0, 14))
    throw new Fault('invalid_time_stamp', 'not a time as yyyyMMddHHmmssZ');
  return time;
}

export const writeTimeStamp = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace(/\D/g, '')}Z`;

const words = {
  waiting: 'WAITING_FOR_USER',
  signed: 'SUCCESS',
  refused: 'REJECTED',
  blocked: 'PIN_BLOCKED',
  failed: 'FAILED',
  expired: 'EXPIRED',
} as const;

export const messageOf = (stage: keyof typeof words): SignMessage => words[stage];
