import type { AuthorizeInput, LoginForm } from '../../../contracts/_smartca/oauth-data.ts';
import type { Application } from '../../../contracts/_smartca/settings.ts';
import { digest } from '../../_kit/admit.ts';
import { type Answer, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personBySlug } from '../../_kit/people.ts';
import type { Change } from '../../_kit/store.ts';
import { ascii } from '../../_kit/wire.ts';
import { autopilotFor } from '../../_oidc/autopilot.ts';
import { secret } from '../../_oidc/secret.ts';
import { type Holder, holderOfNumber } from '../../_sign/holder.ts';
import { applicationById } from '../applications.ts';
import { counted, isPassword } from '../password.ts';
import { codes } from './kinds.ts';
import { requireScope } from './scope.ts';
import { loginView } from './view.ts';

const CODE_SECONDS = 15;

/** Where the answer goes. */
interface Asking {
  application: Application;
  redirectUri: string;
  state: string | undefined;
}

const isOwnMachine = (uri: string): boolean =>
  /^https?:$/.test(new URL(uri).protocol) &&
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(uri).hostname);

function mayReceive({ redirectUris }: Application, uri: string): boolean {
  if (redirectUris.length > 0) return redirectUris.includes(uri);
  return URL.canParse(uri) && isOwnMachine(uri);
}

/** @throws Fault unknown_client, invalid_redirect: for a page */
function askingIn(x: Exchange, { client_id = '', redirect_uri = '', state }: AuthorizeInput): Asking {
  const application = applicationById(x, client_id);
  if (!application) throw new Fault('unknown_client', 'no such client_id in smartca.accounts');
  x.remarks.client = application.clientId;
  if (!mayReceive(application, redirect_uri))
    throw new Fault('invalid_redirect', 'the redirect_uri is not a registered one');
  return { application, redirectUri: redirect_uri, state };
}

function backTo({ redirectUri, state }: Asking, said: Record<string, string>, more: Partial<Answer> = {}) {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return redirect(url.href, { status: 303, ...more });
}

const refusedTo = (asking: Asking, fault: Fault, changes: readonly Change[] = []): Answer =>
  backTo(asking, { error: fault.code, error_description: ascii(fault.detail) }, { fault, changes });

/** Back to the application with a code for this subscriber. */
function issueCode(x: Exchange, asking: Asking, { person, kind }: Holder, changes: readonly Change[]) {
  const code = secret(x.deps.random);
  x.remarks.person = person.slug;
  const { application, redirectUri } = asking;
  const issued = {
    client: application.clientId,
    redirectHash: digest(redirectUri),
    person: person.slug,
    kind,
  };
  const put = x.put(codes, digest(code), issued, { lifetime: CODE_SECONDS, if: 'absent' });
  return backTo(asking, { code }, { changes: [...changes, put] });
}

/** What is wrong from here on is told to the application. @throws Fault */
function requireCode({ response_type, scope }: AuthorizeInput): void {
  if (response_type !== 'code')
    throw new Fault('unsupported_response_type', 'only response_type=code is known here');
  requireScope(scope);
}

async function fly(x: Exchange, asking: Asking, slug: string, changes: readonly Change[]) {
  const person = await personBySlug(x, slug);
  if (!person) return refusedTo(asking, new Fault('access_denied', 'the autopilot is nobody'), changes);
  return issueCode(x, asking, { person, kind: 'citizen' }, changes);
}

/** The page on which the subscriber signs in, or whatever the workspace's autopilot makes of it. */
export async function authorize(x: Exchange<AuthorizeInput>): Promise<Answer> {
  const asking = askingIn(x, x.input);
  try {
    requireCode(x.input);
  } catch (error) {
    if (error instanceof Fault) return refusedTo(asking, error);
    throw error;
  }
  const { pilot, changes } = autopilotFor(x, asking.application.clientId);
  if (pilot && 'person' in pilot) return fly(x, asking, pilot.person, changes);
  if (pilot)
    return refusedTo(asking, new Fault(pilot.error, pilot.description ?? 'as the autopilot says'), changes);
  return loginView(x, asking.application, x.input);
}

/** The subscriber signs in and consents, or says no. */
export async function login(x: Exchange<LoginForm>): Promise<Answer> {
  const { username, password, decision, ...request } = x.input;
  const asking = askingIn(x, request);
  requireCode(request);
  if (decision === 'refuse') return refusedTo(asking, new Fault('access_denied', 'the subscriber said no'));
  const holder = await holderOfNumber(x, username);
  const wrong = new Fault('wrong_login', 'wrong number or password');
  if (!holder) return loginView(x, asking.application, request, { username, fault: wrong });
  x.remarks.person = holder.person.slug;
  const tried = await counted(x, holder.person, () => isPassword(holder.person, password));
  if (tried.right) return issueCode(x, asking, holder, tried.changes);
  const fault = tried.locked ? new Fault('login_locked', 'locked for 5 minutes') : wrong;
  const shown = await loginView(x, asking.application, request, { username, fault });
  return { ...shown, changes: tried.changes };
}
