import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import { fieldsOf, halves, soapFault } from '../_soap/fault.ts';

const asJson = new Set(['lgspWrapped', 'lookupAsJson', 'openCps', 'dongThap']);

const fieldEntry = ({ path, message }: { path: string; message: string }) => {
  const [vi, en] = halves(message);
  return { field: path, vi, en };
};

/** Only SOAP says 500 to whoever asks wrongly. */
const statusOf = ({ code }: Fault, { status }: FaultKind): number =>
  status === 500 && code !== 'broken' ? 400 : status;

/** A province's wrapper: the code, and behind a colon the fields that it is about. */
function wrapperRefusal(fault: Fault, kind: FaultKind): Answer {
  const fields = fieldsOf(fault);
  const body = {
    error_code: [fault.code, ...(fields.length > 0 ? [fields.join(',')] : [])].join(':'),
    message: `${kind.title.vi} / ${kind.title.en}`,
    cure: { vi: kind.cure.vi, en: kind.cure.en },
    detail: fault.detail,
    ...(fault.extra.errors && { errors: fault.extra.errors.map(fieldEntry) }),
  };
  return json(body, { status: statusOf(fault, kind) });
}

/** RFC 9110, 15.5.2: what answers 401 says how it wants to be asked. */
const challenged = (answer: Answer): Answer =>
  answer.status === 401
    ? { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="population"' } }
    : answer;

/** Refusals as whoever called expects them: SOAP faults, or a wrapper's `error_code`. */
export const words = (fault: Fault, kind: FaultKind, operation: string): Answer =>
  challenged(asJson.has(operation) ? wrapperRefusal(fault, kind) : soapFault(fault, kind));
