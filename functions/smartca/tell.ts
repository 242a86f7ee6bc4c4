import { empty } from '../_kit/answer.ts';
import { deliver } from '../_kit/deliver.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { outgoing } from '../_kit/outgoing.ts';
import { kind } from '../_kit/store.ts';
import { type Signing, signingById, stageOf } from '../_sign/signing.ts';
import { applicationById } from './applications.ts';
import { onWire } from './sp769/documents.ts';
import { messageOf } from './sp769/message.ts';
import { type ByApp, transactionByCode } from './transaction.ts';

const notices = kind<Record<string, never>>(
  'smartca',
  'told',
  'id: of a request to sign. The service provider was told what became of it. A day.',
);

/** Of parallel callers only one may tell. */
async function mayTell(x: Exchange, id: string): Promise<boolean> {
  const change = x.put(notices, id, {}, { lifetime: 86_400, if: 'absent' });
  return (await x.deps.store.commit([change], x.clock.now)).ok;
}

const post = (url: string, body: unknown) => () =>
  new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The webhook of sp769. */
async function tellProvider(x: Exchange, signing: Signing, { client, reference }: ByApp): Promise<void> {
  const webhook = applicationById(x, client)?.webhook;
  if (!webhook) return;
  const { outcome, documents, person } = signing;
  const signed = outcome.at === 'signed';
  const body = {
    sp_id: client,
    status_code: signed ? 200 : 403,
    message: messageOf(x, signing),
    transaction_id: reference,
    signed_files: signed ? onWire(documents, outcome.signatures) : [],
  };
  await deliver(x, 'webhook', post(webhook, body), { client, person, body });
}

/** The address that came with a request of the CSC-like interface: once, whatever it answers. */
async function notify(x: Exchange, { own, outcome, person, client }: Signing, { reference }: ByApp) {
  if (typeof own.notifyUrl !== 'string') return;
  const body = { tranId: own.code, refTranId: reference, status: outcome.at === 'signed' ? 1 : 0 };
  await outgoing(x, 'notifyUrl', post(own.notifyUrl, body), { client, person, body });
}

/** Tells whoever asked what became of a request to sign, once, as soon as it is decided or its time is over. */
export async function tell(x: Exchange, id: string): Promise<boolean> {
  const signing = (await signingById(x, id))?.value;
  if (signing?.system !== 'smartca') return false;
  const code = signing.own.code;
  const transaction = (await transactionByCode(x, String(code)))?.value;
  if (transaction?.by !== 'app') return false;
  Object.assign(x.remarks, { person: signing.person, client: signing.client });
  const isOver = stageOf(x, signing) !== 'waiting' && (await mayTell(x, id));
  const way = transaction.api === 'csc' ? notify : tellProvider;
  if (isOver) await way(x, signing, transaction);
  return true;
}

/** The sandbox says that a signer has decided, or that the time is over. */
export async function decided(x: Exchange) {
  if (!(await tell(x, x.params.id ?? ''))) throw new Fault('not_found', 'there is no such request to sign');
  return empty();
}
