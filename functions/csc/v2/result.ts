import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { secret } from '../../_oidc/secret.ts';
import { type Made, results } from '../kinds.ts';
import type { Caller } from '../token.ts';
import { callerOfV2 } from './caller.ts';

const RESULT_MS = 600_000;
/** One item of the store holds no more. */
const MOST_KEPT = 300_000;

export interface Mode {
  operationMode?: 'S' | 'A' | undefined;
  /** Milliseconds. */
  validity_period?: number | undefined;
}

/** At once, or under a response id to be asked for: the signing itself takes no time here. */
export function answered(
  x: Exchange<Mode>,
  { client }: Caller,
  person: string,
  made: Made,
  changes: readonly Change[],
) {
  const { operationMode = 'S', validity_period: validity = RESULT_MS } = x.input;
  if (operationMode === 'S') return json(made, { changes });
  if (JSON.stringify(made).length > MOST_KEPT)
    throw new Fault('invalid_request', 'the result is too large to be kept: ask for it with operationMode S');
  const responseID = secret(x.deps.random, 24);
  const put = x.put(
    results,
    digest(responseID),
    { person, client, made },
    { expires: x.clock.now + validity },
  );
  return json({ responseID }, { changes: [...changes, put] });
}

export async function signPolling(x: Exchange<{ requestID: string; userID?: string | undefined }>) {
  const caller = await callerOfV2(x);
  const { requestID, userID } = x.input;
  if (userID !== undefined && caller.person !== null)
    throw new Fault('invalid_request', 'userID parameter SHALL be null');
  const result = (await x.read(results, digest(requestID)))?.value;
  const foreign = caller.person !== null && result?.person !== caller.person;
  if (!result || foreign || result.client !== caller.client)
    throw new Fault('invalid_request', 'Invalid parameter requestID');
  if (x.failure !== 'still-processing') return json(result.made);
  const error_description = 'The request has been accepted but is not completed yet';
  return json({ error: 'accepted_request', error_description }, { status: 202 });
}
