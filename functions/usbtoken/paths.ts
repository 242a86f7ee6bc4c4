import type { Exchange } from '../_kit/exchange.ts';

/** Without the origin: the page asks for news where it was loaded from, under whatever name that host has. */
export const windowPath = (x: Exchange, slug: string): string =>
  `${new URL(x.base).pathname}/${encodeURIComponent(slug)}`;
