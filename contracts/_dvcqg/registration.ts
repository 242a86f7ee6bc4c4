import type { FaultKind, Operation } from '../_contract.ts';
import { codeFaults } from './code-faults.ts';

/** Refusals of the six ways to register, and of one-time codes. */
export const registrationFaults = { ...codeFaults } as const satisfies Readonly<Record<string, FaultKind>>;

/** The six ways to register. */
export const registrationOperations = {} as const satisfies Readonly<Record<string, Operation>>;
