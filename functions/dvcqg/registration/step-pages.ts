import { confirmRequest } from '../../../contracts/_dvcqg/registration-data.ts';
import { type Answer, page, type Refusal, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { parsed } from '../../_kit/issues.ts';
import { digest } from '../../_kit/perform.ts';
import type { Change } from '../../_kit/store.ts';
import { ASSETS } from '../../_kit/wire.ts';
import type { Moved } from './begin.ts';
import { finished } from './kept.ts';
import { pathOf } from './paths.ts';
import { type Held, LIFETIME_SECONDS, readRegistration } from './registration.ts';
import { stepContent, stepPage } from './step-view.ts';
import {
  checkSignature,
  confirmHolder,
  giveCode,
  giveSignature,
  type Made,
  resendCode,
  setPassword,
} from './steps.ts';
import { tried, troubleOf } from './trouble.ts';

type Fields = Readonly<Record<string, string>>;

const pages = () => import('./pages/index.ts');

/** The end of a registration that came to nothing, and how to begin anew. */
async function over(x: Exchange, fault: Fault, changes: readonly Change[] = []): Promise<Answer> {
  const trouble = troubleOf(fault);
  const { overPage } = await pages();
  const told = overPage({ lang: 'vi', assets: ASSETS, trouble, startUrl: pathOf(x, '/registration') });
  return page(told, { status: trouble.status, fault, changes });
}

export async function registrationStep(x: Exchange): Promise<Answer> {
  const held = await tried(() => readRegistration(x));
  if (held instanceof Fault) return over(x, held);
  return held.registration.step.at === 'check'
    ? waited(x, held)
    : stepPage(x, await stepContent(x, held, undefined, {}));
}

/** The page asks for itself anew until the signer has answered. */
const REFRESH = { refresh: '3' };

async function waited(x: Exchange, held: Held): Promise<Answer> {
  const outcome = await tried(() => checkSignature(x));
  if (outcome instanceof Fault) return again(x, held, outcome, []);
  if ('refuse' in outcome) return again(x, held, outcome.refuse, outcome.changes);
  const waits = outcome.held.registration.step.at === 'check';
  const { changes } = outcome;
  return stepPage(x, await stepContent(x, outcome.held, undefined, {}), {
    changes,
    ...(waits && { headers: REFRESH }),
  });
}

function passwordSaid({ password = '', again = '' }: Fields): string {
  if (password !== again) throw new Fault('passwords_differ', 'password and again are not the same');
  return password;
}

/** What was sent, by what the step waits for. */
function goOn(x: Exchange, { registration: { step } }: Held, said: Fields): Promise<Moved | Made | Refusal> {
  switch (step.at) {
    case 'code':
      return said.resend === undefined ? giveCode(x, said.code ?? '') : resendCode(x);
    case 'password':
      return setPassword(x, passwordSaid(said));
    case 'check':
      return checkSignature(x);
    case 'signature':
      return giveSignature(x, { signedData: said.signedData ?? '' });
    case 'confirm': {
      const { email } = parsed(confirmRequest, said.email?.trim() ? { email: said.email } : {});
      return confirmHolder(x, email);
    }
  }
}

const seeOther = (x: Exchange, path: string, changes: readonly Change[]): Answer =>
  redirect(pathOf(x, path), { status: 303, changes });

/** Refusals after which there is no step to show again. */
const isOver = ({ registration: { step } }: Held, { code }: Fault): boolean =>
  [
    // A token may be another at the next try; whoever was asked on the phone has answered.
    ...(step.at === 'signature' ? [] : ['signature_not_trusted', 'no_certificate']),
    ...['registration_expired', 'only_vneid', 'own_identity_only', 'signature_expired', 'pin_blocked'],
    ...['signature_refused'],
  ].includes(code);

const asked: Readonly<Record<Held['registration']['step']['at'], readonly string[]>> = {
  code: ['code', 'resend'],
  password: ['password', 'again'],
  signature: ['signedData'],
  check: ['check'],
  confirm: ['email'],
};

/** A form of another step: it was open in a second tab while the registration went on in the first. */
function isOfAnotherStep({ registration: { step } }: Held, said: Fields): boolean {
  const others = Object.values(asked).flat();
  const sent = Object.keys(said).filter((name) => others.includes(name));
  return sent.length > 0 && !sent.some((name) => asked[step.at].includes(name));
}

export async function registrationStepSubmit(x: Exchange<Fields>): Promise<Answer> {
  const held = await tried(() => readRegistration(x));
  if (held instanceof Fault) return over(x, held);
  if (isOfAnotherStep(held, x.input)) return seeOther(x, `/registration/steps/${held.id}`, []);
  const outcome = await tried(async () => goOn(x, held, x.input));
  if (outcome instanceof Fault) return again(x, held, outcome, [], x.input);
  if ('refuse' in outcome) return again(x, held, outcome.refuse, outcome.changes, x.input);
  if ('account' in outcome) {
    const { techId } = outcome.account;
    const receipt = x.put(finished, digest(held.id), { techId }, { lifetime: LIFETIME_SECONDS });
    return seeOther(x, `/registration/done/${held.id}`, [...outcome.changes, receipt]);
  }
  return seeOther(x, `/registration/steps/${outcome.held.id}`, outcome.changes);
}

/** The same page once more, with what was wrong. */
async function again(
  x: Exchange,
  held: Held,
  fault: Fault,
  changes: readonly Change[],
  said: Fields = {},
): Promise<Answer> {
  if (isOver(held, fault)) return over(x, fault, changes);
  const trouble = troubleOf(fault);
  return stepPage(x, await stepContent(x, held, trouble, said), { status: trouble.status, fault, changes });
}
