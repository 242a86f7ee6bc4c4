import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';

const names: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'SP_CREDENTIAL_INVALID',
  403: 'CREDENTIAL_STATUS_INVALID',
};

/** What is wrong: in Vietnamese, a slash, English, and where. */
function detailOf({ detail, extra }: Fault, { title }: FaultKind): string {
  const places = extra.errors?.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  return `${title.vi} / ${title.en} (${places?.join('; ') ?? detail})`;
}

/** VNPT's numbers and names, for the CSC-like interface. */
const codes: Readonly<Record<string, readonly [code: number, codeDesc: string]>> = {
  token_invalid: [401, 'UNAUTHORIZED'],
  credential_not_exist: [60000, 'CREDENTIAL_NOT_EXIST'],
  credential_not_match: [60001, 'CREDENTIAL_NOT_MATCH_IDENTITY'],
  transaction_not_found: [62000, 'SIGNATURE_TRANSACTION_NOT_FOUND'],
  transaction_not_match: [62001, 'SIGNATURE_TRANSACTION_NOT_MATCH_IDENTITY'],
  data_format: [62010, 'SIGNATURE_DATA_REQUEST_INVALID_FORMAT'],
  file_type: [64000, 'CREDENTIAL_SIGN_FILE_UNSUPPORT_FILETYPE'],
  service_pack: [65000, 'SERVICE_PACK_EXEED_OR_INVALID'],
};

function envelope(fault: Fault, kind: FaultKind): Answer {
  const { status } = kind;
  const other =
    status >= 500 ? ([50000, 'SERVER_INTERNAL_ERROR'] as const) : ([30000, 'CLIENT_INPUT_INVALID'] as const);
  const [code, codeDesc] = codes[fault.code] ?? other;
  const body = { code, codeDesc, message: detailOf(fault, kind), content: null };
  return json(body, { status, headers: { ...fault.extra.headers } });
}

const csc = new Set(['userInfo', 'list', 'info', 'signFile', 'signHash', 'tranInfo']);

/** sp769: `{status_code, message, data}`, the name of the code at the head of the message. */
function sp769(fault: Fault, kind: FaultKind): Answer {
  const { status } = kind;
  const name = names[status] ?? (status < 500 ? 'BAD_REQUEST' : 'SERVER_INTERNAL_ERROR');
  const message = `${name}: ${detailOf(fault, kind)}`;
  return json({ status_code: status, message, data: null }, { status, headers: { ...fault.extra.headers } });
}

/** Each of VNPT's two interfaces has its own form for a refusal. */
export const words = (fault: Fault, kind: FaultKind, operation: string): Answer =>
  csc.has(operation) ? envelope(fault, kind) : sp769(fault, kind);
