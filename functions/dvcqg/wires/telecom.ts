import { nationalPortal } from '../../../contracts/_national-portal.ts';
import { type CheckResult, checkAnswer, tokenAnswer } from '../../../contracts/_telecom/data.ts';
import { smsAnswer } from '../../../contracts/_telecom/messages.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { call, formOf, jsonOf, read } from '../../_relying/call.ts';

async function bearer(x: Exchange): Promise<{ authorization: string }> {
  const { id, secret } = nationalPortal;
  const asked = formOf({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  const { access_token } = read('telecom', await call(x, 'telecom', '/oauth2/token', asked), tokenAnswer);
  return { authorization: `Bearer ${access_token}` };
}

/** Whose a number is, as it was said. */
export interface SubscriberClaim {
  phone: string;
  number: string;
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth: string;
}

/** Whether the SIM is this person's own. @throws Fault register_unavailable */
export async function checkSubscriber(
  x: Exchange,
  { phone, number, name, birth }: SubscriberClaim,
): Promise<CheckResult> {
  const asked = jsonOf({ msisdn: phone, idNumber: number, fullName: name, dob: birth }, await bearer(x));
  const reply = await call(x, 'telecom', '/subscribers/check', asked);
  // No carrier has such a number: that is an answer, and not a failure.
  if (reply.status === 422) return 'not_registered';
  return read('telecom', reply, checkAnswer).result;
}

/** What a brand may be called in an SMS: eleven ASCII characters. */
const BRAND = 'DVCQG';

const notSent = (why: string): Fault => new Fault('sms_not_sent', why);

/** A text message, handed to the carrier and seen to arrive. @throws Fault sms_not_sent */
export async function sendSms(x: Exchange, to: string, text: string): Promise<void> {
  try {
    const headers = await bearer(x);
    const reply = await call(x, 'telecom', '/sms/messages', jsonOf({ to, from: BRAND, text }, headers));
    if (reply.status === 422 || reply.status === 400)
      throw notSent('no carrier takes messages to this number');
    const { id } = read('telecom', reply, smsAnswer);
    const receipt = await call(x, 'telecom', `/sms/messages/${encodeURIComponent(id)}`, { headers });
    const { status, reason } = read('telecom', receipt, smsAnswer);
    if (status === 'UNDELIVERED') throw notSent(`the carrier could not deliver it: ${reason}`);
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'sms_not_sent') throw error;
    throw notSent(error.detail);
  }
}
