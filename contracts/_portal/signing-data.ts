import * as z from 'zod';
import { neacAuthorities } from '../_ca769/data.ts';
import { both } from '../_person/primitives.ts';

/** What a dossier can be signed as. */
export const documentFormats = ['pdf', 'xml'] as const;

export type DocumentFormat = (typeof documentFormats)[number];

/** B-T: with a time stamp. B-LT: with the proofs of the certificates' status as well. */
export const signatureLevels = ['B-T', 'B-LT'] as const;

export type SignatureLevel = (typeof signatureLevels)[number];

export const signingWays = ['remote', 'sim', 'usb'] as const;

export type SigningWay = (typeof signingWays)[number];

/** The public authorities that sign remotely, by their names in URLs. */
export const remoteAuthorities = Object.values(neacAuthorities);

export type RemoteAuthority = (typeof remoteAuthorities)[number];

const wish = {
  format: z.lazy(() => z.enum(documentFormats)),
  level: z.lazy(() => z.enum(signatureLevels).default('B-LT')),
  way: z.lazy(() => z.enum(signingWays)),
  /** Remote: whose signature. */
  ca: z.lazy(() => z.enum(remoteAuthorities).default('vnpt-ca')),
  /** SIM: which number; empty: the account's. */
  phone: z.lazy(() =>
    z
      .string()
      .trim()
      .regex(
        /^(\+?84\d{9}|0\d{9})?$/,
        both('Số điện thoại không đúng, chẳng hạn 0950000101', 'Not a telephone number, such as 0950000101'),
      )
      .default(''),
  ),
} as const;

/** How a dossier is to be signed. */
export const signingWish = z.lazy(() => z.strictObject(wish));

export type SigningWish = z.output<typeof signingWish>;

/** The same as a page's form sends it: what is wrong with the number is said beside its field. */
export const signingForm = z.lazy(() =>
  z.strictObject({ ...wish, phone: z.string().max(2_000).default('') }),
);

export type SigningForm = z.output<typeof signingForm>;

const base64 = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\d+/A-Za-z]+={0,2}$/, both('Không phải base64', 'Not base64'));

/** Of the token: DER, base64. */
export const tokenCertificate = z.lazy(() => z.strictObject({ certificate: base64(8_000) }));

/** Of the token: PKCS #1 v1.5, or DER of ECDSA; base64. */
export const tokenSignature = z.lazy(() => z.strictObject({ signature: base64(2_000) }));

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

const failure = z.lazy(() =>
  z.strictObject({
    /** Of the portal's refusals. */
    code: z.string(),
    title: text,
    /** Of a certificate or signature that is not believed: why just this one; null: the title says it. */
    reason: text.nullable(),
    cure: text,
  }),
);

/** How far a signing has come. */
export const signingData = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    dossier: z.string(),
    format: z.enum(documentFormats),
    level: z.enum(signatureLevels),
    way: z.enum(signingWays),
    /** `certificate`: a USB token's is waited for; `waiting`: the signature. */
    state: z.enum(['certificate', 'waiting', 'signed', 'failed']),
    /** SHA-256 that the key signs, hex; null: not known before the certificate is. */
    digest: z.string().nullable(),
    /** Where the signer decides, in the sandbox: phone, or token's window. */
    decidedAt: z.url().nullable(),
    /** Until when the signer can answer, by the token clock. */
    expiresAt: z.iso.datetime(),
    failure: failure.nullable(),
  }),
);

/** A document of a dossier that was signed. */
export const signatureData = z.lazy(() =>
  z.strictObject({
    format: z.enum(documentFormats),
    level: z.enum(signatureLevels),
    way: z.enum(signingWays),
    signer: z.string(),
    issuer: z.string(),
    /** Of the certificate, hex. */
    serial: z.string(),
    /** By the token clock. */
    signedAt: z.iso.datetime(),
    bytes: z.int(),
    /** Of the document, hex. */
    sha256: z.string(),
    document: z.url(),
  }),
);

export const signatureList = z.lazy(() => z.strictObject({ signatures: z.array(signatureData) }));
