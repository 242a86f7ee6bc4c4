/** How many times an account was locked, and a link of its taken away: what was signed in before stays over. */
export interface Ended {
  locks: number;
  links: number;
}

const never: Ended = { locks: 0, links: 0 };

/** Once more. */
export const endedBy = (what: keyof Ended, before: Ended = never): { ended: Ended } => ({
  ended: { ...before, [what]: before[what] + 1 },
});

/** The mark of the sign-ins by a door that end together: a lock ends all of them, and a link's end those by VNeID. */
export const epochOf = ({ locks, links }: Ended = never, via?: 'account' | 'vneid'): string =>
  via === 'vneid' ? `${locks}.${links}` : `${locks}`;
