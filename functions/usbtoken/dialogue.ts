import type { PluginName } from '../../contracts/_usbtoken/data.ts';
import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { type Change, type Item, type Key, kind } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';

export type DialogueOutcome =
  | { at: 'waiting' }
  | { at: 'approved'; serial: string }
  /** `taken`: the page has what was approved. */
  | { at: 'cancelled' | 'blocked' | 'taken' };

/** What is signed, by its digest in hex. */
export interface DialogueDocument {
  name: string;
  hash: string;
  digest: string;
}

/** A window that waits for the person. Times: token clock. */
export interface Dialogue {
  plugin: PluginName;
  function: string;
  /** Origin of the page; null: a program. */
  asks: string | null;
  /** SHA-256 of the message that asks: only the same message may wait on. */
  message: string;
  pin: boolean;
  documents: readonly DialogueDocument[];
  serials: readonly string[];
  at: number;
  until: number;
  outcome: DialogueOutcome;
}

const dialogues = kind<Dialogue>(
  'usbtoken',
  'dialogue',
  'id: slug, random. A plug-in’s window that waits for a certificate to be chosen and the PIN: who asks, digests, outcome. A few minutes longer than it waits.',
);

/** For whoever asks again what came of it. */
const GRACE_MS = 300_000;

export type HeldDialogue = Item<Dialogue>;

const fullId = ({ slug }: Person, id: string): string => `${slug},${id}`;

export const idOf = ({ key }: HeldDialogue): string => key[3].slice(key[3].indexOf(',') + 1);

export const keyOf = (x: Exchange, person: Person, id: string): Key =>
  dialogues.key(x.workspace.space, fullId(person, id));

export const dialogueById = (x: Exchange, person: Person, id: string): Promise<HeldDialogue | undefined> =>
  x.read(dialogues, fullId(person, id));

export const isOpen = (x: Exchange, { outcome, until }: Dialogue): boolean =>
  outcome.at === 'waiting' && until > x.clock.now;

export function openDialogue(
  x: Exchange,
  person: Person,
  asked: Omit<Dialogue, 'at' | 'until' | 'outcome'>,
): { id: string; dialogue: Dialogue; change: Change } {
  const id = secret(x.deps.random, 18);
  const at = x.clock.now;
  const until = at + x.workspace.settings.usbtoken.seconds * 1000;
  const dialogue: Dialogue = { ...asked, at, until, outcome: { at: 'waiting' } };
  const options = { expires: until + GRACE_MS, if: 'absent' } as const;
  return { id, dialogue, change: x.put(dialogues, fullId(person, id), dialogue, options) };
}

/** What waits for a person, oldest first. */
export async function openDialogues(x: Exchange, person: Person): Promise<HeldDialogue[]> {
  const own = fullId(person, '');
  const items = await x.list(dialogues, { after: own });
  return items
    .filter(({ key, value }) => key[3].startsWith(own) && isOpen(x, value))
    .toSorted((a, b) => a.value.at - b.value.at);
}

/** More than a person answers. */
const MOST_OPEN = 20;

export const hasTooManyOpen = async (x: Exchange, person: Person): Promise<boolean> =>
  (await openDialogues(x, person)).length >= MOST_OPEN;

export const closing = (x: Exchange, held: HeldDialogue, outcome: DialogueOutcome): Change =>
  x.put(
    dialogues,
    held.key[3],
    { ...held.value, outcome },
    { ...(held.expires !== undefined && { expires: held.expires }), if: { version: held.version } },
  );

/** The certificate that was agreed to: once, however many calls wait for it. @throws Fault dialogue_over */
export async function takeApproved(x: Exchange, person: Person, id: string): Promise<string> {
  const [item] = (await x.deps.store.get([keyOf(x, person, id)], 0)) as (HeldDialogue | undefined)[];
  const outcome = item?.value.outcome;
  if (item && outcome?.at === 'approved') {
    const commit = await x.deps.store.commit([closing(x, item, { at: 'taken' })], x.clock.now);
    if (commit.ok) return outcome.serial;
  }
  throw new Fault('dialogue_over', 'what the person agreed to was done already');
}
