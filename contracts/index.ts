import type { Contract } from './_contract.ts';
import vneid from './vneid.ts';

/** Every contract. One line a system. */
export const contracts: readonly Contract[] = [vneid];
