import type { LinkingRuleId } from '../../../contracts/portal/linking.ts';
import { Fault } from '../../_kit/fault.ts';
import type { Applicant, Identity } from './applicant.ts';

/** The local accounts that a sign-in could be about. */
export interface Found {
  /** Linked to this TechID, or to this subject of VNeID. */
  linked?: Applicant;
  /** Was linked so until its holder took the link away. */
  former?: Applicant;
  /** Has the same personal number, old card or tax code. */
  sameNumber: readonly Applicant[];
  /** Has the same e-mail address. */
  sameEmail: readonly Applicant[];
}

/** What becomes of a sign-in, in the words of the portals that do it. */
export type Decision =
  /** The local account is known. `rule`: why, where it is not the link itself. */
  | { state: 'auth'; applicant: Applicant; rule?: LinkingRuleId }
  /** There is one with the same number, which its owner must prove first. */
  | { state: 'mapping'; applicant: Applicant }
  | { state: 'create' };

/**
 * What an identity must bring. Rules `missing-techid`, `citizen-key`, `enterprise-key`, `agency-key`.
 * @throws Fault tech_id_missing, number_missing
 */
export function requireKeys({ provider, kind, techId, number, cmnd, taxCode }: Identity): void {
  if (provider === 'exchange' && techId === undefined) {
    throw new Fault('tech_id_missing', 'userinfo has no TechID');
  }
  if (kind === 'citizen' && number === undefined && cmnd === undefined) {
    throw new Fault('number_missing', 'LoaiTaiKhoan is 1, and there is neither SoDinhDanh nor SoCMND');
  }
  if (kind === 'enterprise' && taxCode === undefined) {
    throw new Fault('number_missing', 'LoaiTaiKhoan is 2, and there is neither MaSoThue nor MaSoDoanhNghiep');
  }
}

/** Rule `locked-local`. @throws Fault applicant_locked */
export function unlocked(applicant: Applicant): Applicant {
  if (applicant.status === 'locked')
    throw new Fault('applicant_locked', 'the local account of this person is locked');
  return applicant;
}

/**
 * VNeID vouched for the number on both sides: nothing is left to prove. For an old card it vouches never: what the
 * exchange says of one may be no more than what somebody once typed, and two people can have one number of nine digits
 * (rule `unverified-card`).
 */
function sameByVneid(
  { byVneid, number, sub, provider }: Identity,
  { sameNumber }: Found,
): Decision | undefined {
  const same = byVneid
    ? sameNumber.find((each) => each.numberFrom === 'vneid' && each.number === number)
    : undefined;
  if (!same) return undefined;
  const changed = provider === 'vneid' && same.sub !== undefined && same.sub !== sub;
  return {
    state: 'auth',
    applicant: unlocked(same),
    rule: changed ? 'relink-on-subject-change' : 'verified-number',
  };
}

/**
 * Link by what is linked already; by a number only where it is proved; never by an address or a telephone number.
 * Rules `key-by-techid`, `no-key-by-contact`, `verified-number`, `local-proof`, `relink-on-subject-change`,
 * `number-renewed`, `consent-withdrawn`.
 * @throws Fault applicant_locked, email_taken
 */
export function decideLink(identity: Identity, found: Found): Decision {
  if (found.linked) {
    const { number } = found.linked;
    const renewed = identity.byVneid && number !== undefined && identity.number !== number;
    return {
      state: 'auth',
      applicant: unlocked(found.linked),
      ...(renewed && { rule: 'number-renewed' as const }),
    };
  }
  if (found.former) {
    return { state: 'auth', applicant: unlocked(found.former), rule: 'consent-withdrawn' };
  }
  const same = sameByVneid(identity, found);
  if (same) return same;
  const own = found.sameNumber.find(
    ({ passwordHash, techIds, sub }) =>
      passwordHash !== undefined && techIds.length === 0 && sub === undefined,
  );
  if (own) return { state: 'mapping', applicant: unlocked(own) };
  // Rule `email-of-another`.
  const others = found.sameEmail.filter(({ id }) => !found.sameNumber.some((same) => same.id === id));
  if (others.length > 0) throw new Fault('email_taken', 'another local account has this e-mail address');
  return { state: 'create' };
}
