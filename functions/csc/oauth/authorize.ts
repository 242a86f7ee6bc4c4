import { cscFaults } from '../../../contracts/_csc/faults.ts';
import type { Person } from '../../../contracts/person.ts';
import { type Answer, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { parameters } from '../../_kit/input.ts';
import { personBySlug } from '../../_kit/people.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { autopilotFor } from '../../_oidc/autopilot.ts';
import { seal, secret } from '../../_oidc/secret.ts';
import { certificateBySerial } from '../../_sign/certificate.ts';
import { codes, steps, type Wish } from '../kinds.ts';
import { type SignedIn, signIn } from '../user.ts';
import { approveView } from './approve-view.ts';
import { pages } from './pages.ts';
import type { Parameters } from './parameters.ts';
import { type Asking, askingIn, backTo, refusedTo, wishIn } from './request.ts';

const CODE_SECONDS = 60;
const STEP_SECONDS = 600;

/** Back with a code for what was approved. */
export function issueCode(x: Exchange, wish: Wish, person: string, changes: readonly Change[] = []): Answer {
  const code = secret(x.deps.random);
  const { state: _, description: __, ...approved } = wish;
  const value = { ...approved, person };
  const put = x.put(codes, digest(code), value, { lifetime: CODE_SECONDS, if: 'absent' });
  return backTo(wish, { code }, { changes: [...changes, put] });
}

/** Somebody else's credential is none of theirs. */
async function ownCredential(x: Exchange, { credential }: Wish, person: Person): Promise<boolean> {
  return credential === null || (await certificateBySerial(x, credential))?.person === person.slug;
}

/** The page on which the person approves. */
async function approvePage(x: Exchange, wish: Wish, person: Person, changes: readonly Change[]) {
  const handle = secret(x.deps.random, 24);
  // Sealed: what an application says may hold a number that must not be stored.
  const step = { person: person.slug, wish: seal(handle, wish, x.deps.random) };
  const put = x.put(steps, digest(handle), step, { lifetime: STEP_SECONDS });
  const view = await approveView(x, { wish, person, handle });
  return { ...view, changes: [...changes, put] };
}

async function signInView(
  x: Exchange,
  asking: Asking,
  wish: Wish,
  request: string,
  tried?: Fault & { user?: string },
) {
  const { signInPage } = await pages();
  const kind = tried && cscFaults.authentication_error;
  const content = signInPage({
    lang: 'vi',
    assets: ASSETS,
    client: asking.client.name,
    scope: wish.scope,
    post: { action: `${x.base}/oauth2/sign-in`, hidden: { request } },
    ...(kind && { error: { title: kind.title, cure: kind.cure } }),
  });
  return page(content, { status: tried ? 401 : 200, ...(tried && { fault: tried }) });
}

const wrongHolder = (): Fault => new Fault('access_denied', 'the credential belongs to somebody else');

/** Answers without a page, as the workspace's autopilot and its fast mode for signing say. */
async function fly(x: Exchange, wish: Wish, slug: string, changes: readonly Change[]): Promise<Answer> {
  const person = await personBySlug(x, slug);
  if (!person || !(await ownCredential(x, wish, person))) return refusedTo(wish, wrongHolder(), changes);
  x.remarks.person = person.slug;
  const { autopilot } = x.workspace.settings.signing;
  if (wish.scope === 'service' || autopilot === 'approve') return issueCode(x, wish, slug, changes);
  if (autopilot === null) return approvePage(x, wish, person, changes);
  return refusedTo(wish, new Fault('access_denied', 'The signer denied the request'), changes);
}

/** Runs with a request whose application is known: whatever is wrong from then on is told to it. */
async function asApplication(
  x: Exchange,
  given: Parameters,
  go: (asking: Asking, wish: Wish) => Promise<Answer>,
): Promise<Answer> {
  const asking = askingIn(x, given);
  try {
    return await go(asking, await wishIn(x, given, asking));
  } catch (error) {
    if (error instanceof Fault) return refusedTo(asking, error);
    throw error;
  }
}

/** The page to sign in on, or whatever the autopilot makes of it. */
export const oauthAuthorize = (x: Exchange<Parameters>): Promise<Answer> =>
  asApplication(x, x.input, async (asking, wish) => {
    const { pilot, changes } = autopilotFor(x, wish.client);
    if (pilot && 'person' in pilot) return fly(x, wish, pilot.person, changes);
    if (pilot)
      return refusedTo(wish, new Fault(pilot.error, pilot.description ?? 'as the autopilot says'), changes);
    return signInView(x, asking, wish, x.url.split('?')[1] ?? '');
  });

const faultIn = (signed: SignedIn): Fault | undefined => ('fault' in signed ? signed.fault : undefined);

export const oauthSignIn = (
  x: Exchange<{ request: string; username: string; password: string }>,
): Promise<Answer> => {
  const { request, username, password } = x.input;
  return asApplication(x, parameters(new URLSearchParams(request)), async (asking, wish) => {
    const signed = await signIn(x, username, password);
    const fault = faultIn(signed);
    if (fault || !('person' in signed)) {
      const view = await signInView(x, asking, wish, request, fault);
      return { ...view, changes: signed.changes };
    }
    if (!(await ownCredential(x, wish, signed.person))) return refusedTo(wish, wrongHolder(), signed.changes);
    return approvePage(x, wish, signed.person, signed.changes);
  });
};
