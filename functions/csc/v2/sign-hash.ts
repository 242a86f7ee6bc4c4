import type { SignHashInputV2 } from '../../../contracts/_csc/v2.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { signed } from '../sign-hash.ts';
import { callerOfV2 } from './caller.ts';
import { answered } from './result.ts';

export async function signHashV2(x: Exchange<SignHashInputV2>) {
  const { credentialID, SAD, hashes, hashAlgorithmOID, signAlgo } = x.input;
  const caller = await callerOfV2(x);
  const hashOid = { value: hashAlgorithmOID, name: 'hashAlgorithmOID' };
  const wanted = { credentialID, hashes, signAlgo, hashOid, SAD: SAD ?? caller.SAD };
  const { signatures, person, changes } = await signed(x, caller, wanted);
  return answered(x, caller, person, { signatures }, changes);
}
