import type { Autopilot } from '../../contracts/_settings.ts';
import type { Answer } from '../_kit/answer.ts';
import { seconds } from '../_kit/clock.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change, Item } from '../_kit/store.ts';
import { refuseAt } from './channel.ts';
import { subjectOf } from './client.ts';
import { issueCode } from './issue-code.ts';
import { reachedLevel } from './need.ts';
import type { Profile } from './profile.ts';
import type { AuthorizationRequest } from './request.ts';
import type { Session } from './session.ts';

/**
 * What answers this sign-in without a page: the queue first, then the client's own (of several clients the first that
 * has one), then everybody's.
 */
export function autopilotFor(
  x: Exchange,
  ...clients: readonly string[]
): { pilot: Autopilot | null; changes: Change[] } {
  const { settings } = x.workspace;
  const [first, ...autopilotQueue] = settings.autopilotQueue;
  if (first)
    return { pilot: first, changes: [x.changeWorkspace({ settings: { ...settings, autopilotQueue } })] };
  const named = clients.find((client) => Object.hasOwn(settings.autopilotByClient, client));
  const own = named === undefined ? undefined : settings.autopilotByClient[named];
  return { pilot: own === 'pages' ? null : (own ?? settings.autopilot), changes: [] };
}

interface Flight<P extends Autopilot = Autopilot> {
  pilot: P;
  /** Subject of the `id_token_hint`, when there was one. */
  hinted: string | undefined;
  session: Item<Session> | undefined;
  /** Take the pilot out of the queue, however the sign-in ends. */
  changes: readonly Change[];
}

/** Answers as the autopilot says. */
export async function fly(
  x: Exchange,
  profile: Profile,
  request: AuthorizationRequest,
  flight: Flight,
): Promise<Answer> {
  const { pilot, changes } = flight;
  try {
    if ('person' in pilot) return await signInAs(x, profile, request, { ...flight, pilot });
    throw new Fault(pilot.error, pilot.description ?? 'the autopilot of this workspace says so');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return refuseAt(profile, request, x, error, { changes });
  }
}

/** Signs in as the autopilot's person, with the same rules for accounts and levels as the pages. */
async function signInAs(
  x: Exchange,
  profile: Profile,
  request: AuthorizationRequest,
  { pilot, hinted, session: before, changes }: Flight<Extract<Autopilot, { person: string }>>,
): Promise<Answer> {
  const holder = await profile.find(x, pilot.person);
  if (!holder)
    throw new Fault('access_denied', `the autopilot's person '${pilot.person}' is not in this workspace`);
  const wanted = request.claims.subject ?? hinted;
  if (wanted !== undefined && wanted !== subjectOf(request.client, holder.id, profile.system))
    throw new Fault('login_required', 'the request wants another person than the autopilot signs in');
  const highest = admitted(() => profile.admit(holder, x));
  const acr = reachedLevel(profile.levels, highest, request.acr, pilot.acr);
  const amr = acr === profile.levels[0] ? ['pwd'] : ['pwd', 'otp', 'mfa'];
  const session: Session = { person: holder.id, authTime: seconds(x.clock.now), acr, amr, clients: [] };
  const reused =
    before?.value.person === session.person && before.value.acr === acr && !request.prompts.has('login');
  const tooOld =
    request.maxAge !== undefined && before && session.authTime - before.value.authTime > request.maxAge;
  return issueCode(x, profile, request, reused && !tooOld ? before : session, changes);
}

/** Why an account may not sign in is the page's matter; a portal only learns that access was denied. */
function admitted(admit: () => string): string {
  try {
    return admit();
  } catch (error) {
    if (error instanceof Fault) throw new Fault('access_denied', `${error.code}: ${error.detail}`);
    throw error;
  }
}
