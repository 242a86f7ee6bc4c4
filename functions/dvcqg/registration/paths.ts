import type { Exchange } from '../../_kit/exchange.ts';

/** A path of the national portal, without the origin: a page works under any name of this machine. */
export const pathOf = ({ base }: Exchange, path: string): string =>
  new URL(`${base}${path}`).href.slice(new URL(base).origin.length);

/** The sandbox's phone of somebody. */
export const phoneUrl = ({ deps, workspace }: Exchange, slug: string): string =>
  `${deps.origin}/${workspace.id}/phone/${encodeURIComponent(slug)}`;
