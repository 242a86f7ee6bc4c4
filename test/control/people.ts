import type { PersonInput } from '../../contracts/person.ts';

/** Somebody to add. */
export const tam: PersonInput = {
  slug: 'tam',
  personalNumber: '099300000100',
  name: { family: 'Lê', middle: 'Minh', given: 'Tâm', full: 'Lê Minh Tâm' },
  gender: 'female',
  birth: { date: '2000-01-31' },
  phones: [{ number: '0950000900', carrier: 'viettel' }],
};
