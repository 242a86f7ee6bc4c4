import { accountOperations } from './profile-api.ts';
import { contactOperations } from './profile-contact.ts';
import { profilePages } from './profile-pages.ts';

export { profileFaults } from './profile-faults.ts';

/** An account's own pages and their JSON: data, verification, linking, history. */
export const profileOperations = { ...profilePages, ...accountOperations, ...contactOperations } as const;
