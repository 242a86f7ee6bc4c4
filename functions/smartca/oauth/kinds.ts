import { kind } from '../../_kit/store.ts';
import type { HolderKind } from '../../_sign/certificate.ts';

/** Which subscriber lets which application act. */
export interface Leave {
  client: string;
  /** Slug. */
  person: string;
  kind: HolderKind;
}

/** Of the redirect URI only the SHA-256 is kept. */
export const codes = kind<Leave & { redirectHash: string }>(
  'smartca',
  'code',
  'id: SHA-256 of the code. Application, subscriber and hash of the redirect URI. 15 seconds.',
  { hot: true },
);

export const accessTokens = kind<Leave>(
  'smartca',
  'token',
  'id: SHA-256 of the access token. Application and subscriber. As long as smartca.tokenSeconds says.',
  { hot: true },
);

export const refreshTokens = kind<Leave>(
  'smartca',
  'refresh',
  'id: SHA-256 of the refresh token. Application and subscriber. 90 days, or until it is used.',
  { hot: true },
);
