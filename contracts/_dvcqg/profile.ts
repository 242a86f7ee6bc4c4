import type { Operation } from '../_contract.ts';
import { accountOperations } from './profile-api.ts';
import { contactOperations } from './profile-contact.ts';

export { profileFaults } from './profile-faults.ts';

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
  ...accountOperations,
  ...contactOperations,
} as const satisfies Readonly<Record<string, Operation>>;
