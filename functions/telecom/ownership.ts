import type { CheckRequest, CheckResult, KycRequest } from '../../contracts/_telecom/data.ts';
import type { Text } from '../../contracts/index.ts';
import { json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { type Account, callerOf } from './account.ts';
import {
  check as checked,
  holderOf,
  kycMatch,
  requireIdDocument,
  type Subscriber,
  underOldCard,
} from './domain.ts';
import { international, isMobileNumber } from './numbers.ts';
import { subscriberOf } from './subscribers.ts';

/** Answers about somebody else, as a register with a mixed-up index would. */
function asSomebodyElse(x: Exchange, subscriber: Subscriber): Subscriber {
  const isOther = ({ slug, phones }: Subscriber['person']) =>
    slug !== subscriber.person.slug && phones[0]?.registeredUnder === 'personalNumber';
  const person = x.deps.people.people.find(isOther);
  const sim = person?.phones[0];
  return { ...subscriber, holder: person && sim && holderOf(sim, person, undefined) };
}

function asFailing(x: Exchange, subscriber: Subscriber): Subscriber {
  if (x.failure === 'wrong-person') return asSomebodyElse(x, subscriber);
  return x.failure === 'stale-data' ? underOldCard(subscriber) : subscriber;
}

/** The subscriber, if any, as this account may ask about them. @throws Fault service_not_applicable */
async function lookUp(x: Exchange, account: Account, msisdn: string): Promise<Subscriber | undefined> {
  const found = await subscriberOf(x, msisdn);
  if (!found && !isMobileNumber(msisdn))
    throw new Fault('service_not_applicable', 'no carrier has this prefix');
  if (found && account.carriers && !account.carriers.includes(found.sim.carrier))
    throw new Fault('service_not_applicable', `this account is not connected to ${found.sim.carrier}`);
  return found && asFailing(x, found);
}

/** @throws Fault missing_identifier, invalid_param_combination */
function numberAskedFor({ phoneNumber, msisdn, ...fields }: KycRequest): string {
  const number = phoneNumber ?? msisdn;
  if (number === undefined) throw new Fault('missing_identifier', 'neither phoneNumber nor msisdn');
  if (phoneNumber !== undefined && msisdn !== undefined)
    throw new Fault('invalid_param_combination', 'phoneNumber and msisdn are two names of one thing');
  if (Object.keys(fields).length === 0)
    throw new Fault('invalid_param_combination', 'nothing but the phone number');
  return number;
}

export async function match(x: Exchange<KycRequest>) {
  const account = await callerOf(x, 'kyc-match:match');
  const { diacriticsCount, idDocumentRequired } = x.workspace.settings.telecom;
  const found = await lookUp(x, account, numberAskedFor(x.input));
  if (!found || found.sim.status === 'cancelled')
    throw new Fault('identifier_not_found', 'nobody has this number');
  if (x.failure === 'empty') return json(kycMatch({ ...found, holder: undefined }, x.input, diacriticsCount));
  if (idDocumentRequired) requireIdDocument(found, x.input);
  return json(kycMatch(found, x.input, diacriticsCount));
}

const messages: Readonly<Record<CheckResult, Text>> = {
  match: { vi: 'SIM chính chủ', en: "The number is in this person's name" },
  mismatch: {
    vi: 'Đúng số giấy tờ, nhưng họ tên hoặc ngày sinh không khớp với thông tin thuê bao',
    en: "The paper's number is right, but name or birth date differ from the subscription",
  },
  other_owner: {
    vi: 'Thông tin không khớp với thuê bao tại nhà mạng: SIM đứng tên người khác',
    en: "The subscription is in somebody else's name",
  },
  registered_under_cmnd: {
    vi: 'SIM chính chủ nhưng đăng ký bằng CMND 9 số; cần cập nhật sang CCCD tại nhà mạng',
    en: "The number is this person's, but under the old 9-digit card; the carrier must update it",
  },
  suspended: { vi: 'SIM chính chủ nhưng đang bị khóa', en: "The number is this person's, but suspended" },
  not_normalised: {
    vi: 'Thuê bao chưa chuẩn hóa thông tin',
    en: "The subscription's data has not been normalised",
  },
  cancelled: { vi: 'Thuê bao đã hủy', en: 'The subscription was cancelled' },
  not_registered: { vi: 'Số này chưa được đăng ký', en: 'The number is not registered' },
};

export async function check(x: Exchange<CheckRequest>) {
  const account = await callerOf(x, 'subscribers:check');
  const found = await lookUp(x, account, x.input.msisdn);
  const known = x.failure === 'empty' ? undefined : found;
  const outcome = checked(known, x.input, x.workspace.settings.telecom.diacriticsCount);
  const { vi, en } = messages[outcome.result];
  return json({ msisdn: international(x.input.msisdn), ...outcome, message: vi, messageEn: en });
}
