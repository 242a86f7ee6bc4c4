import type { Person } from '../../contracts/person.ts';
import { type Answer, json, settlesLater } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import type { Change } from '../_kit/store.ts';
import { type Certificate, certificateBySerial } from '../_sign/certificate.ts';
import { whenOver } from '../_sign/patience.ts';
import {
  type Dialogue,
  dialogueById,
  hasTooManyOpen,
  keyOf,
  openDialogue,
  takeApproved,
} from './dialogue.ts';
import { attempted, finished, isUnfit } from './finish.ts';
import type { Job, Trouble } from './job.ts';
import { jsonText } from './sign.ts';
import { certificatesFor, type TokenView, tokenOf } from './token.ts';

/** What stands in the way before anybody is asked. */
function troubleOf({ state }: TokenView, { pin }: Job): Trouble | undefined {
  if (state === 'ok' || state === 'two-tokens') return undefined;
  return state === 'pin-blocked' && !pin ? undefined : state;
}

/** Who asks for what: nobody else may wait on. Undefined: it is no message. */
function messageOf(x: Exchange): string | undefined {
  const origin = x.request.headers.get('origin');
  const text = jsonText([origin, x.operation, x.params.path, x.input]);
  return text === undefined ? undefined : digest(text);
}

async function concluded(
  x: Exchange,
  person: Person,
  job: Job,
  id: string,
  { outcome, documents }: Dialogue,
  all: readonly Certificate[],
): Promise<Answer> {
  if (outcome.at === 'blocked') return job.refuse('pin-blocked');
  if (outcome.at === 'cancelled' || outcome.at === 'waiting') return job.refuse('cancelled');
  const serial = await takeApproved(x, person, id);
  const chosen = all.find((each) => each.serial === serial) ?? (await certificateBySerial(x, serial));
  return chosen ? finished(x, job, chosen, all, documents) : job.refuse('no-certificate');
}

/** Waits as long as a call may; a window that is still open then is told of by its id. */
async function waited(
  x: Exchange,
  person: Person,
  job: Job,
  id: string,
  until: number,
  all: readonly Certificate[],
): Promise<Answer> {
  const left = Math.max(0, until - x.clock.now) / 1000;
  const { waitSeconds } = x.workspace.settings.usbtoken;
  const isDecided = ({ outcome }: Dialogue) => outcome.at !== 'waiting';
  const after = await whenOver<Dialogue>(x, keyOf(x, person, id), isDecided, Math.min(left, waitSeconds));
  const isStillOpen = !isDecided(after) && left > waitSeconds;
  return isStillOpen ? json({ dialogue: id }, { status: 202 }) : concluded(x, person, job, id, after, all);
}

/** The same message again: it waits on. @throws Fault unknown_dialogue */
async function waitingOn(
  x: Exchange,
  person: Person,
  job: Job,
  { id, message }: { id: string; message: string },
  all: readonly Certificate[],
): Promise<Answer> {
  const held = await dialogueById(x, person, id);
  if (held?.value.message !== message)
    throw new Fault('unknown_dialogue', 'no dialogue of this message has this id');
  return settlesLater([], () => waited(x, person, job, id, held.value.until, all));
}

interface Asked {
  asks: string | undefined;
  message: string;
  changes: readonly Change[];
  /** What the plug-in found, and what the person may choose from. */
  all: readonly Certificate[];
  choice: readonly Certificate[];
}

/** Opens a window, and waits for what is decided in it. */
async function ask(x: Exchange, person: Person, job: Job, asked: Asked): Promise<Answer> {
  const { plugin, pin, documents } = job;
  const { asks = null, message, changes, all, choice } = asked;
  const { id, dialogue, change } = openDialogue(x, person, {
    plugin,
    function: job.function,
    asks,
    message,
    pin,
    documents: typeof documents === 'function' ? await documents() : documents,
    serials: choice.map(({ serial }) => serial),
  });
  return settlesLater([...changes, change], () => waited(x, person, job, id, dialogue.until, all));
}

/** Nobody is asked. What sends documents about does so once, when the certificate is saved. */
async function atOnce(x: Exchange, job: Job, first: Certificate, { all, changes }: Asked): Promise<Answer> {
  const finish = () => finished(x, job, first, all);
  if (typeof job.documents === 'function') return settlesLater(changes, finish);
  return { ...(await finish()), changes };
}

/** Does a job with a person's token, once its owner has agreed to it. */
export async function operate(
  x: Exchange,
  person: Person,
  asks: string | undefined,
  job: Job,
): Promise<Answer> {
  const message = messageOf(x);
  if (message === undefined) return job.refuse('bad-message');
  const token = await tokenOf(x, person);
  const trouble = troubleOf(token, job);
  if (trouble) return job.refuse(trouble);
  const { certificates: all, changes } = await certificatesFor(x, person, job.plugin, token);
  const id = x.query.dialogue;
  if (typeof id === 'string') return waitingOn(x, person, job, { id, message }, all);
  const choice = all.filter(({ serial }) => (job.serial ?? serial) === serial);
  const [first] = choice;
  const { autopilot } = x.workspace.settings.signing;
  if (!first) return { ...job.refuse('no-certificate'), changes };
  const isClear = choice.length === 1 && (!job.pin || (await isUnfit(x, first)));
  const asked: Asked = { asks, message, changes, all, choice };
  if (isClear || autopilot === 'approve') return atOnce(x, job, first, asked);
  if (autopilot === 'refuse') return { ...job.refuse('cancelled'), changes };
  if (await hasTooManyOpen(x, person)) return { ...job.refuse('busy'), changes };
  return attempted(job, () => ask(x, person, job, asked));
}
