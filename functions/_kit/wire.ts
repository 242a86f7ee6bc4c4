import type { Contract, FaultKind, Operation } from '../../contracts/_contract.ts';
import { commonFaults } from '../../contracts/_faults.ts';
import { type Answer, json, page } from './answer.ts';
import type { Fault } from './fault.ts';
import { faultPage } from './page/parts.ts';

/** Where the fronts serve style sheets, scripts and fonts. */
export const ASSETS = '/assets';

export const faultKind = (contract: Contract, code: string): FaultKind =>
  contract.faults[code] ?? (commonFaults as Record<string, FaultKind>)[code] ?? commonFaults.broken;

/** RFC 6749 allows only this in an error_description. */
export const ascii = (text: string): string =>
  text
    .replaceAll('"', "'")
    .replaceAll('\\', '/')
    .replace(/[^\x20-\x7e]/g, '?');

/** RFC 6749, 5.2. What the kit itself refuses is `invalid_request` there. */
function oauth(contract: Contract, fault: Fault): Answer {
  const own = fault.code in contract.faults;
  const kind = own ? faultKind(contract, fault.code) : { status: faultKind(contract, fault.code).status };
  const clientsMistake = !own && kind.status < 500 && kind.status !== 405 && kind.status !== 404;
  const notNow = kind.status === 503 ? 'temporarily_unavailable' : 'server_error';
  const error = own ? fault.code : kind.status >= 500 ? notNow : 'invalid_request';
  return json(
    { error, error_description: ascii(fault.detail) },
    {
      status: clientsMistake ? (kind.status === 413 ? 413 : 400) : kind.status,
      headers: { 'cache-control': 'no-store', ...fault.extra.headers },
      fault,
    },
  );
}

/** RFC 9457, with the cure and both languages. */
function problem(contract: Contract, fault: Fault): Answer {
  const { status, title, cure } = faultKind(contract, fault.code);
  const body = {
    type: `urn:hopcat:fault:${fault.code}`,
    title: title.vi,
    status,
    code: fault.code,
    detail: fault.detail,
    cure: cure.vi,
    en: { title: title.en, cure: cure.en },
    ...(fault.extra.errors && { errors: fault.extra.errors }),
  };
  return { ...json(body, { status, fault, headers: fault.extra.headers }), type: 'application/problem+json' };
}

async function person(contract: Contract, fault: Fault): Promise<Answer> {
  const { status, title, cure } = faultKind(contract, fault.code);
  return page(faultPage({ title, cure, detail: `${fault.code}: ${fault.detail}` }), {
    status,
    fault,
    headers: fault.extra.headers,
  });
}

/** Words a fault as the operation's wire does. */
export function wordFault(contract: Contract, operation: Pick<Operation, 'errors'>, fault: Fault) {
  if (operation.errors === 'oauth') return oauth(contract, fault);
  return operation.errors === 'page' ? person(contract, fault) : problem(contract, fault);
}
