import { empty, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { personBySlug } from '../_kit/people.ts';
import { type PinState, pinOf, unblocked } from '../_sign/pin.ts';
import { signingById } from '../_sign/signing.ts';
import { waitingFor } from '../_sign/waiting.ts';
import { signingView } from './view.ts';

/** @throws Fault unknown_person */
async function knownPerson(x: Exchange, slug: string): Promise<string> {
  const person = await personBySlug(x, slug);
  if (!person) throw new Fault('unknown_person', `nobody is called '${slug}' in this workspace`);
  x.remarks.person = person.slug;
  return person.slug;
}

const pinView = ({ triesLeft, blockedSince }: PinState) => ({
  triesLeft,
  blockedSince: blockedSince === undefined ? null : new Date(blockedSince).toISOString(),
});

/** What waits for a person, over all providers. */
export async function inbox(x: Exchange<{ person: string; older?: string | undefined }>) {
  const slug = await knownPerson(x, x.input.person);
  const [{ requests, older }, state] = await Promise.all([
    waitingFor(x, slug, x.input.older),
    pinOf(x, slug),
  ]);
  const signings = await Promise.all(requests.map((each) => signingView(x, each)));
  return json({ signings, older, pin: pinView(state) });
}

export async function signing(x: Exchange) {
  const held = await signingById(x, x.params.id ?? '');
  if (!held) throw new Fault('unknown_signing', 'there is no request to sign with this id');
  return json(await signingView(x, held));
}

export const pin = async (x: Exchange) =>
  json(pinView(await pinOf(x, await knownPerson(x, x.params.slug ?? ''))));

export const unblock = async (x: Exchange) =>
  empty({ changes: await unblocked(x, await knownPerson(x, x.params.slug ?? '')) });
