import * as z from 'zod';
import { both } from '../_person/primitives.ts';

const text = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

/** An id of the service provider's own. */
const id = z.lazy(() => text(100));

/** Of the citizen card, the old card or a passport, or a tax code. */
const userId = z.lazy(() => z.string().trim().min(1).max(30));

/** Hex; empty says nothing, as clients in the field send it. */
const serialNumber = z.lazy(() =>
  z.string().regex(/^[\dA-Fa-f]{0,64}$/, both('Số serial dạng hex', 'A serial number in hex')),
);

const provider = z.lazy(() =>
  z.strictObject({ sp_id: z.string().max(200), sp_password: z.string().max(200) }),
);

export const certificateRequest = z.lazy(() =>
  provider.unwrap().extend({
    user_id: userId,
    serial_number: serialNumber.nullish(),
    transaction_id: id.nullish(),
  }),
);

export type CertificateRequest = z.output<typeof certificateRequest>;

const userCertificate = z.lazy(() =>
  z.strictObject({
    cert_id: z.string(),
    /** DER, base64. */
    cert_data: z.string(),
    /** Those above it, DER in base64, the root last. */
    chain_data: z.array(z.string()),
    serial_number: z.string(),
    transaction_id: z.string().nullable(),
  }),
);

export const certificateAnswer = z.lazy(() =>
  z.strictObject({
    status_code: z.literal(200),
    message: z.string(),
    data: z.strictObject({ user_certificates: z.array(userCertificate) }),
  }),
);

/** How long a file may be, in base64: what a function behind AWS's gateway can take. */
const MOST_BASE64 = 4_000_000;

const fileOptions = z.lazy(() =>
  z.strictObject({
    /** xml, json, word, pdf, excel … */
    file_type: text(20).nullish(),
    sign_type: z.enum(['hash', 'file']).default('hash'),
  }),
);

const signFile = z.lazy(() =>
  z.strictObject({
    /** Hex of a hash, or base64 of a file. */
    data_to_be_signed: z.string().min(1).max(MOST_BASE64),
    /** Shown to the signer. */
    doc_id: id,
    file_options: fileOptions.nullish(),
  }),
);

export type SignFile = z.output<typeof signFile>;

export const signRequest = z.lazy(() =>
  provider.unwrap().extend({
    user_id: userId,
    transaction_id: id,
    serial_number: serialNumber.unwrap().min(1),
    time_stamp: z.string().max(30).nullish(),
    sign_files: z.array(signFile).min(1).max(100),
  }),
);

export type SignRequest = z.output<typeof signRequest>;

const signedFile = z.lazy(() =>
  z.strictObject({
    doc_id: z.string(),
    /** PKCS #1 v1.5, or DER of ECDSA; base64. */
    signature_value: z.string(),
    /** When it was signed, `yyyyMMddHHmmssZ`. */
    timestamp_signature: z.string().nullable(),
  }),
);

/** Where a request to sign stands. The wire names none of these words. */
export const signMessage = z.lazy(() =>
  z.enum(['SUCCESS', 'WAITING_FOR_USER', 'REJECTED', 'EXPIRED', 'PIN_BLOCKED', 'FAILED']),
);

export type SignMessage = z.output<typeof signMessage>;

export const signAnswer = z.lazy(() =>
  z.strictObject({
    status_code: z.literal(200),
    message: signMessage,
    data: z.strictObject({
      transaction_id: z.string(),
      /** Null: not signed, or not yet. */
      signed_files: z.array(signedFile).nullable(),
    }),
  }),
);

export const statusRequest = z.lazy(() => provider.unwrap().extend({ transaction_id: id }));

export type StatusRequest = z.output<typeof statusRequest>;

/** As the national eSign portal calls the authorities. */
export const neacAuthorities = {
  'VNPT-CA': 'vnpt-ca',
  'Viettel-CA': 'viettel-ca',
  CA2: 'ca2',
  BkavCA: 'bkav-ca',
  'FPT-CA': 'fpt-ca',
  TrustCA: 'trust-ca',
  'MISA-CA': 'misa-ca',
} as const;

export type NeacName = keyof typeof neacAuthorities;

const neacName = z.lazy(() => z.enum(Object.keys(neacAuthorities) as [NeacName, ...NeacName[]]));

export const neacCertificateRequest = z.lazy(() => z.strictObject({ user_id: userId, ca_name: neacName }));

export type NeacCertificateRequest = z.output<typeof neacCertificateRequest>;

export const neacSignRequest = z.lazy(() =>
  z.strictObject({
    user_id: userId,
    ca_name: neacName,
    cert_data: z.string().max(20_000).nullish(),
    serial_number: serialNumber.unwrap().min(1),
    transaction_id: id,
    sign_files: z
      .array(
        z.strictObject({
          doc_id: id,
          file_name: text(200),
          file_base64: z.string().min(1).max(MOST_BASE64),
        }),
      )
      .min(1)
      .max(20),
  }),
);

export type NeacSignRequest = z.output<typeof neacSignRequest>;

export const tokenForm = z.lazy(() =>
  z.looseObject({ grant_type: z.string().optional(), scope: z.string().max(500).optional() }),
);

export const tokenAnswer = z.lazy(() =>
  z.strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
  }),
);
