import { kind } from '../_kit/store.ts';

/** A token for the service. Times everywhere: epoch milliseconds of the token clock. */
export interface Token {
  use: 'access' | 'refresh';
  /** Slug; null: of an application alone (OAuth 2.0 client credentials). */
  person: string | null;
  /** Null: the person signed in with user name and password, and no application is known. */
  client: string | null;
  /** With a refresh token: what both end with. */
  grant: string | null;
  until: number;
}

export const tokens = kind<Token>(
  'csc',
  'token',
  'id: SHA-256 of the token. Access or refresh token for the service: whose, of which application, until when. An hour longer than it is good for.',
  { hot: true },
);

export const grants = kind<{ person: string | null }>(
  'csc',
  'grant',
  'id: random. What a refresh token and the access tokens that came by it end with. As long as csc.refreshSeconds says.',
);

/** Signature activation data: leave to sign. */
export interface Sad {
  /** Serial number of the certificate. */
  credential: string;
  /** Whose the credential is. */
  person: string;
  client: string | null;
  /** Base64; null: whichever (SCAL 1). */
  hashes: readonly string[] | null;
  /** What the signer was told of and has not signed yet: each keeps its signature, whatever an extension asks for. */
  named: readonly string[];
  /** How many signatures are left, those of `named` among them. */
  left: number;
  /** It has signed; what is left needs `extendTransaction`. */
  used: boolean;
  until: number;
}

export const sads = kind<Sad>(
  'csc',
  'sad',
  'id: SHA-256 of the signature activation data. Credential, application, hashes and how many signatures are left. An hour longer than it is good for; gone when the last signature is made.',
  { hot: true },
);

export interface SentOtp {
  codeHash: string;
  until: number;
  wrong: number;
}

export const otps = kind<SentOtp>(
  'csc',
  'otp',
  'id: serial number of the certificate. The one-time code that was sent last, hashed; wrong tries. As long as csc.otpSeconds says.',
);

/** An authorization that the signer is asked for on the phone. */
export interface Pending extends Pick<Sad, 'credential' | 'person' | 'client' | 'hashes'> {
  signing: string;
  count: number;
}

export const pendings = kind<Pending>(
  'csc',
  'pending',
  'id: SHA-256 of what is to be authorized, or of the handle. An authorization that waits for the signer on the phone. Five minutes longer than the signer has.',
);

/** What oauth2/authorize was asked for. */
export interface Wish {
  client: string;
  redirectUri: string;
  scope: 'service' | 'credential';
  state: string | null;
  challenge: string | null;
  /** Of scope `credential`. */
  credential: string | null;
  count: number;
  hashes: readonly string[] | null;
  /** In the form of version 2. */
  second: boolean;
  description: string | null;
}

export const steps = kind<{ person: string; wish: string }>(
  'csc',
  'step',
  'id: SHA-256 of the handle in the page. Somebody who has signed in and must now approve; what is asked for, sealed under the handle. 10 minutes.',
);

/** What was approved, without what the application said in its own words. */
export type Approved = Omit<Wish, 'state' | 'description'> & { person: string };

export const codes = kind<Approved>(
  'csc',
  'code',
  'id: SHA-256 of the authorization code. What was approved, by whom. 60 seconds.',
  { hot: true },
);

export const tries = kind<{ wrong: number }>(
  'csc',
  'tries',
  'id: slug. Wrong passwords in a row. 15 minutes after the last.',
);

/** What an asynchronous call gives, under the standard's names. */
export interface Made {
  signatures?: readonly string[];
  DocumentWithSignature?: readonly string[];
  SignatureObject?: readonly string[];
}

export const results = kind<{ person: string; client: string | null; made: Made }>(
  'csc',
  'result',
  'id: SHA-256 of the response id. Signatures of an asynchronous call. 10 minutes unless told.',
);
