import { type Procedure, procedures } from '../../../contracts/_procedures.ts';
import { json, page, redirect } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { type Client, findClient, isBuiltIn, mayRedirect } from '../../_oidc/client.ts';
import { exchange } from '../exchange/profile.ts';

interface Codes {
  MaTTHCDP: string;
  MaCoQuanThucHien: string;
  MaDVC: string;
}

/** An address of a portal, with what tells it to sign in silently and which form to show. */
function deepLink(to: string, { MaTTHCDP, MaCoQuanThucHien, MaDVC }: Codes): string {
  const url = new URL(to);
  const codes = { vnconnect: '1', MaTTHCDP, MaCoQuanThucHien, MaDVC };
  for (const [name, value] of Object.entries(codes)) url.searchParams.set(name, value);
  return url.href;
}

const portalUrl = (x: Exchange, procedure: Procedure): string =>
  deepLink(`${x.deps.origin}/${x.workspace.id}/${procedure.portal}/launch`, procedure);

const listServices = (x: Exchange) =>
  json({ services: procedures.map((procedure) => ({ ...procedure, url: portalUrl(x, procedure) })) });

async function services(x: Exchange<{ q: string }>) {
  const [{ servicesPage }, { fold }] = await Promise.all([
    import('./page.ts'),
    import('../../../people/fold.ts'),
  ]);
  const wanted = fold(x.input.q);
  const found = procedures.filter(
    ({ name, MaDVC }) =>
      fold(name.vi).includes(wanted) || fold(name.en).includes(wanted) || MaDVC === x.input.q,
  );
  return page(servicesPage({ lang: 'vi', assets: ASSETS, base: x.base, q: x.input.q, services: found }));
}

/** @throws Fault unknown_service */
function openService(x: Exchange) {
  const procedure = procedures.find(({ MaDVC }) => MaDVC === x.params.service);
  if (!procedure) throw new Fault('unknown_service', 'no procedure has this MaDVC');
  return redirect(portalUrl(x, procedure));
}

/** Where a portal takes deep links that the sandbox itself runs: its start page and `launch`, beside the callback. */
const entriesBeside = (redirectUri: string): string[] =>
  ['./', './launch'].map((path) => new URL(path, redirectUri).pathname);

/**
 * Whether an address lies on a portal of this client: whoever may get codes there may get people there. The sandbox's
 * own address is that of every system in it, so that there only a portal's own entries count.
 */
function isOn(x: Exchange, client: Client, to: URL): boolean {
  const { origin } = new URL(x.deps.origin);
  if (client.loopback && to.origin !== origin) return mayRedirect(client, to.href);
  return client.metadata.redirect_uris
    .filter((uri) => new URL(uri).origin === to.origin)
    .some(
      (uri) => (to.origin !== origin && !isBuiltIn(client.id)) || entriesBeside(uri).includes(to.pathname),
    );
}

/** @throws Fault unregistered_target */
async function launchService(x: Exchange<Codes & { client_id: string; to: string }>) {
  const { client_id, to, ...codes } = x.input;
  x.remarks.client = client_id;
  const client = await findClient(x, exchange, client_id);
  const target = URL.canParse(to) ? new URL(to) : undefined;
  if (!client || !target || !isOn(x, client, target)) {
    throw new Fault('unregistered_target', 'to is on no portal that this client has registered');
  }
  return redirect(deepLink(target.href, codes));
}

export { launchService, listServices, openService, services };
