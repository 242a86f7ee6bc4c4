import type { CscClient } from '../../../contracts/_csc/settings.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { digest, matches } from '../../_kit/perform.ts';
import { clientOf } from '../token.ts';

interface Shown {
  client_id?: string | undefined;
  client_secret?: string | undefined;
}

const decoded = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '));

/** RFC 6749, 2.3.1. */
function fromBasic(header: string): Shown {
  const [, encoded = ''] = /^basic +([\w+/=-]+)$/i.exec(header) ?? [];
  const [, id, secret] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  try {
    if (id !== undefined && secret !== undefined)
      return { client_id: decoded(id), client_secret: decoded(secret) };
  } catch {
    // Not form-encoded: refused below.
  }
  throw new Fault('invalid_request', 'Malformed authorization header');
}

/** Which application calls. The standard words a wrong one as `invalid_request`. @throws Fault invalid_request */
export function applicationOf(x: Exchange, form: Shown): CscClient {
  const header = x.request.headers.get('authorization');
  const shown = header === null ? form : fromBasic(header);
  if (shown.client_id === undefined) throw new Fault('invalid_request', 'Missing parameter client_id');
  x.remarks.client = shown.client_id;
  if (shown.client_secret === undefined) throw new Fault('invalid_request', 'Client authorization required');
  const client = clientOf(x, shown.client_id);
  const right = matches(shown.client_secret, client?.secretHash ?? digest(''));
  if (!client) throw new Fault('invalid_request', 'Invalid parameter client_id');
  if (!right) throw new Fault('invalid_request', 'Invalid parameter client_secret');
  return client;
}
