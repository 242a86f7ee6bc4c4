import type { SignHashInputV2 } from '../../../contracts/_csc/v2.ts';
import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import { secret } from '../../_oidc/secret.ts';
import { results } from '../kinds.ts';
import { signed } from '../sign-hash.ts';
import { callerOfV2 } from './caller.ts';

const RESULT_MS = 600_000;

/** At once, or under a response id to be asked for: the signing itself takes no time here. */
export async function signHashV2(x: Exchange<SignHashInputV2>) {
  const { credentialID, SAD, hashes, hashAlgorithmOID, signAlgo } = x.input;
  const { operationMode = 'S', validity_period: validity = RESULT_MS } = x.input;
  const caller = await callerOfV2(x);
  const hashOid = { value: hashAlgorithmOID, name: 'hashAlgorithmOID' };
  const wanted = { credentialID, hashes, signAlgo, hashOid, SAD: SAD ?? caller.SAD };
  const { signatures, person, changes } = await signed(x, caller, wanted);
  if (operationMode === 'S') return json({ signatures }, { changes });
  const responseID = secret(x.deps.random, 24);
  const result = { person, client: caller.client, signatures };
  const put = x.put(results, digest(responseID), result, { expires: x.clock.now + validity });
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
  if (x.failure === 'still-processing')
    return json(
      {
        error: 'accepted_request',
        error_description: 'The request has been accepted but is not completed yet',
      },
      { status: 202 },
    );
  return json({ signatures: result.signatures });
}
