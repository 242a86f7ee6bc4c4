import type { FaultKind, Operation } from '../_contract.ts';

/** Refusals of the six ways to register. */
export const registrationFaults = {} as const satisfies Readonly<Record<string, FaultKind>>;

/** Registering, signing in by a one-time code, and the officers' function. */
export const registrationOperations = {} as const satisfies Readonly<Record<string, Operation>>;
