import { createHash } from 'node:crypto';
import {
  type NeacSignRequest,
  neacAuthorities,
  type SignFile,
  type SignRequest,
  type StatusRequest,
} from '../../contracts/_ca769/data.ts';
import type { AuthorityName } from '../../contracts/_sign/authorities.ts';
import { digest } from '../_kit/admit.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { readHexDigest, readTimeStamp } from '../_sign/decision769.ts';
import { refuseForeignNumbers } from '../_sign/holder.ts';
import { beginSigning, type DocumentToSign } from '../_sign/signing.ts';
import { bearerOf, callerOf } from './caller.ts';
import { invalidDocument, requireDistinct } from './domain.ts';
import { authorityIn, usableCertificate } from './subscriber.ts';
import { type Name, opened, told, toldAgain, toldOf } from './transaction.ts';

/** What both variants of the wire come to. */
interface Asked {
  number: string;
  serial: string;
  files: readonly (SignFile & { name?: string })[];
}

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);

/** @throws Fault invalid_document */
function digestOf({ data_to_be_signed: data, file_options }: SignFile, place: number) {
  if (file_options?.sign_type === 'file') {
    if (!isBase64(data)) throw invalidDocument(place, 'data_to_be_signed is not base64');
    const digest = createHash('sha256').update(Buffer.from(data, 'base64')).digest();
    return { hash: 'sha256' as const, digest };
  }
  const read = readHexDigest(data);
  if (!read)
    throw invalidDocument(place, 'data_to_be_signed is not the hex of a SHA-256, SHA-384 or SHA-512');
  return read;
}

function documentOf(file: Asked['files'][number], place: number): DocumentToSign {
  const { hash, digest } = digestOf(file, place);
  const about = file.name ?? file.file_options?.file_type;
  // doc_id stands in the signing app as it does at the service provider.
  const name = about ? `${file.doc_id} (${about})` : file.doc_id;
  return { id: file.doc_id, name, hash, digest: digest.toString('base64') };
}

function described(documents: readonly DocumentToSign[]): string {
  const [{ name } = { name: '' }, ...others] = documents;
  if (others.length === 0) return `Ký ${name} / Sign ${name}`;
  return `Ký ${documents.length} tài liệu / Sign ${documents.length} documents`;
}

async function ask(x: Exchange, name: Name, { number, serial, files }: Asked): Promise<Answer> {
  requireDistinct(files);
  const documents = files.map(documentOf);
  const asked = digest(JSON.stringify([number, serial.toUpperCase(), documents]));
  const before = await toldAgain(x, name, asked);
  if (before) return before;
  const { provider, authority, transaction } = name;
  refuseForeignNumbers(x, { transaction, documents: documents.map(({ id, name }) => [id, name]) });
  const certificate = await usableCertificate(x, authority as AuthorityName, number, serial);
  const { id, signing, changes } = await beginSigning(x, {
    system: 'ca769',
    client: provider.spId,
    asks: provider.title ?? provider.spId,
    certificate,
    description: described(documents),
    documents,
    tells: false,
    own: { authority, transaction },
  });
  return told(x, name, signing, [...changes, opened(x, name, id, asked)]);
}

/** @throws Fault invalid_time_stamp */
function checkTimeStamp(x: Exchange, text: string | null | undefined): void {
  const { timeStampSeconds } = x.workspace.settings.ca769;
  const time = text ? readTimeStamp(text) : undefined;
  if (text && time === undefined) throw new Fault('invalid_time_stamp', 'not a time as yyyyMMddHHmmssZ');
  if (timeStampSeconds === null) return;
  // By real time: the clock of the service provider is not the workspace's to move.
  if (time === undefined || Math.abs(time - x.clock.real) > timeStampSeconds * 1000)
    throw new Fault('invalid_time_stamp', `not within ${timeStampSeconds} seconds of real time`);
}

export function sign(x: Exchange<SignRequest>) {
  const provider = callerOf(x);
  const { user_id: number, serial_number: serial, sign_files: files, transaction_id, time_stamp } = x.input;
  checkTimeStamp(x, time_stamp);
  return ask(
    x,
    { authority: authorityIn(x), provider, transaction: transaction_id },
    { number, serial, files },
  );
}

export function status(x: Exchange<StatusRequest>) {
  const provider = callerOf(x);
  return toldOf(x, { authority: authorityIn(x), provider, transaction: x.input.transaction_id });
}

export async function neacSignFile(x: Exchange<NeacSignRequest>) {
  const provider = await bearerOf(x);
  const { user_id: number, serial_number: serial, ca_name, transaction_id, sign_files } = x.input;
  const files = sign_files.map(({ doc_id, file_name, file_base64 }) => ({
    doc_id,
    name: file_name,
    data_to_be_signed: file_base64,
    file_options: { sign_type: 'file' as const },
  }));
  const authority = neacAuthorities[ca_name];
  return ask(x, { authority, provider, transaction: transaction_id }, { number, serial, files });
}
