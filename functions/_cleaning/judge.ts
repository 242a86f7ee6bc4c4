import { type FindingCode, findingCodes, type NoteCode } from '../../contracts/_clean.ts';
import { birthAgainst, readBirth } from './birth.ts';
import { repaired } from './mojibake.ts';
import { tolerances } from './name.ts';
import { type ReadNumber, readNumber, toldByNumber } from './number.ts';
import { isAllocated } from './provinces.ts';
import type { Known, Register } from './register.ts';
import { notesOn } from './who.ts';
import { female, isLinked, male } from './words.ts';

/** An account as its row has it; a column that the file has not is empty. */
export interface Account {
  number: string;
  /** The old card's, where it has a column of its own. */
  oldNumber: string;
  name: string;
  birth: string;
  gender: string;
  linked: string;
}

/** Whose account a row is, as far as its number says. */
export interface Identified {
  read: ReadNumber;
  person?: Known;
  /** The number is one that was taken back. */
  former: boolean;
  /** The same for all accounts of one person; empty: there is no number to go by. */
  key: string;
}

export interface Verdict {
  /** The first of `findings`. */
  main: FindingCode;
  /** In the order of the contract's table; `clean` alone where nothing else is to be said. */
  findings: readonly FindingCode[];
  notes: NoteCode[];
  person?: Known;
}

export interface Judging {
  /** `YYYY-MM-DD`: who has died by then, who is a minor then. */
  today: string;
}

const readOf = ({ number, oldNumber }: Account): ReadNumber => {
  const read = readNumber(number);
  return read.findings[0] === 'number-missing' && oldNumber !== '' ? readNumber(oldNumber) : read;
};

/** Reads the number and asks the register. Accounts under an old card and under the new number share their key. */
export function identify(account: Account, register: Register): Identified {
  const read = readOf(account);
  const { digits } = read;
  const byCmnd = digits.length === 9 ? register.byCmnd(digits) : undefined;
  const found = digits.length === 12 ? register.byNumber(digits) : undefined;
  const person = byCmnd ?? found?.person;
  return {
    read,
    former: found?.former ?? false,
    key: person?.personalNumber ?? digits,
    ...(person && { person }),
  };
}

/** The key alone, which costs less. */
export function keyOf(account: Account, register: Register): string {
  const { digits } = readOf(account);
  return digits.length === 9 ? (register.byCmnd(digits)?.personalNumber ?? digits) : register.present(digits);
}

/** What is wrong with a number that the register does not know. */
function unknownNumber({ number: _, ...account }: Account, digits: string, today: string): FindingCode[] {
  if (digits.length !== 12) return ['no-such-person'];
  if (!isAllocated(digits.slice(0, 3))) return ['number-province', 'no-such-person'];
  const told = toldByNumber(digits);
  const born = account.birth === '' ? undefined : readBirth(account.birth);
  const gender = account.gender.trim().normalize('NFC');
  const contradicts =
    told.year > Number(today.slice(0, 4)) ||
    (born !== undefined && born.year !== told.year) ||
    (told.female ? male.test(gender) : female.test(gender));
  return contradicts ? ['number-contradicts', 'no-such-person'] : ['no-such-person'];
}

class Found {
  readonly findings: FindingCode[];
  readonly notes: NoteCode[];
  constructor({ findings, notes }: ReadNumber) {
    this.findings = [...findings];
    this.notes = [...notes];
  }

  add(findings: readonly FindingCode[], notes: readonly NoteCode[] = []): void {
    this.findings.push(...findings);
    this.notes.push(...notes);
  }
}

function judgeName(cell: string, person: Known | undefined, found: Found): void {
  if (person && cell === person.name.full) return;
  const { text, was, lost } = repaired(cell);
  if (was) found.add([], [`text-${was}`]);
  if (lost) found.add(['name-unreadable']);
  if (text.trim() === '') found.add(['name-missing']);
  else if (person && !lost) compareName(text, person, found);
}

function compareName(text: string, person: Known, found: Found): void {
  const tolerated = tolerances(text, person.name.full);
  const former = !tolerated && person.formerNames?.some(({ full }) => tolerances(text, full));
  if (tolerated) found.add([], tolerated);
  else found.add(['name-differs'], former ? ['name-former'] : []);
}

function judgeBirth(cell: string, person: Known, found: Found): void {
  const read = readBirth(cell);
  const against = read && birthAgainst(read, person.birth);
  if (against) found.add(against.findings, against.notes);
  else if (cell.trim() === '') found.add([], ['birth-missing']);
  else found.add(['birth-unreadable']);
}

const rank = new Map(findingCodes.map((code, at) => [code, at]));
const byRank = (one: FindingCode, other: FindingCode): number =>
  (rank.get(one) ?? 0) - (rank.get(other) ?? 0);

/** Judges one account. Whether the file has others of the same person is for the caller to say. */
export function judge(
  account: Account,
  { read, person, former }: Identified,
  { today, duplicate }: Judging & { duplicate: boolean },
): Verdict {
  const found = new Found(read);
  if (former) found.findings.push('number-reissued');
  if (read.digits !== '' && !person) found.add(unknownNumber(account, read.digits, today));
  judgeName(account.name, person, found);
  if (person) {
    judgeBirth(account.birth, person, found);
    if (person.deceasedOn !== undefined && person.deceasedOn <= today) found.findings.push('deceased');
    else found.add([], notesOn(person, today));
  }
  if (duplicate) found.findings.push('duplicate');
  if (isLinked(account.linked)) found.findings.push('linked');
  const { findings, notes } = found;
  if (findings.length === 0) findings.push('clean');
  if (findings.length > 1) findings.sort(byRank);
  return { main: findings[0] as FindingCode, findings, notes, ...(person && { person }) };
}

/** A row whose cells cannot be told apart: nothing in it is judged. */
export const brokenRow: Verdict = { main: 'row-broken', findings: ['row-broken'], notes: [] };
