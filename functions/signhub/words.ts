import type { FaultKind } from '../../contracts/_contract.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';

const statuses: Readonly<Record<string, string>> = {
  credentials_refused: '00',
  token_refused: '00',
  request_refused: '02',
  certificate_ended: '02',
  invalid_input: '02',
  foreign_number: '02',
  unsupported_media_type: '02',
  too_large: '02',
  unknown_failure: '02',
  nothing_found: '03',
  unknown_workspace: '03',
  hmac_missing: '20',
  rate_limited: '21',
  timestamp_malformed: '22',
  timestamp_expired: '23',
  nonce_reused: '24',
  partner_unknown: '25',
  signature_refused: '26',
  hmac_broken: '27',
};

/** `{status, description, data}`; what the hub has no number for is an internal error. */
export function words({ code, detail, extra }: Fault, { status, title }: FaultKind): Answer {
  const places = extra.errors
    ?.map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .join('; ');
  const description = `${title.vi} / ${title.en} (${places ?? detail})`;
  return json(
    { status: statuses[code] ?? '99', description, data: null },
    { status, headers: { ...extra.headers } },
  );
}
