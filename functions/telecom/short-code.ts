import type { Person, Phone } from '../../contracts/person.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { everybody, personByNumber } from '../_kit/people.ts';
import { deliver } from './deliver.ts';
import { holderOf, type Subscriber, undeliverable } from './domain.ts';
import { national } from './numbers.ts';
import { type Reply, reply } from './reply.ts';
import { subscriberOf } from './subscribers.ts';

/** Everybody who might use a SIM that stands in somebody's name: those with names, and the family. */
async function possibleUsers(x: Exchange, { person }: Subscriber, owner: Person | undefined) {
  const family = [person, owner].flatMap((one) => (one ? Object.values(one.relatives) : []));
  const numbers = family.flatMap((relative) => relative?.personalNumber ?? []);
  const relatives = await Promise.all(numbers.map((number) => personByNumber(x, number)));
  const all = [person, owner, ...relatives, ...(await everybody(x))];
  return [...new Map(all.flatMap((one) => (one ? [[one.slug, one] as const] : []))).values()];
}

const standsUnder = (sim: Phone, person: Person, paper: string): boolean =>
  sim.status !== 'cancelled' && holderOf(sim, person, undefined)?.idNumber === paper;

/** The numbers under one paper, of one carrier: no carrier sees into another's register. */
async function numbersUnder(x: Exchange, subscriber: Subscriber, paper: string): Promise<string[]> {
  const owner = paper.length === 12 ? await personByNumber(x, paper) : undefined;
  const users = await possibleUsers(x, subscriber, owner);
  const found = users.flatMap((person) =>
    person.phones
      .filter((sim) => sim.carrier === subscriber.sim.carrier && standsUnder(sim, person, paper))
      .map(({ number }) => number),
  );
  return [...new Set(found)].sort();
}

/** `TTTB`, and behind it the number of a paper, however it is grouped. */
const SYNTAX = /^TTTB(?:\s+([\d\s.-]+))?$/i;

async function replyTo(x: Exchange<{ text: string }>, subscriber: Subscriber): Promise<Reply> {
  const [whole, typed] = SYNTAX.exec(x.input.text.trim()) ?? [];
  const paper = typed?.replace(/\D/g, '');
  const wellFormed = paper === undefined || /^(\d{9}|\d{12})$/.test(paper);
  if (whole === undefined || !wellFormed) return { result: 'unknown_syntax' };
  const { holder, sim } = subscriber;
  if (!holder || sim.status === 'not-normalised' || x.failure === 'empty') return { result: 'no_data' };
  if (paper !== undefined && paper !== holder.idNumber) return { result: 'paper_does_not_match' };
  const numbers = holder.idNumber ? await numbersUnder(x, subscriber, holder.idNumber) : [sim.number];
  return { result: 'answered', holder, numbers };
}

/** A message to 1414: the carrier of the SIM answers on the phone that it is in, free of charge. */
export async function shortCode(x: Exchange<{ from: string; text: string }>) {
  const subscriber = await subscriberOf(x, x.input.from);
  if (!subscriber) throw new Fault('identifier_not_found', `nobody has the number ${national(x.input.from)}`);
  if (undeliverable(subscriber.sim)) throw new Fault('sim_blocked', `the SIM is ${subscriber.sim.status}`);
  const answered = await replyTo(x, subscriber);
  const text = reply(subscriber.sim, answered);
  const after = async () => {
    await deliver(x, subscriber.person.slug, { from: '1414', text });
  };
  return json({ result: answered.result, charged: 0 }, { status: 202, after });
}
