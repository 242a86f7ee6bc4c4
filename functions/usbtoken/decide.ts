import type { Decision, TokenState } from '../../contracts/_usbtoken/data.ts';
import type { Person } from '../../contracts/person.ts';
import { type Answer, empty, json, type Refusal, redirect, refuse } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { closing, dialogueById, type HeldDialogue, isOpen } from './dialogue.ts';
import { ownerOf } from './owner.ts';
import { windowPath } from './paths.ts';
import { settingToken, tokenOf, tryTokenPin } from './token.ts';
import { dialogueView, openViews } from './view.ts';

/** @throws Fault unknown_dialogue, dialogue_over */
async function openOne(x: Exchange, person: Person): Promise<HeldDialogue> {
  const held = await dialogueById(x, person, x.params.id ?? '');
  if (!held) throw new Fault('unknown_dialogue', 'there is no dialogue with this id');
  if (!isOpen(x, held.value)) throw new Fault('dialogue_over', 'it was answered, or its time is over');
  return held;
}

const left = (tries: number) => ({
  errors: [{ path: 'pin', message: `Còn ${tries} lần nhập / ${tries} tries left` }],
});

/** @throws Fault unknown_certificate */
function chosenOf({ value: { serials } }: HeldDialogue, wanted: string | undefined): string {
  const serial = wanted?.toUpperCase() ?? serials[0];
  if (serial !== undefined && serials.includes(serial)) return serial;
  throw new Fault('unknown_certificate', 'the dialogue offers no certificate with this serial number');
}

type Approval = Exclude<Decision, { cancel: true }>;

async function approve(
  x: Exchange,
  person: Person,
  held: HeldDialogue,
  given: Approval,
): Promise<Answer | Refusal> {
  const approved = closing(x, held, { at: 'approved', serial: chosenOf(held, given.certificate) });
  if (!held.value.pin) return empty({ changes: [approved] });
  const { state } = await tokenOf(x, person);
  const tried = await tryTokenPin(x, person, given.pin ?? '');
  if (state === 'pin-blocked' || tried.blockedSince !== undefined) {
    const fault = new Fault('pin_blocked', 'too many wrong PINs in a row', left(0));
    return refuse(fault, [...tried.changes, closing(x, held, { at: 'blocked' })]);
  }
  if (tried.right) return empty({ changes: [...tried.changes, approved] });
  const fault = new Fault('wrong_pin', `wrong PIN, tries left: ${tried.triesLeft}`, left(tried.triesLeft));
  return refuse(fault, tried.changes);
}

async function decided(x: Exchange, person: Person, decision: Decision): Promise<Answer | Refusal> {
  const held = await openOne(x, person);
  if ('cancel' in decision) return empty({ changes: [closing(x, held, { at: 'cancelled' })] });
  return approve(x, person, held, decision);
}

export const decide = async (x: Exchange<Decision>): Promise<Answer | Refusal> =>
  decided(x, await ownerOf(x), x.input);

/** The window itself says what is wrong with a PIN. */
const isShownThere = ({ refuse: { code } }: Refusal): boolean =>
  code === 'wrong_pin' || code === 'pin_blocked';

type Form = { decision: 'approve' | 'cancel'; pin?: string | undefined; certificate?: string | undefined };

/** The same from the window's form. */
export async function answer(x: Exchange<Form>): Promise<Answer | Refusal> {
  const person = await ownerOf(x);
  const { decision, pin, certificate } = x.input;
  const told = await decided(x, person, decision === 'cancel' ? { cancel: true } : { pin, certificate });
  if ('refuse' in told && !isShownThere(told)) return told;
  return redirect(windowPath(x, person.slug), { status: 303, changes: told.changes ?? [] });
}

export async function dialogues(x: Exchange): Promise<Answer> {
  const person = await ownerOf(x);
  const [open, token] = await Promise.all([openViews(x, person), tokenOf(x, person)]);
  return json({ dialogues: open.map(dialogueView), token });
}

export const token = async (x: Exchange): Promise<Answer> => json(await tokenOf(x, await ownerOf(x)));

type NewToken = Exchange<{ state: TokenState }>;

export async function setToken(x: NewToken): Promise<Answer> {
  const person = await ownerOf(x);
  const { state } = x.input;
  const changes = await settingToken(x, person, state);
  const { triesLeft } = await tokenOf(x, person);
  const { wrongPins } = x.workspace.settings.signing;
  const tries = state === 'pin-blocked' ? 0 : state === 'ok' ? wrongPins : triesLeft;
  return json({ state, triesLeft: tries }, { changes });
}

/** The same from the window's form. */
export async function plug(x: NewToken): Promise<Answer> {
  const person = await ownerOf(x);
  const changes = await settingToken(x, person, x.input.state);
  return redirect(windowPath(x, person.slug), { status: 303, changes });
}
