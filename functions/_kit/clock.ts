import type { Settings } from '../../contracts/_settings.ts';

/** The two clocks of a workspace, read once a request. */
export interface Clock {
  /** Real time, epoch milliseconds: only for what must outlive the sandbox's own clocks. */
  readonly real: number;
  /** The token clock, epoch milliseconds: drives every lifetime. Real time plus the workspace's offset. */
  readonly now: number;
  /** The calendar, `YYYY-MM-DD`: the date by which the law is read. The token clock's date in Viet Nam unless set. */
  readonly today: string;
}

const vietnamOffset = 7 * 3_600_000;

/** The date in Viet Nam (UTC+7 all year) at an epoch millisecond. */
export const vietnamDate = (ms: number): string => new Date(ms + vietnamOffset).toISOString().slice(0, 10);

/** A token clock's seconds, as the `iat` and `exp` of a token have them. */
export const seconds = (ms: number): number => Math.floor(ms / 1000);

export function readClock(real: number, settings: Pick<Settings, 'clockOffsetSeconds' | 'calendar'>): Clock {
  const now = real + settings.clockOffsetSeconds * 1000;
  return { real, now, today: settings.calendar ?? vietnamDate(now) };
}
