import type { SettingsInput } from '../../../contracts/_settings.ts';
import { openWorkspace } from '../../targets/open.ts';
import type { TestWorkspace } from '../../targets/target.ts';

/** By which of the two clocks a workspace comes to a day. */
export type By = 'calendar' | 'clock';

/** Gets everything ready, and then looks at what somebody would see. */
export type Probe = (ws: TestWorkspace) => Promise<() => Promise<string>>;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** 00:00 of a day in Viet Nam, epoch milliseconds. */
export const midnight = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);

const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

interface Clocks {
  real: string;
  now: string;
}

const clocksOf = async (ws: TestWorkspace) => {
  const { real, now } = (await (await ws.control('/clock')).json()) as Clocks;
  return { real: Date.parse(real), now: Date.parse(now) };
};

/** The offset with which a workspace's clock shows a moment, or at most a second more. */
async function offsetTo(ws: TestWorkspace, moment: number): Promise<SettingsInput> {
  const { real } = await clocksOf(ws);
  return { calendar: null, clockOffsetSeconds: Math.ceil((moment - real) / 1000) };
}

/** A minute before midnight, so that what is got ready has not run out by then. */
async function readyBefore(day: string, by: By, probe: Probe) {
  const ws = await openWorkspace();
  await ws.configure(
    by === 'clock' ? await offsetTo(ws, midnight(day) - MINUTE_MS) : { calendar: dayBefore(day) },
  );
  return { ws, look: await probe(ws) };
}

/** What is seen at 23:59:59 of the day before; by the clock, as often as the second passes meanwhile. */
export async function seenBefore(day: string, by: By, probe: Probe): Promise<string> {
  if (by === 'calendar') return (await readyBefore(day, by, probe)).look();
  for (let tries = 0; tries < 20; tries++) {
    const { ws, look } = await readyBefore(day, by, probe);
    await ws.configure(await offsetTo(ws, midnight(day) - 1000));
    const seen = await look();
    if ((await clocksOf(ws)).now < midnight(day)) return seen;
  }
  throw new Error('nothing could be seen within one second');
}

/** What is seen at 00:00 of the day. */
export async function seenOn(day: string, by: By, probe: Probe): Promise<string> {
  const { ws, look } = await readyBefore(day, by, probe);
  await ws.configure(by === 'clock' ? await offsetTo(ws, midnight(day)) : { calendar: day });
  return look();
}
