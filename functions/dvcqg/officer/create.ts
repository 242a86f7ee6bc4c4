import type { Created, OfficerRequest } from '../../../contracts/_dvcqg/officer.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { personByCmnd, personByNumber } from '../../_kit/people.ts';
import type { Change } from '../../_kit/store.ts';
import { guid } from '../../_oidc/secret.ts';
import type { Account } from '../account.ts';
import { saveAccount } from '../accounts.ts';
import { hashedPassword } from '../first-accounts.ts';
import { maskedPhone } from '../one-time-code.ts';
import { refuseTaken } from '../registration/conflicts.ts';
import { sendSms } from '../wires/telecom.ts';
import type { Officer } from './officer.ts';

const isOldCard = (number: string): boolean => number.length === 9;

/** Of the shape that public guides show. Its holder changes it, as anybody does who got one by SMS. */
function firstPassword(random: (bytes: number) => Uint8Array): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6) % 1_000_000;
  return `Aa@${String(number).padStart(6, '0')}`;
}

/** Nothing is checked at a register: such accounts are why the cleaning was ordered. */
function accountFor(
  x: Exchange,
  { number, name, birth, phone }: OfficerRequest,
  about: { password: string; person: string | null; officer: Officer },
): Account {
  const techId = guid(x.deps.random);
  const createdAt = new Date(x.clock.now).toISOString();
  const state: Account['state'] = isOldCard(number) ? { at: 'no-number' } : { at: 'unverified', number };
  return {
    techId,
    kind: 'citizen',
    username: number,
    passwordHash: hashedPassword(techId, about.password),
    method: 'officer',
    createdAt,
    status: 'active',
    person: about.person,
    name,
    birth,
    phone,
    ...(isOldCard(number) && { cmnd: number }),
    confirmed: [],
    state,
    history: [
      {
        at: createdAt,
        date: x.clock.today,
        event: 'registered',
        from: null,
        to: state.at,
        by: 'officer',
        rule: null,
        officer: about.officer,
      },
    ],
  };
}

/**
 * An account that an officer makes for a citizen; its first password goes to the citizen's phone.
 * @throws Fault foreign_number, number_taken, phone_taken, sms_not_sent
 */
export async function createFor(
  x: Exchange,
  request: OfficerRequest,
  officer: Officer,
): Promise<{ created: Created; changes: Change[] }> {
  const { number, phone } = request;
  if (!isOldCard(number) && !x.isOurs(number))
    throw new Fault('foreign_number', "the number is not one of the sandbox's own");
  const person = await (isOldCard(number) ? personByCmnd(x, number) : personByNumber(x, number));
  if (person) x.remarks.person = person.slug;
  const known = isOldCard(number) ? undefined : number;
  await refuseTaken(x, { kind: 'citizen', username: number, number: known, phone });
  const password = firstPassword(x.deps.random);
  const account = accountFor(x, request, { password, person: person?.slug ?? null, officer });
  const changes = await saveAccount(x, undefined, account);
  await sendSms(
    x,
    phone,
    `Cán bộ một cửa đã lập tài khoản Cổng Dịch vụ công quốc gia (thử nghiệm) ${number} cho bạn. Mật khẩu đầu: ${password}. Hãy đổi sau khi đăng nhập.`,
  );
  const { techId, username, method, state } = account;
  const created = {
    techId,
    username,
    method,
    state: state.at,
    passwordSentTo: maskedPhone(phone),
    by: officer,
  };
  return { created, changes };
}
