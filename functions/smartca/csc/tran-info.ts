import { type TranInfoRequest, type TranStatus, tranStatuses } from '../../../contracts/_smartca/csc-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { certificateBySerial } from '../../_sign/certificate.ts';
import { credentialIdOf } from '../../_sign/decision769.ts';
import { type Signing, signingById, stageOf } from '../../_sign/signing.ts';
import { transactionByCode } from '../transaction.ts';
import { callerOf, fixedId, said } from './caller.ts';
import { typeOf } from './sign.ts';

const states: Readonly<Record<ReturnType<typeof stageOf>, TranStatus>> = {
  signed: 'SUCCESS',
  waiting: 'WAITING_FOR_SIGNER_CONFIRM',
  expired: 'EXPIRED',
  refused: 'SIGNER_REJECTED',
  blocked: 'AUTHORIZE_KEY_FAILED',
  failed: 'SIGN_FAILED',
};

const documentsOf = ({ documents, outcome, own }: Signing) =>
  documents.map(({ name, digest }, at) => ({
    name,
    type: typeOf(name),
    size: null,
    data: own.kind === 'SIGNHASH' ? digest : null,
    hash: digest,
    sig: outcome.at === 'signed' ? outcome.signatures[at] : null,
    dataSigned: null,
    url: null,
  }));

/** @throws Fault transaction_not_found, transaction_not_match */
async function askedFor(x: Exchange<TranInfoRequest>) {
  const { application, holder } = await callerOf(x);
  const code = x.input.tranId.toLowerCase();
  const transaction = (await transactionByCode(x, code))?.value;
  const signing =
    transaction?.by === 'app' && transaction.api === 'csc'
      ? (await signingById(x, transaction.signing))?.value
      : undefined;
  if (!transaction || !signing) throw new Fault('transaction_not_found', 'no transaction has this tranId');
  const certificate = await certificateBySerial(x, signing.serial);
  // Gone after an import into another deployment: keys are never exported.
  if (!certificate) throw new Fault('transaction_not_found', 'its certificate is gone');
  const isOwn = transaction.person === holder.person.slug && certificate.kind === holder.kind;
  if (!isOwn || transaction.client !== application.clientId)
    throw new Fault('transaction_not_match', 'the transaction is not of the user of this access token');
  return { code, transaction, signing, certificate };
}

export async function tranInfo(x: Exchange<TranInfoRequest>) {
  const { code, transaction, signing, certificate } = await askedFor(x);
  const status = states[stageOf(x, signing)];
  const isHash = signing.own.kind === 'SIGNHASH';
  return said({
    refTranId: transaction.reference,
    documents: documentsOf(signing),
    tranId: code,
    sub: fixedId(`user ${transaction.number}`),
    credentialId: credentialIdOf(certificate),
    tranType: isHash ? 3 : 1,
    tranTypeDesc: isHash ? 'SIGNHASH' : 'SIGN',
    tranStatus: tranStatuses[status],
    tranStatusDesc: status,
    reqTime: new Date(signing.at).toISOString(),
  });
}
