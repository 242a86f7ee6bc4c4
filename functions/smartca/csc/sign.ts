import { createHash } from 'node:crypto';
import type { SignHashRequest, SignRequest } from '../../../contracts/_smartca/csc-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { guid } from '../../_oidc/secret.ts';
import { standingOf } from '../../_sign/certificate.ts';
import { refuseForeignNumbers } from '../../_sign/holder.ts';
import type { HashName } from '../../_sign/keys.ts';
import { beginSigning, type DocumentToSign } from '../../_sign/signing.ts';
import { tell } from '../tell.ts';
import { opened } from '../transaction.ts';
import { type Caller, callerOf, said } from './caller.ts';
import { credentialOf } from './credentials.ts';

const types = new Set(['pdf', 'xml', 'docx', 'xlsx', 'pptx']);

export const typeOf = (name: string): string => /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

const bytesOf = (base64: string): Buffer | undefined =>
  base64.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(base64) ? Buffer.from(base64, 'base64') : undefined;

const documentOf = (name: string, place: number, hash: HashName, digest: Buffer): DocumentToSign => ({
  id: String(place + 1),
  name,
  hash,
  digest: digest.toString('base64'),
});

function fileOf({ name, dataBase64 }: SignRequest['datas'][number], place: number): DocumentToSign {
  if (!types.has(typeOf(name)))
    throw new Fault('file_type', `datas.${place}: '${typeOf(name)}' is not signed`);
  const bytes = bytesOf(dataBase64);
  if (!bytes) throw new Fault('data_format', `datas.${place}.dataBase64 is not base64`);
  return documentOf(name, place, 'sha256', createHash('sha256').update(bytes).digest());
}

const hashes: Readonly<Record<number, HashName>> = { 32: 'sha256', 48: 'sha384', 64: 'sha512' };

function hashOf({ name, hash }: SignHashRequest['datas'][number], place: number): DocumentToSign {
  const bytes = bytesOf(hash);
  const algorithm = bytes && hashes[bytes.length];
  if (!bytes || !algorithm)
    throw new Fault('data_format', `datas.${place}.hash is not base64 of a SHA-256, SHA-384 or SHA-512`);
  return documentOf(name, place, algorithm, bytes);
}

type Asked = Omit<SignRequest, 'datas'>;

/** @throws Fault credential_not_exist, credential_not_match */
async function usable(x: Exchange, { holder }: Caller, id: string) {
  const { certificate } = await credentialOf(x, holder, id);
  const standing = await standingOf(x, certificate);
  if (standing !== 'good') throw new Fault('credential_not_exist', `the certificate is ${standing}`);
  return certificate;
}

async function ask(x: Exchange<Asked>, kind: 'SIGN' | 'SIGNHASH', read: () => DocumentToSign[]) {
  const caller = await callerOf(x);
  const { credentialId, refTranId = null, notifyUrl = null, description } = x.input;
  const certificate = await usable(x, caller, credentialId);
  const documents = read();
  const datas = documents.map(({ name }) => name);
  refuseForeignNumbers(x, { refTranId, notifyUrl, description: description ?? '', datas });
  const code = guid(x.deps.random);
  const { clientId, title } = caller.application;
  const begun = await beginSigning(x, {
    system: 'smartca',
    client: clientId,
    asks: title ?? clientId,
    certificate,
    description: description ?? `Ký ${documents.length} tài liệu / Sign ${documents.length} documents`,
    documents,
    tells: notifyUrl !== null,
    own: { code, kind, notifyUrl },
  });
  const { person, number } = certificate;
  const transaction = { api: 'csc', by: 'app', client: clientId, person, number, signing: begun.id } as const;
  const changes = [...begun.changes, ...opened(x, code, { ...transaction, reference: refTranId })];
  return {
    ...said({ tranId: code }, changes, 'Chờ người dùng xác nhận'),
    after: async () => {
      await tell(x, begun.id);
    },
  };
}

export const signFile = (x: Exchange<SignRequest>) => ask(x, 'SIGN', () => x.input.datas.map(fileOf));

export const signHash = (x: Exchange<SignHashRequest>) => ask(x, 'SIGNHASH', () => x.input.datas.map(hashOf));
