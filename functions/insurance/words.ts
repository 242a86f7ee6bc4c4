import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import { emptyRecord } from './record.ts';

/** `maKetQua` of what the contract and the kit refuse. Other failures of the kit are the server's: 500. */
const results: Readonly<Record<string, string>> = {
  account_refused: '401',
  account_locked: '402',
  account_not_allowed: '403',
  session_refused: '401',
  bearer_refused: '401',
  quota_used: '429',
  data_error: '100',
  register_error: '101',
  invalid_input: '205',
  unsupported_media_type: '205',
  too_large: '205',
  unknown_failure: '205',
  unknown_workspace: '404',
};

/** Where, and what is wrong there. */
const places = ({ extra }: Fault): string[] =>
  (extra.errors ?? []).map(({ path, message }) => `${path}: ${message}`);

const said = (fault: Fault, { title }: FaultKind): string =>
  `${title.vi} / ${title.en} (${places(fault).join('; ') || fault.detail})`;

/** A token without a readable account is one with a wrong account: the wire has no other code for it. */
const tokenResult = (code: string): string => {
  const result = results[code] ?? '500';
  return result === '205' ? '401' : result;
};

/** What the gateway's route decides goes out with HTTP 200; what never came to it keeps HTTP's own status. */
const gatewayStatus = (fault: Fault, { status }: FaultKind): number =>
  fault.code === 'invalid_input' ? 200 : status;

function gateway(fault: Fault, kind: FaultKind, operation: string): unknown {
  const ghiChu = said(fault, kind);
  const maKetQua = results[fault.code] ?? '500';
  if (operation === 'token') return { maKetQua: tokenResult(fault.code), APIKey: null, ghiChu };
  if (operation === 'history2025') return { maKetQua, ghiChu, dsLichSuKCB2025: null };
  return { maKetQua, ghiChu, ...emptyRecord, dsLichSuKCB2018: null, dsLichSuKT2018: [] };
}

const abp = (fault: Fault, kind: FaultKind, status: number) => ({
  result: null,
  targetUrl: null,
  success: false,
  error: {
    code: status,
    message: kind.title.vi,
    details: `${kind.title.en}: ${fault.detail}`,
    validationErrors: fault.extra.errors?.map(({ path, message }) => ({ message, members: [path] })) ?? null,
  },
  unAuthorizedRequest: status === 401,
  __abp: true,
});

const envelope = (fault: Fault, kind: FaultKind, status: number) => ({
  data: null,
  success: false,
  message: kind.title.vi,
  errors: [`${kind.title.en}: ${fault.detail}`, ...places(fault)],
  status,
  traceId: '',
});

const match = (fault: Fault, kind: FaultKind) => ({
  maKetQua: results[fault.code] ?? '500',
  moTa: said(fault, kind),
  khop: false,
});

const bearer = { 'www-authenticate': 'Bearer' };

/** Each wire has its own form for a refusal: the gateway's, VNPost's two, and the match's. */
export function words(fault: Fault, kind: FaultKind, operation: string): Answer {
  const isGateway = /^(token|check|history)/.test(operation);
  const outside = kind.status === 200 && !isGateway ? 500 : kind.status;
  const status = isGateway ? gatewayStatus(fault, kind) : outside;
  const headers = { ...(status === 401 && bearer), ...fault.extra.headers };
  const more = { status, headers, fault };
  if (isGateway) return json(gateway(fault, kind, operation), more);
  if (operation === 'match') return json(match(fault, kind), more);
  const isAbp = operation === 'agentSearch' || operation === 'agentHealth';
  return json(isAbp ? abp(fault, kind, status) : envelope(fault, kind, status), more);
}
