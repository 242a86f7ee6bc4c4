import type { PopulationRequest } from '../../contracts/_population-requests.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { bilingual, errorsOf, invalidInput } from '../_kit/issues.ts';
import { messageOf } from '../_soap/envelope.ts';
import { type Plain, plainOf } from '../_soap/plain.ts';
import type { RegisterOperation } from './operations.ts';

type FieldError = Parameters<typeof invalidInput>[0][number];

/** Holds fields by the register's names against the rules. @throws Fault invalid_input, naming all that is wrong */
export function checkedRequest(
  { request }: RegisterOperation,
  fields: Plain,
  before: readonly FieldError[] = [],
): PopulationRequest {
  const result = request.safeParse(fields, { error: bilingual });
  const wrong = result.success ? [] : errorsOf(result.error.issues);
  const named = new Set(before.map(({ path }) => path));
  const errors = [...before, ...wrong.filter(({ path }) => !named.has(path))];
  if (!result.success || errors.length > 0) throw invalidInput(errors);
  return result.data;
}

/**
 * What a SOAP message asks of an operation. The element may be called `…Request` as well, as one XSD has it.
 * @throws Fault as `messageOf`; wrong_message, invalid_input
 */
export async function requestIn(
  text: string,
  operation: RegisterOperation,
  contentType?: string,
): Promise<PopulationRequest> {
  const message = await messageOf(text, contentType);
  const { name, namespace } = operation;
  if ((message.name !== name && message.name !== `${name}Request`) || message.uri !== namespace) {
    throw new Fault(
      'wrong_message',
      `the Body holds {${message.uri}}${message.name}, not {${namespace}}${name}`,
    );
  }
  const errors: FieldError[] = [];
  return checkedRequest(operation, plainOf(message, [namespace], '', errors), errors);
}

/** The content type's charset counts as part of the message. */
export const requestOf = (x: Exchange, operation: RegisterOperation): Promise<PopulationRequest> =>
  requestIn(String(x.body), operation, x.request.headers.get('content-type') ?? '');
