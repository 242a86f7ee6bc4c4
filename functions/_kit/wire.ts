import type { Contract, FaultKind, Operation, Text } from '../../contracts/_contract.ts';
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

/** What a link to the sandbox's own first page says. */
export const SANDBOX: Text = { vi: 'Về trang đầu của hộp cát', en: 'To the first page of the sandbox' };

/** The system's first page; the sandbox's own where it has none, or where there is no such workspace. */
function firstPage(contract: Contract, fault: Fault, base: string): { url: string; label: Text } {
  const own = Object.values<Operation>(contract.operations).find(
    ({ path, answers }) => path === '/' && answers[200] === 'html',
  );
  if (!own || contract.root || fault.code === 'unknown_workspace')
    return { url: new URL('/', base).href, label: SANDBOX };
  const { vi, en } = contract.title;
  return { url: `${base}/`, label: { vi: `Về trang đầu: ${vi}`, en: `To the first page: ${en}` } };
}

async function person(contract: Contract, fault: Fault, base: string | undefined): Promise<Answer> {
  const { status, title, cure, back } = faultKind(contract, fault.code);
  const { errors, headers } = fault.extra;
  const told = {
    system: contract.brand ?? contract.title,
    title,
    cure,
    errors,
    detail: `${fault.code}: ${fault.detail}`,
  };
  const own = back && { url: `${base}${back.to}`, label: back.label };
  const ways = base === undefined ? {} : { back: own ?? firstPage(contract, fault, base) };
  return page(faultPage({ ...told, ...ways }), { status, fault, headers });
}

/** Words a fault as the operation's wire does; `base`: the system's own URL, from which a page leads on. */
export function wordFault(
  contract: Contract,
  operation: Pick<Operation, 'errors'>,
  fault: Fault,
  base?: string,
) {
  if (operation.errors === 'oauth') return oauth(contract, fault);
  return operation.errors === 'page' ? person(contract, fault, base) : problem(contract, fault);
}
