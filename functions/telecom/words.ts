import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';

/** CAMARA's codes; what is not here is a code of its own in capitals. */
const CODES: Readonly<Record<string, string>> = {
  invalid_input: 'INVALID_ARGUMENT',
  invalid_param_combination: 'KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION',
  id_document_required: 'KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED',
  id_document_mismatch: 'KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH',
  broken: 'INTERNAL',
  busy: 'UNAVAILABLE',
};

/** CAMARA's shape: status, code, message; the message in Vietnamese, a slash, English, and what exactly is wrong. */
export function words({ code, detail, extra }: Fault, { status, title }: FaultKind): Answer {
  const places = extra.errors
    ?.map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');
  const message = `${title.vi} / ${title.en} (${places ?? detail})`;
  return json(
    { status, code: CODES[code] ?? code.toUpperCase(), message },
    { status, headers: { ...extra.headers } },
  );
}
