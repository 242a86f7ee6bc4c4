import { type Answer, settlesLater } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import type { Certificate } from '../_sign/certificate.ts';
import { decided } from '../_sign/patience.ts';
import type { Signing } from '../_sign/signing.ts';
import { mobileUser, status } from './answer-xml.ts';
import { type SignatureAsked, signatureAsked } from './asked.ts';
import { type Asker, asking } from './asking.ts';
import { notify } from './notify.ts';
import type { Head } from './read.ts';
import { resultNodes, resultOf, signatureResponse } from './result.ts';
import { refuseUnusable, subscriberOf } from './subscriber.ts';
import { type Begun, begin } from './transaction.ts';

interface Decided {
  id: string;
  signing: Signing;
  certificate: Certificate;
  changes?: readonly Change[];
}

async function withResult(x: Exchange, head: Head, told: Decided): Promise<Answer> {
  const { id, signing, certificate, changes } = told;
  const result = await resultOf(x, signing, certificate);
  if (!result) throw new Fault('expired_transaction', 'the signer has not answered in time');
  const content = resultNodes(x, signing, result);
  return signatureResponse(x, head, { id, profile: String(signing.own.profile), content, changes });
}

const accepted = (
  x: Exchange,
  head: Head,
  id: string,
  { msisdn, profile }: SignatureAsked,
  changes: readonly Change[],
) => signatureResponse(x, head, { id, profile, content: [mobileUser(msisdn), status(100)], changes });

/** Told at once, nobody is asked. */
function unasked(
  x: Exchange,
  head: Head,
  { msisdn, profile }: SignatureAsked,
  { verdict, changes }: { verdict: 501 | 503 | 505; changes: readonly Change[] },
): Answer {
  const content = [mobileUser(msisdn), status(verdict)];
  return signatureResponse(x, head, { id: secret(x.deps.random, 18), profile, content, changes });
}

/** What an asynchronous request can show of a failure that was asked for. */
const atOnce = { 'invalid-signature': 503, 'constraint-mismatch': 505 } as const;

const isAtOnce = (failure: string | undefined): failure is keyof typeof atOnce =>
  failure !== undefined && Object.hasOwn(atOnce, failure);

/** Asynchronous: the AP asks what came of it, or is told, at once where nobody has to be asked. */
function begun(x: Exchange, { head, account }: Asker, asked: SignatureAsked, what: Begun): Answer {
  const { id, signing, changes } = what;
  const answer = accepted(x, head, id, asked, changes);
  const isTold = asked.mode === 'asynchServerServer' && signing.outcome.at !== 'waiting';
  return isTold ? { ...answer, after: () => notify(x, account, id, signing) } : answer;
}

async function sign(x: Exchange, asker: Asker): Promise<Answer> {
  const { head, account } = asker;
  const asked = signatureAsked(x, head);
  const isAsynchronous = asked.mode !== 'synch';
  if (asked.mode === 'asynchServerServer' && !account.notificationUrl)
    throw new Fault('wrong_param', 'this AP has no notificationUrl in settings simpki.accounts');
  const subscriber = await subscriberOf(x, asked.msisdn, asked.profile);
  refuseUnusable(subscriber);
  const { standing, certificate } = subscriber;
  // A certificate that was taken back signs nothing.
  if (standing === 'revoked' || standing === 'suspended')
    return unasked(x, head, asked, { verdict: 501, changes: subscriber.changes });
  if (isAsynchronous && isAtOnce(x.failure))
    return unasked(x, head, asked, { verdict: atOnce[x.failure], changes: subscriber.changes });
  const what = await begin(x, account, head, asked, subscriber);
  if (isAsynchronous) return begun(x, asker, asked, what);
  const { id, signing, changes } = what;
  if (signing.outcome.at !== 'waiting') return withResult(x, head, { id, signing, certificate, changes });
  const seconds = (signing.until - signing.at) / 1000;
  return settlesLater(changes, async () =>
    withResult(x, head, { id, signing: await decided(x, id, seconds), certificate }),
  );
}

export const signature = asking('MSS_Signature', sign);
