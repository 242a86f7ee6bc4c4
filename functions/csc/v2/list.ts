import { json } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import type { Certificate } from '../../_sign/certificate.ts';
import { standingOf } from '../../_sign/certificate.ts';
import { needsOtp } from '../authority.ts';
import { credentialFor, credentialsOf, described, type InfoAsked } from '../credential.ts';
import { holderFor } from '../list.ts';
import { settingsOf } from '../token.ts';
import { callerOfV2 } from './caller.ts';

const pin = {
  type: 'Password',
  id: 'PIN',
  format: 'N',
  label: 'PIN',
  description: 'Mã PIN của chứng thư số / PIN of the credential',
};

const otp = {
  type: 'Password',
  id: 'OTP',
  format: 'N',
  label: 'OTP',
  generator: 'sms',
  description: 'Mã gồm 6 chữ số gửi qua SMS / A code of six digits, sent by SMS',
};

/** What the holder has to give. Where the signer is asked on the phone: nothing, and there is a handle. */
function auth(x: Exchange, credential: Certificate) {
  const { authMode } = settingsOf(x);
  if (authMode === 'oauth2code') return { mode: 'oauth2code' };
  if (authMode === 'implicit') return { mode: 'explicit', objects: [] };
  return needsOtp(x, credential)
    ? { mode: 'explicit', expression: 'PIN AND OTP', objects: [pin, otp] }
    : { mode: 'explicit', expression: 'PIN', objects: [pin] };
}

async function infoOf(x: Exchange, credential: Certificate, asked: InfoAsked) {
  const { scal, multisign } = settingsOf(x);
  const known = await described(x, credential, asked);
  return { ...known, auth: auth(x, credential), SCAL: scal, multisign, lang: 'vi-VN' };
}

export async function infoOfCredentialV2(x: Exchange<InfoAsked & { credentialID: string }>) {
  const credential = await credentialFor(x, await callerOfV2(x), x.input.credentialID);
  return json(await infoOf(x, credential, x.input));
}

interface List extends InfoAsked {
  userID?: string | undefined;
  credentialInfo?: boolean | undefined;
  onlyValid?: boolean | undefined;
}

async function usable(x: Exchange, credentials: readonly Certificate[]): Promise<Certificate[]> {
  const standings = await Promise.all(credentials.map((credential) => standingOf(x, credential)));
  return credentials.filter((_, at) => standings[at] === 'good');
}

export async function listV2(x: Exchange<List>) {
  const { userID, credentialInfo = false, onlyValid = false } = x.input;
  const person = await holderFor(x, await callerOfV2(x), userID);
  const { credentials, changes } = person ? await credentialsOf(x, person) : { credentials: [], changes: [] };
  const shown = onlyValid ? await usable(x, credentials) : credentials;
  const infos = credentialInfo
    ? await Promise.all(
        shown.map(async (one) => ({ credentialID: one.serial, ...(await infoOf(x, one, x.input)) })),
      )
    : undefined;
  const body = {
    credentialIDs: shown.map(({ serial }) => serial),
    ...(infos && { credentialInfos: infos }),
    ...(onlyValid && { onlyValid }),
  };
  return json(body, { changes });
}
