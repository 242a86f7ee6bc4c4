import type { Operation } from '../_contract.ts';
import { bridgeOperations } from './exchange-bridge.ts';
import { pageOperations } from './exchange-pages.ts';
import { protocolOperations } from './exchange-protocol.ts';

export { exchangeFaults } from './exchange-faults.ts';
export { exchangeParts } from './exchange-parts.ts';

/** VNConnect: the identity exchange on WSO2 Identity Server. */
export const exchangeOperations = {
  ...protocolOperations,
  ...pageOperations,
  ...bridgeOperations,
} as const satisfies Readonly<Record<string, Operation>>;
