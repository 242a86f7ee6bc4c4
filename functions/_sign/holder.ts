import type { Person } from '../../contracts/person.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { placesOfForeignNumbers } from '../_kit/mask.ts';
import { everybody, personByCmnd, personByNumber } from '../_kit/people.ts';
import type { HolderKind } from './certificate.ts';

/** Whoever a signature provider knows by a number, and as what. */
export interface Holder {
  person: Person;
  kind: HolderKind;
}

const asCitizen = (person: Person | undefined): Holder | undefined => person && { person, kind: 'citizen' };

/**
 * Who has this number: that of the citizen card, of the old 9-digit card, of a passport, or the tax code of an
 * enterprise. A number that was taken back names nobody, as a provider knows its customers by what they show today.
 */
export async function holderOfNumber(x: Exchange, number: string): Promise<Holder | undefined> {
  if (/^\d{12}$/.test(number)) {
    const person = await personByNumber(x, number);
    return asCitizen(person?.personalNumber === number ? person : undefined);
  }
  if (/^\d{9}$/.test(number)) return asCitizen(await personByCmnd(x, number));
  const people = await everybody(x);
  const legal = people.find(({ organisation }) => organisation?.taxCode === number);
  if (legal) return { person: legal, kind: 'enterprise' };
  return asCitizen(people.find(({ passport }) => passport?.number === number.toUpperCase()));
}

/** Of what a service provider sends and the sandbox keeps as it is. @throws Fault foreign_number */
export function refuseForeignNumbers(x: Exchange, kept: unknown): void {
  const places = placesOfForeignNumbers(kept, x.isOurs);
  if (places.length > 0)
    throw new Fault(
      'foreign_number',
      `a twelve-digit number that is not the sandbox's in ${places.join(', ')}`,
    );
}
