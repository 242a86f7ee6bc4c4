import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';

const names: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'SP_CREDENTIAL_INVALID',
  403: 'CREDENTIAL_STATUS_INVALID',
};

/** What is wrong: in Vietnamese, a slash, English, and where. */
export function detailOf({ detail, extra }: Fault, { title }: FaultKind): string {
  const places = extra.errors?.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  return `${title.vi} / ${title.en} (${places?.join('; ') ?? detail})`;
}

/** sp769: `{status_code, message, data}`, the name of the code at the head of the message. */
export function words(fault: Fault, kind: FaultKind): Answer {
  const { status } = kind;
  const name = names[status] ?? (status < 500 ? 'BAD_REQUEST' : 'SERVER_INTERNAL_ERROR');
  const message = `${name}: ${detailOf(fault, kind)}`;
  return json({ status_code: status, message, data: null }, { status, headers: { ...fault.extra.headers } });
}
