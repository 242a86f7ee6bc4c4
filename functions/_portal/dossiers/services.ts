import { type Procedure, procedures } from '../../../contracts/_procedures.ts';
import { json, page } from '../../_kit/answer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { frameOf, pages } from '../pages/frame-of.ts';
import type { Portal } from '../portal.ts';

export const proceduresOf = ({ system }: Portal): Procedure[] =>
  procedures.filter(({ portal }) => portal === system);

/** @throws Fault unknown_service */
export function procedureBy(portal: Portal, service: string): Procedure {
  const found = proceduresOf(portal).find(({ MaDVC }) => MaDVC === service);
  if (!found) throw new Fault('unknown_service', 'this portal has no procedure with this MaDVC');
  return found;
}

const launchUrl = (x: Exchange, { MaTTHCDP, MaCoQuanThucHien, MaDVC }: Omit<Procedure, 'portal'>): string =>
  `${x.base}/launch?${new URLSearchParams({ vnconnect: '1', MaTTHCDP, MaCoQuanThucHien, MaDVC })}`;

export const listServices = (x: Exchange, portal: Portal) =>
  json({
    services: proceduresOf(portal).map(({ portal: _, ...procedure }) => ({
      ...procedure,
      launch: launchUrl(x, procedure),
    })),
  });

export const formPath = (service: string): string => `/dossiers/new?${new URLSearchParams({ service })}`;

export async function services(x: Exchange, portal: Portal) {
  const { servicesPage } = await pages();
  return page(
    servicesPage({
      ...frameOf(portal),
      base: x.base,
      services: proceduresOf(portal).map((procedure) => ({
        ...procedure,
        href: `${x.base}${formPath(procedure.MaDVC)}`,
      })),
    }),
  );
}
