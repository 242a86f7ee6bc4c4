import type { FaultKind, Operation } from '../_contract.ts';

/** Refusals of the account pages. */
export const profileFaults = {} as const satisfies Readonly<Record<string, FaultKind>>;

/** An account's own pages and their JSON: data, verification, linking, history. */
export const profileOperations = {
  home: {
    method: 'GET',
    path: '/',
    title: { vi: 'Trang đầu của Cổng', en: 'Start page' },
    examples: [{ title: { vi: 'Mở trang', en: 'Open it' }, status: 200 }],
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'ours',
  },
} as const satisfies Readonly<Record<string, Operation>>;
