import type { Autopilot } from '../../contracts/_settings.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Change } from '../_kit/store.ts';

/** What answers this sign-in without a page: the queue first, then the client's own, then everybody's. */
export function autopilotFor(x: Exchange, client: string): { pilot: Autopilot | null; changes: Change[] } {
  const { settings } = x.workspace;
  const [first, ...autopilotQueue] = settings.autopilotQueue;
  if (first)
    return { pilot: first, changes: [x.changeWorkspace({ settings: { ...settings, autopilotQueue } })] };
  const own = Object.hasOwn(settings.autopilotByClient, client)
    ? settings.autopilotByClient[client]
    : undefined;
  return { pilot: own === 'pages' ? null : (own ?? settings.autopilot), changes: [] };
}
