import { type Answer, settlesLater } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import type { Change } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import type { Certificate } from '../_sign/certificate.ts';
import { decided } from '../_sign/patience.ts';
import type { Signing } from '../_sign/signing.ts';
import type { Node } from '../_soap/write.ts';
import { mobileUser, response, status, uri } from './answer-xml.ts';
import { PROFILE, type SignatureAsked, signatureAsked } from './asked.ts';
import { type Asker, asking } from './asking.ts';
import { type Head, uriIn } from './read.ts';
import { resultNodes, resultOf } from './result.ts';
import { refuseUnusable, subscriberOf } from './subscriber.ts';
import { begin, transIdOf } from './transaction.ts';

function answer(
  x: Exchange,
  head: Head,
  id: string,
  content: readonly Node[],
  changes: readonly Change[] = [],
): Answer {
  // SignatureProfile stands before the Status.
  const at = content.length - 1;
  const nodes = [
    ...content.slice(0, at),
    uri('SignatureProfile', uriIn(head.request, 'SignatureProfile') ?? PROFILE),
    ...content.slice(at),
  ];
  const attributes = { MSSP_TransID: transIdOf(id) };
  return response(x, head, {
    operation: 'MSS_Signature',
    name: 'MSS_SignatureResp',
    content: nodes,
    attributes,
    changes,
  });
}

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
  return answer(x, head, id, resultNodes(x, signing, result), changes);
}

const accepted = (
  x: Exchange,
  head: Head,
  id: string,
  { msisdn }: SignatureAsked,
  changes: readonly Change[],
) => answer(x, head, id, [mobileUser(msisdn), status(100)], changes);

/** Told at once, nobody is asked. */
const unasked = (
  x: Exchange,
  head: Head,
  told: { msisdn: string; verdict: 501 | 503 | 505; changes: readonly Change[] },
): Answer =>
  answer(x, head, secret(x.deps.random, 18), [mobileUser(told.msisdn), status(told.verdict)], told.changes);

/** What an asynchronous request can show of a failure that was asked for. */
const atOnce = { 'invalid-signature': 503, 'constraint-mismatch': 505 } as const;

const isAtOnce = (failure: string | undefined): failure is keyof typeof atOnce =>
  failure !== undefined && Object.hasOwn(atOnce, failure);

async function sign(x: Exchange, { head, account }: Asker): Promise<Answer> {
  const asked = signatureAsked(x, head);
  const subscriber = await subscriberOf(x, asked.msisdn, asked.profile);
  refuseUnusable(subscriber);
  const { standing, certificate } = subscriber;
  const { msisdn } = asked;
  // A certificate that was taken back signs nothing.
  if (standing === 'revoked' || standing === 'suspended')
    return unasked(x, head, { msisdn, verdict: 501, changes: subscriber.changes });
  if (!asked.synchronous && isAtOnce(x.failure))
    return unasked(x, head, { msisdn, verdict: atOnce[x.failure], changes: subscriber.changes });
  const { id, signing, changes } = await begin(x, account, head.transId, asked, subscriber);
  if (!asked.synchronous) return accepted(x, head, id, asked, changes);
  if (signing.outcome.at !== 'waiting') return withResult(x, head, { id, signing, certificate, changes });
  const seconds = (signing.until - signing.at) / 1000;
  return settlesLater(changes, async () =>
    withResult(x, head, { id, signing: await decided(x, id, seconds), certificate }),
  );
}

export const signature = asking('MSS_Signature', sign);
