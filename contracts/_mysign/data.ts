import * as z from 'zod';
import { both } from '../_person/primitives.ts';

const text = (max: number) => z.string().min(1).max(max);

const base64 = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^(?:[\w+/-]{4})*(?:[\w+/-]{2}==|[\w+/-]{3}=)?$/, both('Phải là base64', 'Must be base64'));

const client = { client_id: text(100), client_secret: text(200) };

const userId = z.lazy(() =>
  z
    .string()
    .regex(
      /^(CMT_(\d{12}|\d{9})|MST_\d{10}(-\d{3})?)$/,
      both('CMT_<số giấy tờ> hoặc MST_<mã số thuế>', 'CMT_<number of the paper> or MST_<tax code>'),
    ),
);

export const loginRequest = z.lazy(() =>
  z.strictObject({ ...client, profile_id: text(100), user_id: userId }),
);

export const loginAnswer = z.lazy(() =>
  z.strictObject({
    access_token: z.string(),
    refresh_token: z.literal(''),
    token_type: z.literal('Bearer'),
    /** Seconds, as a text. */
    expires_in: z.string(),
  }),
);

export const infoRequest = z.lazy(() =>
  z.strictObject({
    ...client,
    profile_id: text(100).optional(),
    user_id: userId.optional(),
    certificates: z.enum(['none', 'single', 'chain']).default('single'),
    certInfo: z.boolean().default(false),
    authInfo: z.boolean().default(false),
  }),
);

const certificate = z.lazy(() =>
  z.strictObject({
    status: z.enum(['valid', 'expired', 'revoked', 'suspended']),
    /** DER, base64: the holder's, then those above it. */
    certificates: z.array(z.string()).optional(),
    issuerDN: z.string().optional(),
    serialNumber: z.string().optional(),
    subjectDN: z.string().optional(),
    /** `yyyyMMddHHmmss+0000` */
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
  }),
);

export const infoAnswer = z.lazy(() =>
  z.array(
    z.strictObject({
      credential_id: z.string(),
      key: z.strictObject({
        status: z.enum(['enabled', 'disabled']),
        /** OIDs for `signAlgo`. */
        algo: z.array(z.string()),
        len: z.int(),
        /** Of an elliptic curve. */
        curve: z.string().optional(),
      }),
      cert: certificate,
      authMode: z.literal('implicit').optional(),
      /** How many hashes one call may sign. */
      multisign: z.int(),
      scal: z.literal('2'),
    }),
  ),
);

/** At most in one call. The real limit is not public. */
export const MOST_HASHES = 50;

/** A number, or its digits as a text: clients of both kinds are known. */
const number = (least: number, most: number) =>
  z
    .union(
      [
        z.int(),
        z
          .string()
          .regex(/^\d{1,3}$/)
          .transform(Number),
      ],
      {
        error: both(`Phải là số từ ${least} đến ${most}`, `Must be a number from ${least} to ${most}`),
      },
    )
    .pipe(z.int().min(least).max(most));

export const signRequest = z.lazy(() =>
  z.strictObject({
    ...client,
    profile_id: text(100).optional(),
    user_id: userId.optional(),
    credentialID: text(100),
    numSignatures: number(1, MOST_HASHES),
    /** For the signer, base64 of UTF-8. */
    description: base64(2000).optional(),
    documents: z
      .array(z.strictObject({ document_id: text(100), document_name: base64(1000) }))
      .min(1)
      .max(MOST_HASHES),
    hash: z.array(base64(100)).min(1).max(MOST_HASHES),
    /** OIDs. */
    hashAlgo: text(50),
    signAlgo: text(50),
    /** 0, 1: the call waits for the signer. 2: ask by `requests/status`. 3: the result comes by webhook. */
    async: number(0, 3),
  }),
);

export type SignRequest = z.output<typeof signRequest>;

export const signAnswer = z.lazy(() =>
  z.union([
    z.strictObject({ signatures: z.array(z.string()) }),
    z.strictObject({ transactionId: z.string() }),
  ]),
);

export const statusRequest = z.lazy(() =>
  z.strictObject({
    client_id: text(100).optional(),
    client_secret: text(200).optional(),
    profile_id: text(100).optional(),
    user_id: userId.optional(),
    transactionId: text(100),
  }),
);

/** `1` signed, `4000` waiting, `6000` signing; each other one is an end without signatures. */
export const transactionStatus = z.lazy(() =>
  z.enum(['1', '4000', '6000', '4001', '4002', '4004', '4005', '13004', '50000']),
);

export type TransactionStatus = z.output<typeof transactionStatus>;

export const statusAnswer = z.lazy(() =>
  z.strictObject({
    /** Base64, in the order of the hashes; null until they are there. */
    signatures: z.array(z.string()).nullable(),
    status: transactionStatus,
  }),
);
