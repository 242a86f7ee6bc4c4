import { type Job, type Trouble, wordsWith } from './job.ts';

const codes: Readonly<Record<Trouble, number>> = {
  'bad-message': 1,
  'no-certificate': 2,
  'pin-blocked': 3,
  'not-valid': 3,
  busy: 3,
  'not-emulated': 5,
  'not-plugged-in': 8,
  'no-driver': 8,
  cancelled: 11,
  'no-file': 1,
  'bad-document': 3,
  changed: 3,
  'not-taken': 3,
};

/** `{code, data, error}`, as a text. */
export const result = (code: number, data = '', error = ''): string => JSON.stringify({ code, data, error });

export const refusal = (trouble: Trouble, detail?: string): string =>
  result(codes[trouble], '', wordsWith(trouble, detail));

/** What a function says, or what it has to do first. */
export type Spoken = string | (Pick<Job, 'pin' | 'documents' | 'serial'> & { say: Say });

export type Say = (...finished: Parameters<Job['finish']>) => string | Promise<string>;
