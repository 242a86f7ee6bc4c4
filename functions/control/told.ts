import type { Contract } from '../../contracts/_contract.ts';
import { commonFaults } from '../../contracts/_faults.ts';
import type { JournalEntry } from '../_kit/journal.ts';

/** An entry whose fault says what happened and what to do, as problem answers do. */
export interface ToldEntry extends Omit<JournalEntry, 'fault'> {
  fault?: NonNullable<JournalEntry['fault']> & {
    title?: string;
    cure?: string;
    en?: { title: string; cure: string };
  };
}

/** In the words of the contract as it is now: an entry keeps the code alone. */
export async function told(entry: JournalEntry): Promise<ToldEntry> {
  if (!entry.fault) return entry;
  const { contracts } = await import('../../contracts/index.ts');
  const system: Contract | undefined = contracts.find(({ name }) => name === entry.system);
  const known = { ...commonFaults, ...system?.faults };
  const kind = Object.entries(known).find(([code]) => code === entry.fault?.code)?.[1];
  if (!kind) return entry;
  const { title, cure } = kind;
  return {
    ...entry,
    fault: { ...entry.fault, title: title.vi, cure: cure.vi, en: { title: title.en, cure: cure.en } },
  };
}
