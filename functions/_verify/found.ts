import type { X509Certificate } from 'node:crypto';
import type { StatusAnswers } from './verdict.ts';

/** A signature as it was found in a document, whatever the document is, and what cryptography says of it. */
export interface Found {
  /** As in `ETSI.CAdES.detached`. */
  form: string;
  certificate: X509Certificate | undefined;
  /** What the document has to complete chains with. */
  certificates: readonly X509Certificate[];
  /** What it covers is as it was when it was signed. */
  intact: boolean;
  /** The signature value is of the certificate's key. */
  genuine: boolean;
  hash: string;
  /** Every hash that it rests on; undefined: one that is unknown. */
  hashes: readonly (string | undefined)[];
  /** Epoch milliseconds. */
  claimed: number | undefined;
  /** A token, DER, and the bytes that it is to be over. */
  timeStamp: { token: Uint8Array; over: Uint8Array } | undefined;
  coversWhole: boolean;
  /** What was added after it, in English; undefined: nothing that changes the document. */
  added: string | undefined;
  proofs: StatusAnswers;
  isAdes: boolean;
}

/** A document and all its signatures. */
export interface FoundIn {
  format: 'pdf' | 'xml' | 'cms';
  signatures: Found[];
}
