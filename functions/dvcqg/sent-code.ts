import { kind } from '../_kit/store.ts';

// On its own: what is kept must be known from the start, while the sending is loaded when somebody needs a code.

/** What a code is asked for: one that was sent for another purpose opens nothing. */
export type CodePurpose = 'register' | 'sign-in' | 'recover' | 'phone';

export interface SentCode {
  purpose: CodePurpose;
  /** What it was sent about, such as an account's TechID. */
  subject: string;
  handleHash: string;
  /** Of handle and code, so that it is of no use without the handle. */
  codeHash: string;
  /** Epoch milliseconds of the token clock. */
  expires: number;
  wrong: number;
  /** How many were sent within the window that began at `since` (epoch milliseconds of the token clock). */
  sent: number;
  since: number;
}

export const codes = kind<SentCode>(
  'dvcqg',
  'code',
  'id: SHA-256 of purpose and subject. The one-time code that was sent last; handle and code hashed, wrong tries counted. A while longer than dvcqg.otp.seconds says.',
  { hot: true },
);
