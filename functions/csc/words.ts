import type { FaultKind } from '../../contracts/_contract.ts';
import { cscFaults } from '../../contracts/_csc/faults.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import { ascii } from '../_kit/wire.ts';

/** What the standard says where one of these is missing or of another type; elsewhere `Invalid parameter …`. */
const types: Readonly<Record<string, string>> = {
  credentialID: 'string',
  SAD: 'string',
  signAlgo: 'string',
  token: 'string',
  handle: 'string',
  requestID: 'string',
  authObjectID: 'string',
  PIN: 'string',
  OTP: 'string',
  numSignatures: 'integer',
  hash: 'array',
  hashes: 'array',
  authData: 'array',
};

/** Where the value of `hash` is one hash. */
const single = /timestamp/i;

function describe(path: string, operation: string): string {
  const [name = '', place] = path.split('.');
  const isHash = name === 'hash' || name === 'hashes';
  if (isHash && (place !== undefined || single.test(operation)))
    return 'Invalid Base64 hash string parameter';
  const type = types[name];
  if (type === undefined || place !== undefined) return `Invalid parameter ${name}`;
  return `Missing (or invalid type) ${type} parameter ${name}`;
}

/** What the kit itself refuses, in the standard's names. */
function common(status: number): string {
  if (status === 503) return 'temporarily_unavailable';
  return status >= 500 ? 'server_error' : 'invalid_request';
}

const statusOf = (own: boolean, status: number): number =>
  own || status === 404 || status === 413 || status >= 500 ? status : 400;

/** The standard's shape of an error. */
export function words(fault: Fault, { status }: FaultKind, operation: string): Answer {
  const own = Object.hasOwn(cscFaults, fault.code);
  const [first] = fault.code === 'invalid_input' ? (fault.extra.errors ?? []) : [];
  const detail = first?.path ? describe(first.path, operation) : fault.detail;
  return json(
    { error: own ? fault.code : common(status), error_description: ascii(detail) },
    { status: statusOf(own, status), headers: { ...fault.extra.headers } },
  );
}
