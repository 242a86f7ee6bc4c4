import { Fault } from '../_kit/fault.ts';

/** A client that is not proven. RFC 6749, 5.2: the 401 says how to authenticate. */
export const invalidClient = (detail: string): Fault =>
  new Fault('invalid_client', detail, { headers: { 'www-authenticate': 'Basic realm="HopCat"' } });
