import * as z from 'zod';
import { both } from '../_person/primitives.ts';

const text = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

const id = z.lazy(() => text(100));

const serialNumber = z.lazy(() =>
  z
    .string()
    .trim()
    .regex(/^[\dA-Fa-f]{0,64}$/, both('Số serial dạng hex', 'A serial number in hex')),
);

const caller = z.lazy(() =>
  z.strictObject({
    sp_id: z.string().max(200),
    sp_password: z.string().max(200),
    /** Of the citizen card, the old card or a passport, or a tax code. */
    user_id: z.string().trim().min(1).max(30),
  }),
);

export const certificateRequest = z.lazy(() =>
  caller.unwrap().extend({ serial_number: serialNumber.nullish(), transaction_id: id.nullish() }),
);

export type CertificateRequest = z.output<typeof certificateRequest>;

const userCertificate = z.lazy(() =>
  z.strictObject({
    service_type: z.enum(['SMARTCA', 'ESEAL']),
    service_name: z.string(),
    cert_id: z.string(),
    cert_status: z.string(),
    serial_number: z.string(),
    cert_subject: z.string(),
    cert_valid_from: z.string(),
    cert_valid_to: z.string(),
    /** DER, base64. */
    cert_data: z.string(),
    chain_data: z.strictObject({ ca_cert: z.string().nullable(), root_cert: z.string().nullable() }),
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

const signFile = z.lazy(() =>
  z.strictObject({
    /** Hex of a hash: the wire signs nothing else. */
    data_to_be_signed: z.string().trim().min(1).max(200),
    /** Shown to the signer. */
    doc_id: id,
    /** xml, json, word, pdf … */
    file_type: text(20).nullish(),
    sign_type: z.string().max(20),
  }),
);

export type SignFile = z.output<typeof signFile>;

const toSign = z.lazy(() =>
  caller.unwrap().extend({
    transaction_id: id,
    transaction_desc: text(500).nullish(),
    time_stamp: z.string().max(30).nullish(),
    sign_files: z.array(signFile).min(1).max(100),
  }),
);

export const signRequest = z.lazy(() => toSign.unwrap().extend({ serial_number: serialNumber.nullish() }));

export type SignRequest = z.output<typeof signRequest>;

export const signAnswer = z.lazy(() =>
  z.strictObject({
    status_code: z.literal(200),
    message: z.literal('sig_wait_for_user_confirm'),
    data: z.strictObject({ transaction_id: z.string(), tran_code: z.guid() }),
  }),
);

const signature = z.lazy(() =>
  z.strictObject({
    doc_id: z.string(),
    /** PKCS #1 v1.5, or DER of ECDSA; base64. */
    signature_value: z.string(),
    timestamp_signature: z.null(),
  }),
);

/** Where a request to sign stands. `SUCCESS`, `EXPIRED` and that it waits are known; the others are ours. */
export const statusMessage = z.lazy(() =>
  z.enum([
    'SUCCESS',
    'sig_wait_for_user_confirm',
    'EXPIRED',
    'SIGNER_REJECTED',
    'AUTHORIZE_KEY_FAILED',
    'SIGN_FAILED',
  ]),
);

export type StatusMessage = z.output<typeof statusMessage>;

export const statusAnswer = z.lazy(() =>
  z.strictObject({
    status_code: z.literal(200),
    message: statusMessage,
    data: z.strictObject({
      transaction_id: z.string(),
      /** Null: not signed, or not yet. */
      signatures: z.array(signature).nullable(),
    }),
  }),
);

const password = z.lazy(() => z.string().min(1).max(100));

export const activateRequest = z.lazy(() =>
  toSign.unwrap().extend({ serial_number: serialNumber.unwrap().min(1), password, otp: z.string().max(20) }),
);

export type ActivateRequest = z.output<typeof activateRequest>;

export const activateAnswer = z.lazy(() =>
  z.strictObject({
    status_code: z.literal(200),
    message: z.literal('sig_wait_for_user_confirm'),
    data: z.strictObject({
      transaction_id: z.string(),
      tran_code: z.guid(),
      /** A JWT. */
      sad: z.string(),
      expired_in: z.int(),
    }),
  }),
);

export const confirmRequest = z.lazy(() =>
  caller.unwrap().extend({ password, transaction_id: id, sad: z.string().trim().min(1).max(10_000) }),
);

export type ConfirmRequest = z.output<typeof confirmRequest>;

export const confirmAnswer = z.lazy(() =>
  z.strictObject({
    status_code: z.literal(200),
    message: z.string(),
    data: z.strictObject({
      transaction_id: z.string(),
      expired_in: z.int(),
      signatures: z.array(signature),
    }),
  }),
);

/** A person's one-time passwords, as the app's own generator shows them. */
export const otpAnswer = z.lazy(() =>
  z.strictObject({
    person: z.string(),
    /** Base64 of the key's bytes: what a customer copies into an application. */
    secret: z.string(),
    /** The same key in Base32, for authenticator apps. */
    base32: z.string(),
    otpauth: z.string(),
    /** The first code that would be taken now; null: all of them were used. */
    otp: z.string().nullable(),
    /** Of the present step, by the token clock. */
    secondsLeft: z.int(),
  }),
);
