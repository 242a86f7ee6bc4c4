import type { Way } from '../../../contracts/_dvcqg/registration-ways.ts';
import type { Person } from '../../../contracts/person.ts';

/** `dd/MM/yyyy`, or the year. */
export const shownBirth = ({ birth }: Person): string =>
  'date' in birth ? birth.date.split('-').reverse().join('/') : String(birth.year);

/** The paper that the person can show: an old card where there is no new one. */
const paperOf = ({ personalNumber, cmnd, identityCard }: Person): string =>
  identityCard || cmnd === undefined ? personalNumber : cmnd;

/** What this person would write into the form of a way: all of it true. */
export function filled(way: Way, person: Person): Readonly<Record<string, string>> {
  const phone = person.phones[0]?.number ?? '';
  const identity = { number: person.personalNumber, name: person.name.full, birth: shownBirth(person) };
  switch (way) {
    case 'mobile':
      return { ...identity, phone };
    case 'insurance':
      return { ...identity, number: paperOf(person), insurance: person.insurance?.number ?? '', phone };
    case 'post':
      return {
        ...identity,
        account: person.postAccount?.phone ?? phone,
        ...(person.postAccount && person.postAccount.phone !== phone && { phone }),
      };
    case 'sim':
      return { phone };
    default:
      return { person: person.slug };
  }
}
