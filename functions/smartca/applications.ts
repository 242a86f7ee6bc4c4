import { portalAtSmartca } from '../../contracts/_national-portal.ts';
import type { Application } from '../../contracts/_smartca/settings.ts';
import { digest, matches } from '../_kit/admit.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';

export const applications = (x: Exchange): readonly Application[] => [
  portalAtSmartca,
  ...x.workspace.settings.smartca.accounts,
];

export const applicationById = (x: Exchange, id: string): Application | undefined =>
  applications(x).find(({ clientId }) => clientId === id);

/** The application that shows this id and secret; takes as long for an id that is nobody's. */
export function applicationWith(x: Exchange, id: string, secret: string): Application | undefined {
  const application = applicationById(x, id);
  const right = matches(secret, application?.secretHash ?? digest(''));
  if (!application || !right) return undefined;
  x.remarks.client = application.clientId;
  return application;
}

/** Who calls sp769. @throws Fault sp_credential_invalid */
export function providerOf(x: Exchange<{ sp_id: string; sp_password: string }>): Application {
  const { sp_id, sp_password } = x.input;
  const application = applicationWith(x, sp_id, sp_password);
  if (!application) throw new Fault('sp_credential_invalid', 'no account with this sp_id and sp_password');
  return application;
}
