import { type Answer, empty, type Refusal, refuse } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { type Certificate, certificateBySerial, standingOf } from '../_sign/certificate.ts';
import { tryPin } from '../_sign/pin.ts';
import {
  type HeldSigning,
  idOf,
  type Outcome,
  settled,
  signAll,
  signingById,
  stageOf,
} from '../_sign/signing.ts';
import { tellProvider } from '../_sign/telling.ts';

type Decision =
  | { person: string; decision: 'approve'; pin: string }
  | { person: string; decision: 'refuse'; pin?: string | undefined };

/** The request, as long as this person may decide on it. @throws Fault */
async function openSigning(x: Exchange, id: string, person: string): Promise<HeldSigning> {
  const held = await signingById(x, id);
  if (!held) throw new Fault('unknown_signing', 'there is no request to sign with this id');
  x.remarks.person = held.value.person;
  x.remarks.client = held.value.client;
  if (held.value.person !== person)
    throw new Fault('not_the_signer', `'${person}' is not whom it was sent to`);
  const stage = stageOf(x, held.value);
  if (stage === 'expired') throw new Fault('signing_expired', 'its time is over');
  if (stage !== 'waiting') throw new Fault('already_decided', `it was ${stage} before`);
  return held;
}

/** What is saved when a signing ends, and the notice to its provider after that. */
const ending = (x: Exchange, held: HeldSigning, outcome: Outcome, changes: readonly Change[] = []) => ({
  changes: [...settled(x, held, outcome), ...changes],
  after: () => tellProvider(x, idOf(held), held.value),
});

function failing(x: Exchange, held: HeldSigning, at: 'blocked' | 'failed', fault: Fault, more: Change[]) {
  const { changes, after } = ending(x, held, { at, when: x.clock.now }, more);
  return refuse(fault, changes, { after });
}

const left = (tries: number) => ({
  errors: [{ path: 'pin', message: `Còn ${tries} lần nhập / ${tries} tries left` }],
});

/** Why the certificate cannot sign now; undefined: it can. */
async function unfit(x: Exchange, certificate: Certificate | undefined): Promise<string | undefined> {
  if (!certificate) return 'gone';
  const standing = await standingOf(x, certificate);
  return standing === 'good' ? undefined : standing;
}

async function approve(x: Exchange, held: HeldSigning, pin: string): Promise<Answer | Refusal> {
  const { person, serial, documents } = held.value;
  const tried = await tryPin(x, person, pin);
  if (tried.blockedSince !== undefined) {
    const fault = new Fault('pin_blocked', 'too many wrong PINs in a row', left(0));
    return failing(x, held, 'blocked', fault, tried.changes);
  }
  if (!tried.right) {
    const fault = new Fault('wrong_pin', `wrong PIN, tries left: ${tried.triesLeft}`, left(tried.triesLeft));
    return refuse(fault, tried.changes);
  }
  const certificate = await certificateBySerial(x, serial);
  const why = await unfit(x, certificate);
  if (!certificate || why !== undefined) {
    const fault = new Fault('certificate_not_good', `the certificate is ${why}`);
    return failing(x, held, 'failed', fault, tried.changes);
  }
  const signatures = await signAll(certificate, documents);
  return empty(ending(x, held, { at: 'signed', when: x.clock.now, signatures }, tried.changes));
}

/** The signer's answer: the first one that is saved counts. */
export async function decide(x: Exchange<Decision>): Promise<Answer | Refusal> {
  const { input } = x;
  const held = await openSigning(x, x.params.id ?? '', input.person);
  return input.decision === 'approve'
    ? approve(x, held, input.pin)
    : empty(ending(x, held, { at: 'refused', when: x.clock.now }));
}
