import type { CardCode, MatchCode } from '../../contracts/_insurance-codes.ts';
import type { Insurance } from '../../contracts/person.ts';
import { sameBirth, sameInitials, sameName } from './compare.ts';
import { isBenefit, isProvince, type Written } from './number.ts';

/** Who looks up: as the caller says, and as the hospital has registered its officers. */
export interface Officers {
  asking: { name: string; number: string };
  registered: readonly { name: string; number: string }[];
}

/** Everything that a card check is decided by. */
export interface CardFacts {
  /** `maThe`, read; undefined: it has no form that there is. */
  written: Written | undefined;
  name: string;
  /** `dd/MM/yyyy` or `yyyy`. */
  birth: string;
  /** Absent: this name of the operation does not ask. */
  officers?: Officers;
  /** Of whom the number is; undefined: of nobody, or of somebody whom the register does not have. */
  insurance: Insurance | undefined;
  /** `YYYY-MM-DD`. */
  today: string;
}

const registered = ({ officers }: CardFacts) =>
  officers?.registered.find(({ number }) => number === officers.asking.number);

/** The card that was written, when it is not the one that the holder has now. */
function otherCard({ written, insurance }: CardFacts): string | undefined {
  const card = written?.kind === 'card' ? written.card : undefined;
  return card === insurance?.card ? undefined : card;
}

/** Whether the card that was written is the one before the present one. */
export const isPrevious = (facts: CardFacts): boolean => {
  const other = otherCard(facts);
  return other !== undefined && other === facts.insurance?.previousCard?.card;
};

const officerUnknown = (facts: CardFacts) => facts.officers !== undefined && !registered(facts);
const officerMisnamed = (facts: CardFacts) =>
  facts.officers !== undefined && !sameName(facts.officers.asking.name, registered(facts)?.name ?? '');
const benefitWrong = ({ written }: CardFacts) => written?.kind === 'card' && !isBenefit(written.benefit);
const provinceWrong = ({ written }: CardFacts) =>
  written !== undefined && 'province' in written && !isProvince(written.province);
const cardless = ({ written, insurance }: CardFacts) => written?.kind === 'child' || !insurance?.card;
const nameWrong = ({ name, insurance }: CardFacts) => !sameName(name, insurance?.name ?? '');
const initialsRight = ({ name, insurance }: CardFacts) => sameInitials(name, insurance?.name ?? '');
const birthWrong = ({ birth, insurance }: CardFacts) => !insurance || !sameBirth(birth, insurance.birth);
const isOver = (day: string, { today }: CardFacts) => day < today;
const isStatus = (status: Insurance['status']) => (facts: CardFacts) => facts.insurance?.status === status;
const isReduced = (reduction: string) => (facts: CardFacts) => facts.insurance?.reduction === reduction;
const outOfDate = (facts: CardFacts) =>
  facts.insurance !== undefined && (isOver(facts.insurance.to, facts) || facts.insurance.from > facts.today);

/** The gateway's decision as one table: the first line that holds is the answer. */
const card: readonly (readonly [CardCode, (facts: CardFacts) => boolean])[] = [
  ['054', officerUnknown],
  ['055', officerMisnamed],
  ['051', ({ written }) => written === undefined],
  ['053', benefitWrong],
  ['052', provinceWrong],
  ['130', ({ written }) => written?.kind === 'child'],
  ['050', ({ insurance }) => insurance === undefined],
  ['051', (facts) => otherCard(facts) !== undefined && !isPrevious(facts)],
  ['061', (facts) => nameWrong(facts) && initialsRight(facts)],
  ['060', nameWrong],
  ['070', birthWrong],
  ['130', cardless],
  ['003', (facts) => isPrevious(facts) && isOver(facts.insurance?.previousCard?.to ?? '', facts)],
  ['004', isPrevious],
  ['110', isStatus('revoked')],
  ['121', isReduced('121')],
  ['122', isReduced('122')],
  ['123', isReduced('123')],
  ['124', isReduced('124')],
  ['120', isStatus('reduced')],
  ['001', isStatus('defence')],
  ['002', isStatus('public-security')],
  ['010', outOfDate],
];

export const judgeCard = (facts: CardFacts): CardCode => card.find(([, holds]) => holds(facts))?.[0] ?? '000';

/**
 * Whether the answer shows the record: what does not fit the holder tells nothing of the holder, and what Defence
 * and Public Security manage is not the gateway's to show.
 */
export const showsRecord = (code: CardCode): boolean => /^(00[034]|010|110|12\d)$/.test(code);

export interface MatchFacts {
  name: string;
  birth: string;
  /** Undefined: the insurance number is nobody's, or not that of whom the personal number is. */
  insurance: Insurance | undefined;
}

const match: readonly (readonly [MatchCode, (facts: MatchFacts) => boolean])[] = [
  ['050', ({ insurance }) => insurance === undefined],
  [
    '061',
    ({ name, insurance }) =>
      !sameName(name, insurance?.name ?? '') && sameInitials(name, insurance?.name ?? ''),
  ],
  ['060', ({ name, insurance }) => !sameName(name, insurance?.name ?? '')],
  ['070', ({ birth, insurance }) => !insurance || !sameBirth(birth, insurance.birth)],
];

/** What the registration on the national portal needs to know, and no more: the first thing that does not match. */
export const judgeMatch = (facts: MatchFacts): MatchCode =>
  match.find(([, holds]) => holds(facts))?.[0] ?? '000';
