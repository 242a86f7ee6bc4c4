import { kind } from '../../_kit/store.ts';
import type { Kept } from './waiting.ts';

// What is kept by modules that are loaded when they are needed: declared at once, so that a workspace can be walked.

/** Wrong passwords of one account, in a row. */
export const wrongTries = kind<{ wrong: number }>(
  'dvcqg',
  'tries',
  'id: TechID. Wrong passwords of one account in a row: at the fifth it rests. 15 minutes after the last.',
);

export const errands = kind<Kept>(
  'dvcqg',
  'bridge',
  'id: SHA-256 of the `state`. The bridge finishes OAuth for a portal: where it hands the token, sealed under the state and the cookie. 10 minutes.',
  { hot: true },
);

export const seenLogoutTokens = kind<{ at: number }>(
  'dvcqg',
  'logout-token',
  "id: SHA-256 of the `jti`. A logout token of VNeID's that was seen, when (token clock). Until it expires.",
  { hot: true },
);
