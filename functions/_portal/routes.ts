import { later } from '../_kit/later.ts';
import { listDossiers } from './dossiers/dossiers.ts';
import { dossierForm, submit } from './dossiers/form.ts';
import { listServices, services } from './dossiers/services.ts';
import { submitted } from './dossiers/submitted.ts';
import { account, listAccounts } from './linking/account.ts';
import { enter } from './linking/enter.ts';
import { prove, proveForm } from './linking/prove.ts';
import { unlink } from './linking/unlink.ts';
import { type Configuration, type Portal, portalOf } from './portal.ts';
import { home } from './views.ts';

const signingRoutes = () => import('./signing/on-demand.ts');

const routes = {
  home,
  ...later(() => import('./on-demand.ts'), 'signIn', 'callback', 'refresh', 'launch'),
  ...later(() => import('./on-demand.ts'), 'signOut', 'backchannelLogout', 'frontchannelLogout'),
  enter,
  services,
  dossierForm,
  submit,
  dossiers: submitted,
  account,
  proveForm,
  prove,
  unlink,
  listServices,
  listDossiers,
  listAccounts,
  ...later(signingRoutes, 'signForm', 'signSubmit', 'signing', 'pageCertificate', 'pageSignature'),
  ...later(signingRoutes, 'documentPdf', 'documentXml', 'apiDocumentPdf', 'apiDocumentXml'),
  ...later(signingRoutes, 'listSignatures', 'beginSigning', 'signingState'),
  ...later(signingRoutes, 'giveCertificate', 'giveSignature', 'verdict'),
};

type PortalRoute = (x: never, portal: Portal) => unknown;

type At<Own extends Readonly<Record<string, PortalRoute>>> = {
  [Name in keyof Own]: (x: Parameters<Own[Name]>[0]) => ReturnType<Own[Name]>;
};

/** Routes of this portal. */
export function bound<const Own extends Readonly<Record<string, PortalRoute>>>(
  portal: Portal,
  own: Own,
): At<Own> {
  const pairs = Object.entries(own).map(([name, route]) => [name, (x: never) => route(x, portal)]);
  return Object.fromEntries(pairs) as At<Own>;
}

/** A portal, and the routes that every portal has. */
export function openPortal(configuration: Configuration) {
  const portal = portalOf(configuration);
  return { portal, routes: bound(portal, routes) };
}
