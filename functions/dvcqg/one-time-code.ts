import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { digest, matches } from '../_kit/perform.ts';
import type { Change, Item } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import { type CodePurpose, codes, type SentCode } from './sent-code.ts';
import { sendSms } from './wires/telecom.ts';

export type { CodePurpose };

const words: Readonly<Record<CodePurpose, string>> = {
  register: 'đăng ký tài khoản',
  'sign-in': 'đăng nhập',
  recover: 'lấy lại tài khoản',
  phone: 'đổi số điện thoại',
};

/** How long a code that has expired is still known as that, and how long codes that were sent are counted. */
const REMEMBERED_SECONDS = 900;
/** Codes for one purpose and subject within that time: with so few, trying them all comes to nothing. Ours. */
const MOST_SENT = 5;

const idOf = (purpose: CodePurpose, subject: string): string => digest(`${purpose}:${subject}`);

function newCode(digits: number, random: (bytes: number) => Uint8Array): string {
  const number = Buffer.from(random(6)).readUIntBE(0, 6);
  return String(number % 10 ** digits).padStart(digits, '0');
}

const duration = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} phút` : `${seconds} giây`;

/** `09•• ••• 101` */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 2)}•• ••• ${phone.slice(-3)}`;

/** How many codes this is the last of. @throws Fault too_many_codes */
function counted({ clock }: Exchange, before: SentCode | undefined): Pick<SentCode, 'sent' | 'since'> {
  const end = (before?.since ?? 0) + REMEMBERED_SECONDS * 1000;
  if (!before || end <= clock.now) return { sent: 1, since: clock.now };
  if (before.sent < MOST_SENT) return { sent: before.sent + 1, since: before.since };
  throw new Fault('too_many_codes', `${MOST_SENT} codes were sent and none was given back`, {
    headers: { 'retry-after': String(Math.ceil((end - clock.now) / 1000)) },
  });
}

/**
 * Sends a code by SMS, and says what is to be saved. Of codes for one purpose and subject only the last one counts, so
 * that to send again is to begin again. `handle`: what the browser or caller shows again together with the code.
 * @throws Fault sms_not_sent, too_many_codes
 */
export async function beginCode(
  x: Exchange,
  { purpose, phone, subject }: { purpose: CodePurpose; phone: string; subject: string },
): Promise<{ handle: string; changes: Change[]; seconds: number; sentTo: string }> {
  const { digits, seconds } = x.workspace.settings.dvcqg.otp;
  const id = idOf(purpose, subject);
  const before = await x.read(codes, id);
  const count = counted(x, before?.value);
  const handle = `${id}.${secret(x.deps.random, 18)}`;
  const code = newCode(digits, x.deps.random);
  const text = `Mã xác thực ${words[purpose]} Cổng Dịch vụ công quốc gia (thử nghiệm) của bạn là ${code}, hết hạn sau ${duration(seconds)}. Không đưa mã này cho bất kỳ ai.`;
  await sendSms(x, phone, text);
  const sent: SentCode = {
    purpose,
    subject,
    handleHash: digest(handle),
    codeHash: digest(`${handle}:${code}`),
    expires: x.clock.now + seconds * 1000,
    wrong: 0,
    ...count,
  };
  const change = x.put(codes, id, sent, {
    lifetime: seconds + REMEMBERED_SECONDS,
    if: before ? { version: before.version } : 'absent',
  });
  return { handle, changes: [change], seconds, sentTo: maskedPhone(phone) };
}

/** What came of a code. Either way there may be something to save: `return refuse(fault, changes)`. */
export type Checked =
  | { ok: true; subject: string; changes: Change[] }
  | { ok: false; fault: Fault; changes: Change[] };

const refused = (code: string, detail: string, changes: Change[] = []): Checked => ({
  ok: false,
  fault: new Fault(code, detail),
  changes,
});

/** A wrong try, counted exactly however many come at once. */
function missed(x: Exchange, item: Item<SentCode>): Checked {
  const { tries } = x.workspace.settings.dvcqg.otp;
  const wrong = item.value.wrong + 1;
  const change = x.put(
    codes,
    item.key[3],
    { ...item.value, wrong },
    { if: { version: item.version }, ...(item.expires !== undefined && { expires: item.expires }) },
  );
  return wrong < tries
    ? refused('wrong_code', `not the code that was sent; ${tries - wrong} tries are left`, [change])
    : refused('too_many_wrong_codes', `${tries} wrong tries: the code is void`, [change]);
}

/** Whether this is the code that was sent with this handle; a right one is spent by its changes. */
export async function checkCode(
  x: Exchange,
  purpose: CodePurpose,
  handle: string,
  code: string,
): Promise<Checked> {
  const item = await x.read(codes, handle.split('.')[0] ?? '');
  if (item?.value.purpose !== purpose || !matches(handle, item.value.handleHash))
    return refused('code_expired', 'no code waits under this handle: it was used, or another was sent');
  const { value } = item;
  if (value.wrong >= x.workspace.settings.dvcqg.otp.tries)
    return refused('too_many_wrong_codes', 'the code is void after too many wrong tries');
  if (value.expires <= x.clock.now) return refused('code_expired', 'the time of the code is over');
  if (!matches(`${handle}:${code.replace(/\s/g, '')}`, value.codeHash)) return missed(x, item);
  return { ok: true, subject: value.subject, changes: [x.remove(item)] };
}
