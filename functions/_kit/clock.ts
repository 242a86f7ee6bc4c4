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

/** UTC+7 all year. By hand: one `Intl.DateTimeFormat` takes longer to make than all else at the start of a function. */
const inVietnam = (ms: number): string => new Date(ms + vietnamOffset).toISOString();

/** The date in Viet Nam, `YYYY-MM-DD`, at an epoch millisecond. */
export const vietnamDate = (ms: number): string => inVietnam(ms).slice(0, 10);

/** The time of day in Viet Nam, `14:05`, at an epoch millisecond. */
export const vietnamTime = (ms: number): string => inVietnam(ms).slice(11, 16);

/** A token clock's seconds, as the `iat` and `exp` of a token have them. */
export const seconds = (ms: number): number => Math.floor(ms / 1000);

export function readClock(real: number, settings: Pick<Settings, 'clockOffsetSeconds' | 'calendar'>): Clock {
  const now = real + settings.clockOffsetSeconds * 1000;
  return {
    real,
    now,
    get today() {
      return settings.calendar ?? vietnamDate(now);
    },
  };
}
