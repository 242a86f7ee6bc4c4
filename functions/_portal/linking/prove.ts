import { matches } from '../../_kit/admit.ts';
import { page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';
import { readSession, type Session, settleSession } from '../session.ts';
import type { Applicant, Identity } from './applicant.ts';
import { applicantById, type Held, saveApplicants } from './applicants.ts';
import { unlocked } from './decide.ts';
import { identityOf, refusal } from './enter.ts';
import { link } from './link.ts';
import { askRegister } from './population.ts';
import { linked } from './remember.ts';

const TRIES = 5;

interface Waiting {
  session: Session;
  identity: Identity;
  held: Held;
}

/** The old account that waits to be proved in this browser. */
async function waiting(x: Exchange, portal: Portal): Promise<Waiting | undefined> {
  const session = await readSession(x, portal);
  if (!session || session.applicant !== undefined) return undefined;
  const identity = identityOf(session);
  const { state, applicant } = await link(x, portal, identity);
  const held = state === 'mapping' ? await applicantById(x, portal, applicant.id) : undefined;
  return held && { session, identity, held };
}

async function view(x: Exchange, portal: Portal, { held, identity }: Waiting, triesLeft?: number) {
  const { provePage } = await pages();
  return provePage({
    ...frameOf(portal),
    username: held.applicant.username ?? '',
    name: identity.name,
    prove: { action: `${x.base}/link` },
    signOut: { action: `${x.base}/sign-out` },
    ...(triesLeft !== undefined && { triesLeft }),
  });
}

export async function proveForm(x: Exchange, portal: Portal) {
  const found = await waiting(x, portal);
  return found ? page(await view(x, portal, found)) : redirect(`${x.base}/`);
}

/** Wrong: counted, and too often wrong locks the old account. */
async function wrong(x: Exchange, portal: Portal, found: Waiting) {
  const { held, session } = found;
  const wrongTries = held.applicant.wrongTries + 1;
  const left = TRIES - wrongTries;
  const applicant: Applicant = { ...held.applicant, wrongTries, ...(left <= 0 && { status: 'locked' }) };
  const changes = await saveApplicants(x, portal, [{ held, applicant }]);
  if (left <= 0) {
    const locked = refusal(x, session, new Fault('applicant_locked', `${TRIES} wrong passwords in a row`));
    return { ...locked, changes: [...changes, ...locked.changes] };
  }
  const fault = new Fault('wrong_password', `wrong password, ${left} tries left`);
  return page(await view(x, portal, found, left), { status: 401, fault, changes });
}

/** Rule `local-proof`: a number alone links nothing; whoever knows the old account's password owns it. */
export async function prove(x: Exchange<{ password: string }>, portal: Portal) {
  const found = await waiting(x, portal);
  if (!found) throw new Fault('nothing_to_prove', 'no linking waits for a proof in this browser');
  const { held, identity, session } = found;
  const { id, passwordHash = '' } = unlocked(held.applicant);
  if (!matches(`${id}:${x.input.password}`, passwordHash)) return wrong(x, portal, found);
  const register = await askRegister(x, portal, identity);
  const proved = { applicant: { ...held.applicant, wrongTries: 0 }, rule: 'local-proof' as const };
  const applicant = linked(x, proved, identity, { register, asked: true });
  return redirect(`${x.base}${session.item.value.to ?? '/'}`, {
    status: 303,
    changes: [
      ...(await saveApplicants(x, portal, [{ held, applicant }])),
      settleSession(x, portal, session, applicant.id),
    ],
  });
}
