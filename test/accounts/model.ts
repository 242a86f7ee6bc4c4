/** What an account should be: a plain record, beside the real system and written without it. */
export interface Expected {
  techId: string;
  owner: Who;
  /** Registered with the name of the register. */
  nameIsRight: boolean;
  number: string | undefined;
  stage: 'no-number' | 'unverified' | 'verified' | 'prompted' | 'linked' | 'unlinked';
  locked: boolean;
  hasPassword: boolean;
  username: string;
}

export interface Model {
  today: string;
  accounts: Expected[];
}

/** People of the cast who have no account at first. */
export const people = {
  mai: { number: '099192000002', cmnd: '990000002', name: 'Trần Thị Mai', birth: '1992-11-20' },
  phung: { number: '099179000008', cmnd: '990000008', name: 'Quách Phụng', birth: '1979-10-30' },
} as const;

export type Who = keyof typeof people;

export const DAYS = [
  '2024-01-10',
  '2024-06-14',
  '2024-06-15',
  '2024-06-28',
  '2024-07-01',
  '2026-11-22',
] as const;

export const passwordWorks = ({ today }: Model, { locked, hasPassword }: Expected): boolean =>
  hasPassword && !locked && today < '2024-06-15';

/** Nobody is told of VNeID before. */
export const isAnnounced = ({ today }: Model): boolean => today >= '2024-01-11';

export const hasStopped = ({ today }: Model, { stage }: Expected): boolean =>
  stage !== 'linked' && today >= '2024-07-01';

/** The state that the real account must be in. */
export function stateOf(model: Model, account: Expected): Record<string, unknown> {
  const { stage, number } = account;
  const known = number === undefined ? {} : { number };
  return hasStopped(model, account) ? { at: 'stopped', was: stage, ...known } : { at: stage, ...known };
}

export const isConfirmed = ({ stage }: Expected): boolean =>
  ['verified', 'prompted', 'unlinked', 'linked'].includes(stage);

/** What the population register says of an account. */
export function registerConfirms({ owner, nameIsRight, number }: Expected): boolean {
  return nameIsRight && (number === undefined || number === people[owner].number);
}
