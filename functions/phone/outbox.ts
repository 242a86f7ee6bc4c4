import type { Person } from '../../contracts/person.ts';
import { type Answer, json, redirect } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { journalId as timeSortableId } from '../_kit/journal.ts';
import { maskNumbers } from '../_kit/mask.ts';
import { kind } from '../_kit/store.ts';
import { MESSAGE_SECONDS } from './domain.ts';
import { ownerOf } from './owner.ts';
import { phonePath } from './paths.ts';
import { ask, type Problem, passedOn, passedOnAsPage, refusalIn } from './refusal.ts';

interface Sent {
  to: string;
  /** The number of the SIM. */
  from: string;
  text: string;
  /** Epoch milliseconds of the token clock. */
  at: number;
}

const sentKind = kind<Sent>(
  'phone',
  'sent',
  "id: slug, time-sortable. A text message that a person's phone has sent; foreign personal numbers masked. 7 days.",
);

type Writing = Exchange<{ to: string; text: string; from?: string | undefined }>;

const SHOWN = 50;

/** What a person's phone has sent, newest first. */
export async function outbox(x: Exchange, slug: string) {
  const own = `${slug},`;
  const items = await x.list(sentKind, { after: `${own}~`, descending: true, limit: SHOWN });
  return items
    .filter(({ key }) => key[3].startsWith(own))
    .map(({ key, value }) => ({ id: key[3].slice(own.length), ...value }));
}

const digitsOf = (number: string): string => number.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9}$)/, '0');

/** @throws Fault no_sim, not_own_sim */
function simOf({ phones }: Person, from: string | undefined): string {
  const [first] = phones;
  if (!first) throw new Fault('no_sim', 'this person has no telephone number');
  if (!from) return first.number;
  const sim = phones.find(({ number }) => number === digitsOf(from));
  if (!sim) throw new Fault('not_own_sim', 'the number is none of this person');
  return sim.number;
}

/** Hands a message to the carrier of the SIM; the answer is why it will not have it, if it will not. */
async function hand(x: Exchange, from: string, text: string): Promise<Problem | undefined> {
  const answer = await ask(x, 'telecom', '/1414', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from, text }),
  });
  return answer.ok ? undefined : refusalIn(answer, 'telecom');
}

async function sending(x: Writing, person: Person) {
  const [to, from] = [digitsOf(x.input.to), simOf(person, x.input.from)];
  if (to !== '1414') throw new Fault('nobody_there', 'only 1414 takes messages');
  const id = timeSortableId(x.clock.real, x.deps.random);
  const sent: Sent = { to, from, text: maskNumbers(x.input.text, x.isOurs), at: x.clock.now };
  const refused = await hand(x, from, x.input.text);
  const change = x.put(sentKind, `${person.slug},${id}`, sent, { lifetime: MESSAGE_SECONDS });
  return { refused, changes: [change], wire: { id, ...sent, at: new Date(sent.at).toISOString() } };
}

export async function send(x: Writing): Promise<Answer> {
  const { refused, changes, wire } = await sending(x, await ownerOf(x));
  return refused ? passedOn(refused) : json(wire, { status: 201, changes });
}

/** The same from the page's form. */
export async function write(x: Writing): Promise<Answer> {
  const person = await ownerOf(x);
  const { refused, changes } = await sending(x, person);
  if (refused) return passedOnAsPage(x, person.slug, refused);
  return redirect(phonePath(x, person.slug), { status: 303, changes });
}
