import type { Account } from '../account.ts';
import { toSignForAccount } from '../token/to-sign.ts';
import type { Held } from './registration.ts';
import { type Holder, phoneNote } from './signature.ts';

const onWire = ({ name, number, organisation, agency, serial, issuer, validFrom, validTo }: Holder) => ({
  name,
  number,
  ...(organisation && { taxCode: organisation.taxCode, organisation: organisation.name }),
  ...(agency && { agency: agency.name }),
  serial,
  issuer,
  validFrom,
  validTo,
});

/** Where a registration stands, as JSON has it. */
export function registrationOnWire({ id, registration: { way, kind, step }, expires }: Held) {
  return {
    id,
    method: way,
    kind,
    next: step.at,
    expiresAt: new Date(expires).toISOString(),
    ...(step.at === 'code' && { sent: { to: step.sentTo, seconds: step.seconds } }),
    ...('transaction' in step && { transaction: step.transaction }),
    ...(step.at === 'signature' && { toSign: toSignForAccount(kind, step.transaction) }),
    ...(step.at === 'check' && { asked: phoneNote }),
    ...(step.at === 'confirm' && { holder: onWire(step.holder) }),
  };
}

/** The account that came of it. */
export const accountOnWire = ({ techId, kind, method, username, state, passwordHash }: Account) => ({
  techId,
  kind,
  method,
  username,
  state: state.at,
  signsInBy: passwordHash === null ? 'signature' : 'password',
});
