import type { Exchange } from '../_kit/exchange.ts';
import { type HeldSigning, type Signing, signings, stageOf, waiting } from './signing.ts';

/** How many of the requests that wait for a person are shown at once. */
const SHOWN = 50;

/** Some of what waits for a person. */
interface WaitingPage {
  /** Oldest first. */
  requests: HeldSigning[];
  /** With which `before` those come that are older than all of these; null: there are none. */
  older: string | null;
}

/** What a person is asked to sign now: the newest fifty, or those before a moment that an earlier page named. */
export async function waitingFor(x: Exchange, slug: string, before = '~'): Promise<WaitingPage> {
  const own = `${slug},`;
  const asked = { after: own + before, descending: true, limit: SHOWN + 1 };
  const all = (await x.list(waiting, asked)).map(({ key }) => key[3]).filter((id) => id.startsWith(own));
  const ids = all.slice(0, SHOWN);
  const keys = ids.map((id) => signings.key(x.workspace.space, id.slice(id.lastIndexOf(',') + 1)));
  const items = keys.length > 0 ? await x.readMany<Signing>(keys) : [];
  const requests = items
    .filter((item) => item !== undefined)
    .filter(({ value }) => stageOf(x, value) === 'waiting')
    .toReversed();
  return { requests, older: all.length > SHOWN ? (ids.at(-1) as string).slice(own.length) : null };
}
