import type { Contract } from './_contract.ts';
import phone from './phone.ts';
import portal from './portal.ts';
import vneid from './vneid.ts';

/** Every contract. One line a system. */
export const contracts: readonly Contract[] = [vneid, phone, portal];
