import { setTimeout } from 'node:timers/promises';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { journalId as timeSortableId } from '../_kit/journal.ts';
import { maskNumbers } from '../_kit/mask.ts';
import { kind } from '../_kit/store.ts';
import { codeIn, MESSAGE_SECONDS } from './domain.ts';
import { ownerOf } from './owner.ts';

interface StoredMessage {
  from: string;
  text: string;
  /** Epoch milliseconds of the token clock. */
  at: number;
}

const messageKind = kind<StoredMessage>(
  'phone',
  'message',
  "id: slug, time-sortable. A text message on a person's phone; foreign personal numbers masked. 7 days.",
);

const SHOWN = 50;
/** How often a long poll looks again: a store has no way to call back. */
const LOOK_MS = 200;

/** A person's newest messages, newest first. */
export async function inbox(x: Exchange, slug: string, after = '') {
  const own = `${slug},`;
  const items = await x.list(messageKind, { after: `${own}~`, descending: true, limit: SHOWN });
  return items
    .filter(({ key }) => key[3] > own + after)
    .map(({ key, value }) => ({ id: key[3].slice(own.length), ...value, code: codeIn(value.text) }));
}

type Message = Awaited<ReturnType<typeof inbox>>[number];

const onWire = ({ id, from, text, at, code }: Message) => ({
  id,
  from,
  text,
  at: new Date(at).toISOString(),
  ...(code !== undefined && { code }),
});

export async function messages(x: Exchange<{ after?: string | undefined; wait: number }>) {
  const { slug } = await ownerOf(x);
  for (let left = x.input.wait * 1000; ; left -= LOOK_MS) {
    const found = await inbox(x, slug, x.input.after);
    if (found.length > 0 || left <= 0 || x.request.signal.aborted)
      return json({ messages: found.map(onWire) });
    await setTimeout(LOOK_MS);
  }
}

/** What another system sends. */
export async function receive(x: Exchange<{ from: string; text: string }>) {
  const { slug } = await ownerOf(x);
  const [from, text] = [maskNumbers(x.input.from, x.isOurs), maskNumbers(x.input.text, x.isOurs)];
  const id = timeSortableId(x.clock.real, x.deps.random);
  const stored = { from, text, at: x.clock.now };
  return json(onWire({ id, ...stored, code: codeIn(text) }), {
    status: 201,
    changes: [x.put(messageKind, `${slug},${id}`, stored, { lifetime: MESSAGE_SECONDS })],
  });
}
