import type { SignFile } from '../../../contracts/_smartca/sp769-data.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { readHexDigest, readTimeStamp } from '../../_sign/decision769.ts';
import { refuseForeignNumbers } from '../../_sign/holder.ts';
import type { DocumentToSign } from '../../_sign/signing.ts';

const invalid = (place: number, what: string): Fault =>
  new Fault('sign_files_invalid', `sign_files.${place}: ${what}`);

function documentOf(file: SignFile, place: number, files: readonly SignFile[]): DocumentToSign {
  const { doc_id, file_type, sign_type, data_to_be_signed } = file;
  if (sign_type !== 'hash') throw invalid(place, 'SmartCA signs nothing but a hash');
  if (files.findIndex((each) => each.doc_id === doc_id) < place)
    throw invalid(place, 'this doc_id stands there twice');
  const read = readHexDigest(data_to_be_signed);
  if (!read) throw invalid(place, 'data_to_be_signed is not the hex of a SHA-256, SHA-384 or SHA-512');
  const name = file_type ? `${doc_id} (${file_type})` : doc_id;
  return { id: doc_id, name, hash: read.hash, digest: read.digest.toString('base64') };
}

interface Asked {
  transaction_id: string;
  transaction_desc?: string | null | undefined;
  time_stamp?: string | null | undefined;
  sign_files: readonly SignFile[];
}

/** @throws Fault sign_files_invalid */
function checkTimeStamp(x: Exchange, text: string | null | undefined): void {
  const { timeStampSeconds } = x.workspace.settings.smartca;
  const time = text ? readTimeStamp(text) : undefined;
  if (text && time === undefined)
    throw new Fault('sign_files_invalid', 'time_stamp is not a time as yyyyMMddHHmmssZ');
  if (timeStampSeconds === null) return;
  // By real time: the clock of the service provider is not the workspace's to move.
  if (time === undefined || Math.abs(time - x.clock.real) > timeStampSeconds * 1000)
    throw new Fault(
      'sign_files_invalid',
      `time_stamp is not within ${timeStampSeconds} seconds of real time`,
    );
}

/** What is to be signed. @throws Fault sign_files_invalid, foreign_number */
export function documentsOf(x: Exchange, asked: Asked): DocumentToSign[] {
  const { time_stamp, sign_files, transaction_id, transaction_desc } = asked;
  checkTimeStamp(x, time_stamp);
  const documents = sign_files.map(documentOf);
  const names = documents.map(({ id, name }) => [id, name]);
  refuseForeignNumbers(x, { transaction_id, transaction_desc: transaction_desc ?? '', sign_files: names });
  return documents;
}

/** What the wire says of documents that are signed. */
export const onWire = (documents: readonly DocumentToSign[], signatures: readonly string[]) =>
  documents.map(({ id }, at) => ({
    doc_id: id,
    signature_value: signatures[at]!,
    timestamp_signature: null,
  }));
