import type { Answer } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { ascii } from '../../_kit/wire.ts';
import { type AuthorizationRequest, type RawParameters, single } from '../../_oidc/request.ts';
import { type Linked, linkAccount, linkAtSignIn } from '../linking.ts';
import { type Hop, spend, vneidOf } from './hop.ts';
import { type Vouched, vouched } from './identity.ts';
import { signInOrganisation } from './organisation.ts';
import { refuseWay } from './refusals.ts';
import { type How, requireAccount } from './session.ts';
import { flown, signedIn } from './signed-in.ts';
import { requestOf, signIns } from './waiting.ts';

/** What VNeID said about one way there and back. */
type Said = { hop: Hop } & ({ vouched: Vouched } | { refused: Fault });

/** VNeID's own refusal; of an autopilot's the portal gets code and words as they are. */
function refusalIn(raw: RawParameters, { flies }: Hop): Fault | undefined {
  const error = single(raw, 'error');
  if (error === undefined) return undefined;
  const words = ascii(single(raw, 'error_description') ?? 'VNeID gave no reason');
  if (flies) return new Fault(ascii(error).slice(0, 64), words);
  const code = error === 'access_denied' ? error : 'vneid_refused';
  return new Fault(code, `VNeID: ${ascii(error)}: ${words}`);
}

async function ask(x: Exchange, raw: RawParameters): Promise<Said> {
  const hop = await spend(x, single(raw, 'state') ?? '');
  try {
    const refused = refusalIn(raw, hop);
    if (refused) return { hop, refused };
    // RFC 9207
    if (single(raw, 'iss') !== vneidOf(x)) throw new Fault('vneid_failed', 'the answer is of another issuer');
    return { hop, vouched: await vouched(x, single(raw, 'code') ?? '', hop) };
  } catch (error) {
    if (error instanceof Fault) return { hop, refused: error };
    throw error;
  }
}

/** By request: when saving conflicts the route runs anew, and must not spend state and code a second time. */
const asked = new WeakMap<Request, Promise<Said>>();

function askOnce(x: Exchange, raw: RawParameters): Promise<Said> {
  const known = asked.get(x.request) ?? ask(x, raw);
  asked.set(x.request, known);
  return known;
}

/** Whose account it is from now on. @throws Fault */
async function accountFor(
  x: Exchange,
  hop: Hop,
  said: Vouched,
): Promise<Pick<Linked, 'account' | 'changes'>> {
  if (hop.as === 'organisation') return signInOrganisation(x, said);
  if (hop.links) return linkAccount(x, await requireAccount(x), said.identity);
  return linkAtSignIn(x, said.identity);
}

/** The sign-in page that led here is done with. */
async function spentStep(x: Exchange, key: string | undefined): Promise<Change[]> {
  const item = key === undefined ? undefined : await x.read(signIns, digest(key));
  return item ? [x.remove(item)] : [];
}

async function goOn(x: Exchange, hop: Hop, said: Vouched, request: AuthorizationRequest | undefined) {
  const { account, changes: linking } = await accountFor(x, hop, said);
  const changes = [...linking, ...(await spentStep(x, hop.key))];
  const { acr, amr, authTime, sid } = said;
  const how: How = { acr, amr, authTime, via: 'vneid', upstream: sid };
  if (hop.flies && request) return flown(x, request, account, how, changes);
  return signedIn(x, hop.target, account, how, { request, changes });
}

/** VNeID leads back here, with a code or with a refusal. */
export async function fromVneid(x: Exchange<RawParameters>): Promise<Answer> {
  const said = await askOnce(x, x.input);
  const { hop } = said;
  const request = await requestOf(x, hop.target);
  x.remarks.signIn = hop.signIn;
  try {
    if ('refused' in said) throw said.refused;
    return await goOn(x, hop, said.vouched, request);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refuseWay(x, hop, error, request);
  }
}
