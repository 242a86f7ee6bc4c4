import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';

/** MySign's numbers. That they exist is known; what each of 58007 to 86024 means is HopCat's reading. */
const codes: Readonly<Record<string, string>> = {
  client_refused: '58007',
  user_unknown: '58008',
  token_refused: '59033',
  credential_refused: '86024',
  timed_out: '4001',
  signer_refused: '4002',
  signing_failed: '4004',
  quota_used: '4005',
  certificate_ended: '13004',
  system_error: '50000',
  broken: '50000',
  unavailable: '50000',
  busy: '50000',
};

/** Everything else is a request that is not valid. */
const INVALID = '86002';

/** `error` and `error_description`, as the CSC API, which MySign comes from, has them. */
export function words({ code, detail, extra }: Fault, { status, title }: FaultKind): Answer {
  const places = extra.errors
    ?.map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');
  const description = `${title.vi} / ${title.en} (${places ?? detail})`;
  return json(
    { error: codes[code] ?? INVALID, error_description: description },
    { status, headers: { ...extra.headers } },
  );
}
