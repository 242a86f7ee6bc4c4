import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { xml } from '../_soap/envelope.ts';
import { answerTo } from './answer.ts';
import { authenticated } from './authentication.ts';
import { type OperationName, operations } from './operations.ts';
import { requestOf } from './read-request.ts';

/** An operation as the register itself has it. */
export const soap =
  (name: OperationName) =>
  async (x: Exchange): Promise<Answer> => {
    const operation = operations[name];
    const caller = authenticated(x, `/${name}`);
    const request = await requestOf(x, operation);
    x.remarks.client ??= caller || request.MaCanBo;
    const { soap, changes } = await answerTo(x, operation, request, caller);
    return xml(soap, { changes });
  };
