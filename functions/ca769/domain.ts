import type { SignMessage } from '../../contracts/_ca769/data.ts';
import { Fault } from '../_kit/fault.ts';

export const invalidDocument = (place: number, what: string): Fault =>
  new Fault('invalid_document', `sign_files.${place}: ${what}`);

/** @throws Fault invalid_document */
export function requireDistinct(files: readonly { doc_id: string }[]): void {
  const twice = files.findIndex(({ doc_id }, at) => files.findIndex((each) => each.doc_id === doc_id) < at);
  if (twice >= 0) throw invalidDocument(twice, 'this doc_id stands there twice');
}

const words = {
  waiting: 'WAITING_FOR_USER',
  signed: 'SUCCESS',
  refused: 'REJECTED',
  blocked: 'PIN_BLOCKED',
  failed: 'FAILED',
  expired: 'EXPIRED',
} as const;

export const messageOf = (stage: keyof typeof words): SignMessage => words[stage];
