import { kind } from '../../_kit/store.ts';
import type { AskedAtProvider } from './providers.ts';
import type { Registration } from './registration.ts';

// On its own: what is kept must be known from the start, while all else here is loaded when somebody registers.

export const registrations = kind<Registration>(
  'dvcqg',
  'registration',
  'id: SHA-256 of the registration. Way, step, and what the step needs; no password, no code by SMS. 15 minutes.',
);

/** What a registration became, for the page that says so: whoever has the TechID alone does not see it. */
export const finished = kind<{ techId: string }>(
  'dvcqg',
  'registered',
  'id: SHA-256 of the registration. The account that it became, for its last page. 15 minutes.',
);

export const signatures = kind<AskedAtProvider>(
  'dvcqg',
  'signature',
  'id: SHA-256 of the transaction. What is signed for which purpose and at which provider. 10 minutes.',
);
