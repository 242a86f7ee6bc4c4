import type { VgcaMessage, VgcaReply } from '../../contracts/_usbtoken/data.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { HashName } from '../_sign/keys.ts';
import { type Job, type Trouble, wordsWith } from './job.ts';
import { hashNamed, jsonText } from './sign.ts';

/** Only 0 is known. */
export const statuses: Readonly<Record<Trouble, number>> = {
  cancelled: 1,
  'not-plugged-in': 2,
  'no-driver': 3,
  'no-certificate': 4,
  'pin-blocked': 5,
  'not-valid': 6,
  'bad-message': 7,
  'not-emulated': 8,
  busy: 9,
  'no-file': 10,
  'bad-document': 11,
  changed: 12,
  'not-taken': 13,
};

const nothing: VgcaReply = {
  Status: 0,
  Message: '',
  Error: '',
  FileName: '',
  FileServer: '',
  DocumentNumber: '',
  DocumentDate: '',
  Signature: '',
  CertBase64: '',
};

export const done = (reply: Partial<VgcaReply>): Answer => json({ ...nothing, ...reply });

export const refuse = (trouble: Trouble, detail?: string): Answer =>
  done({ Status: statuses[trouble], Message: wordsWith(trouble), Error: wordsWith(trouble, detail) });

export interface Sent {
  /** To the letter. */
  text: string;
  fields: Readonly<Record<string, unknown>>;
}

function fieldsIn(text: string): Sent['fields'] {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Sent['fields'])
      : {};
  } catch {
    return {};
  }
}

/** Undefined: too deep to be written as JSON. */
export function sentIn(message: VgcaMessage): Sent | undefined {
  if (typeof message === 'string') return { text: message, fields: fieldsIn(message) };
  const text = jsonText(message);
  return text === undefined ? undefined : { text, fields: message };
}

/** Undefined: it is neither true nor false. */
export function flagIn(value: unknown = false): boolean | undefined {
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  return typeof value === 'boolean' ? value : undefined;
}

export const hashIn = ({ HashAlg = 'Sha256' }: Sent['fields']): HashName | undefined =>
  typeof HashAlg === 'string' ? hashNamed(HashAlg) : undefined;

/** One function of the service: what it has to do, or what it says at once. */
export type PluginFunction = (x: Exchange, sent: Sent, name: string) => Job | Answer | Promise<Answer>;
