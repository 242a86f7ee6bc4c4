import { X509Certificate } from 'node:crypto';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { element, mobileUser, response, status, uri } from './answer-xml.ts';
import { ENTERPRISE, PROFILE } from './asked.ts';
import { type Asker, asking } from './asking.ts';
import { childOf, msisdnIn, neededAttribute } from './read.ts';
import { resultNodes, resultOf } from './result.ts';
import { refuseUnusable, subscriberOf } from './subscriber.ts';
import { transactionOf } from './transaction.ts';

/** What has come of an asynchronous request. */
async function query(x: Exchange, { head, account }: Asker): Promise<Answer> {
  const { signing } = await transactionOf(x, account, neededAttribute(head.request, 'MSSP_TransID'));
  const result = await resultOf(x, signing);
  const content = result
    ? resultNodes(x, signing, result)
    : [mobileUser(String(signing.own.msisdn)), status(504)];
  return response(x, head, { operation: 'MSS_StatusQuery', name: 'MSS_StatusResp', content });
}

export const statusQuery = asking('MSS_StatusQuery', query);

/** A text for the phone, over the phone's own wire. */
async function show(x: Exchange, person: string, from: string, text: string): Promise<void> {
  const url = `${x.deps.origin}/${x.workspace.id}/phone/${encodeURIComponent(person)}/api/messages`;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ from: from.slice(0, 40), text });
  // Whether it arrived is not part of the answer.
  await x.deps.fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
}

/** The AP tells the signer what came of the signature. */
async function acknowledge(x: Exchange, { head, account }: Asker): Promise<Answer> {
  const { request } = head;
  const { signing } = await transactionOf(x, account, neededAttribute(request, 'MSSP_TransID'));
  if (msisdnIn(request) !== signing.own.msisdn)
    throw new Fault('wrong_param', 'the transaction is of another MSISDN');
  const message = childOf(request, 'Message');
  const isText = message && /^text\/plain\b/.test(message.attributes.MimeType ?? 'text/plain');
  const text = isText ? message.text.normalize('NFC').trim().slice(0, 239) : '';
  const answer = response(x, head, {
    operation: 'MSS_Receipt',
    name: 'MSS_ReceiptResp',
    content: [status(100)],
  });
  return text === '' ? answer : { ...answer, after: () => show(x, signing.person, account.name, text) };
}

export const receipt = asking('MSS_Receipt', acknowledge);

/** Which profiles a SIM can sign with. */
async function profiles(x: Exchange, { head }: Asker): Promise<Answer> {
  const subscriber = await subscriberOf(x, msisdnIn(head.request));
  refuseUnusable(subscriber);
  const both = subscriber.person.organisation ? [PROFILE, ENTERPRISE] : [PROFILE];
  const content = [...both.map((each) => uri('SignatureProfile', each)), status(100)];
  const { changes } = subscriber;
  return response(x, head, { operation: 'MSS_ProfileQuery', name: 'MSS_ProfileResp', content, changes });
}

export const profile = asking('MSS_ProfileQuery', profiles);

const publicKeyOf = (der: string): string =>
  new X509Certificate(Buffer.from(der, 'base64')).publicKey
    .export({ format: 'der', type: 'spki' })
    .toString('base64');

/** The subscriber's certificate, as published clients ask for it before they sign. */
async function certificates(x: Exchange, { head }: Asker): Promise<Answer> {
  const { certificate, changes } = await subscriberOf(x, msisdnIn(head.request));
  const { der } = certificate;
  const content = [
    status(408),
    element('CertificateResponse', [element('X509Certificate', der), element('PublicKey', publicKeyOf(der))]),
  ];
  return response(x, head, { operation: 'MSS_Registration', name: 'MSS_RegistrationResp', content, changes });
}

export const registration = asking('MSS_Registration', certificates);
