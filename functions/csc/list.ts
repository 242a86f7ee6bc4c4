import type { Person } from '../../contracts/person.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { needsOtp } from './authority.ts';
import { credentialFor, credentialsOf, described, type InfoAsked } from './credential.ts';
import { type Caller, callerOf, settingsOf } from './token.ts';
import { personByUser } from './user.ts';

/** Whose credentials are asked for: the person's own, or whom an application alone names. @throws Fault invalid_request */
export async function holderFor(
  x: Exchange,
  caller: Caller,
  userID: string | undefined,
): Promise<Person | undefined> {
  if (caller.person !== null) {
    if (userID !== undefined) throw new Fault('invalid_request', 'userID parameter MUST be null');
    return personBySlug(x, caller.person);
  }
  const person = userID === undefined ? undefined : await personByUser(x, userID);
  if (!person) throw new Fault('invalid_request', 'Invalid parameter userID');
  x.remarks.person = person.slug;
  return person;
}

const pageToken = (after: string): string => Buffer.from(`after ${after}`).toString('base64url');

interface List {
  userID?: string | undefined;
  maxResults?: number | undefined;
  pageToken?: string | undefined;
}

export async function list(x: Exchange<List>) {
  const { userID, maxResults = 100, pageToken: token } = x.input;
  const person = await holderFor(x, await callerOf(x), userID);
  const { credentials, changes } = person ? await credentialsOf(x, person) : { credentials: [], changes: [] };
  const ids = credentials.map(({ serial }) => serial);
  const at = token === undefined ? 0 : ids.findIndex((id) => pageToken(id) === token) + 1;
  if (token !== undefined && at === 0) throw new Fault('invalid_request', 'Invalid parameter pageToken');
  const page = ids.slice(at, at + maxResults);
  const last = page.at(-1);
  const more = at + page.length < ids.length && last !== undefined;
  return json({ credentialIDs: page, ...(more && { nextPageToken: pageToken(last) }) }, { changes });
}

const pin = {
  presence: 'true',
  format: 'N',
  label: 'PIN',
  description: 'Mã PIN của chứng thư số / PIN of the credential',
};

const otp = {
  presence: 'true',
  type: 'online',
  format: 'N',
  label: 'OTP',
  description: 'Mã gồm 6 chữ số gửi qua SMS / A code of six digits, sent by SMS',
};

/** Version 1: mode, PIN and OTP beside each other. */
export async function info(x: Exchange<InfoAsked & { credentialID: string }>) {
  const credential = await credentialFor(x, await callerOf(x), x.input.credentialID);
  const { authMode, scal, multisign } = settingsOf(x);
  const factors = x.input.authInfo === true && authMode === 'explicit';
  return json({
    ...(await described(x, credential, x.input)),
    authMode,
    SCAL: scal,
    ...(factors && { PIN: pin, OTP: needsOtp(x, credential) ? otp : { presence: 'false' } }),
    multisign,
    lang: 'vi-VN',
  });
}
