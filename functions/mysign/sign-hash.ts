import type { SignRequest } from '../../contracts/_mysign/data.ts';
import { type Answer, json, settlesLater } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { maskNumbers } from '../_kit/mask.ts';
import { type Certificate, standingOf } from '../_sign/certificate.ts';
import { refuseForeignNumbers } from '../_sign/holder.ts';
import { decided } from '../_sign/patience.ts';
import {
  beginSigning,
  type DocumentToSign,
  isFast,
  type NewSigning,
  type Signing,
} from '../_sign/signing.ts';
import { hashFor, requireLengths } from './algorithms.ts';
import { credentialOf } from './credentials.ts';
import { endedAtOnce, faults, statusOf } from './outcome.ts';
import { type Session, sessionOf } from './session.ts';
import { tell } from './webhook.ts';

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8').normalize('NFC');

/** @throws Fault request_refused */
function requireConsistent({ numSignatures, documents, hash }: SignRequest): void {
  if (numSignatures !== hash.length || documents.length !== hash.length)
    throw new Fault('request_refused', 'numSignatures, documents and hash do not agree in their number');
  if (new Set(documents.map((document) => document.document_id)).size !== documents.length)
    throw new Fault('request_refused', 'a document_id stands twice');
}

function documentsOf(x: Exchange<SignRequest>, certificate: Certificate): DocumentToSign[] {
  const { documents, hash: digests, hashAlgo, signAlgo } = x.input;
  const hash = hashFor(certificate.key, hashAlgo, signAlgo);
  requireLengths(hash, digests);
  return documents.map(({ document_id, document_name }, at) => ({
    id: document_id,
    name: decoded(document_name),
    hash,
    digest: digests[at] as string,
  }));
}

function asked(
  x: Exchange<SignRequest>,
  { account, person, as }: Session,
  certificate: Certificate,
): NewSigning {
  const documents = documentsOf(x, certificate);
  const description = decoded(x.input.description ?? '');
  refuseForeignNumbers(x, { description, documents: documents.map(({ id, name }) => ({ id, name })) });
  const requestId = x.request.headers.get('x-request-id')?.slice(0, 100);
  const own = {
    as,
    async: x.input.async,
    requestId: requestId === undefined ? null : maskNumbers(requestId, x.isOurs),
    told: isFast(x),
  };
  const about = {
    system: 'mysign',
    client: account.clientId,
    asks: account.title,
    certificate,
    description,
    documents,
  };
  x.remarks.person = person.slug;
  return { ...about, tells: x.input.async === 3, own };
}

/** The signatures, or why there are none. @throws Fault timed_out, signer_refused, signing_failed … */
async function outcome(x: Exchange, signing: Signing): Promise<Answer> {
  const status = await statusOf(x, signing);
  if (signing.outcome.at === 'signed') return json({ signatures: signing.outcome.signatures });
  const [code, detail] = faults[status];
  throw new Fault(code, detail);
}

/** `async` 0 and 1: what the signer sees is saved, then the call waits. */
async function whileWaiting(x: Exchange<SignRequest>, request: NewSigning): Promise<Answer> {
  const seconds = x.workspace.settings.mysign.waitSeconds;
  const { id, signing, changes } = await beginSigning(x, { ...request, seconds });
  if (signing.outcome.at !== 'waiting') return { ...(await outcome(x, signing)), changes };
  return settlesLater(changes, async () => outcome(x, await decided(x, id, seconds)));
}

/** Signs hashes: now, or when the signer has agreed. */
export async function signHash(x: Exchange<SignRequest>): Promise<Answer> {
  const session = await sessionOf(x);
  const certificate = await credentialOf(x, session, x.input.credentialID);
  requireConsistent(x.input);
  if (x.input.async === 3 && !session.account.webhook)
    throw new Fault('request_refused', 'this account has no webhook in settings mysign.accounts');
  const request = asked(x, session, certificate);
  const isGood = (await standingOf(x, certificate)) === 'good';
  const isPatient = x.input.async < 2;
  if (isPatient && !isGood) throw new Fault(...faults['13004']);
  if (isPatient) return whileWaiting(x, request);
  const { id, signing, changes } = isGood ? await beginSigning(x, request) : endedAtOnce(x, request, '13004');
  const isTold = request.tells && signing.outcome.at !== 'waiting';
  return json(
    { transactionId: id },
    { changes, ...(isTold && { after: () => tell(x, session.account, id, signing) }) },
  );
}
