import type { Contract, FaultKind, Operation } from '../../../contracts/_contract.ts';
import { canFail } from '../../../contracts/_failures.ts';
import type { commonFaults } from '../../../contracts/_faults.ts';
import type { Answer } from '../answer.ts';
import { Fault } from '../fault.ts';
import type { Words } from '../implement.ts';
import { takesBody } from '../input.ts';
import { faultKind, wordFault } from '../wire.ts';

/** A system as its documents need it: what it promises, and how it words its own refusals. */
export interface Described {
  contract: Contract;
  words?: Words;
}

/** One way in which an operation refuses, and what the caller then gets. */
export interface RefusalExample {
  code: string;
  kind: FaultKind;
  answer: Answer;
}

const inputErrors = [{ path: 'field', message: 'Thiếu trường này / This field is missing' }];

function commonCodes(contract: Contract, operation: Operation): (keyof typeof commonFaults)[] {
  const body = takesBody(operation);
  const codes: Partial<Record<keyof typeof commonFaults, unknown>> = {
    invalid_input: operation.query ?? operation.form ?? operation.json,
    unsupported_media_type: body,
    too_large: body,
    foreign_number: body,
    unknown_workspace: !contract.root,
    key_required: operation.keyed,
    cross_site: operation.keyed ?? operation.ownPages,
    not_found: operation.path.includes(':'),
    unavailable: canFail(contract),
    unknown_failure: canFail(contract),
    busy: true,
    broken: true,
  };
  return (Object.keys(codes) as (keyof typeof codes)[]).filter((code) => codes[code]);
}

/** Codes of every refusal that an operation may give: the contract's own, and what the kit refuses. */
export const faultCodes = (contract: Contract, operation: Operation): string[] => [
  ...new Set([...Object.keys(contract.faults), ...commonCodes(contract, operation)]),
];

/** Each refusal as the wire words it; undefined where only the service could word it and it is not at hand. */
async function worded({ contract, words }: Described, name: string, operation: Operation, code: string) {
  const kind = faultKind(contract, code);
  const fault = new Fault(code, kind.title.en, code === 'invalid_input' ? { errors: inputErrors } : {});
  if (operation.errors !== 'own') return { code, kind, answer: await wordFault(contract, operation, fault) };
  return words && { code, kind, answer: await words(fault, kind, name, contract.origins?.[0] ?? '') };
}

/** Every refusal that an operation may give, worded. */
export async function refusalsOf(
  described: Described,
  name: string,
  operation: Operation,
): Promise<RefusalExample[]> {
  const codes = faultCodes(described.contract, operation);
  const all = await Promise.all(codes.map((code) => worded(described, name, operation, code)));
  return all.filter((each) => each !== undefined);
}
