import type { Exchange } from '../../_kit/exchange.ts';
import { discovery } from '../../_oidc/discovery.ts';
import { exchange } from './profile.ts';

export const exchangeRoutes = {
  discovery: (x: Exchange) => discovery(x, exchange),
};
