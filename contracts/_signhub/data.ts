import * as z from 'zod';
import { both } from '../_person/primitives.ts';

const text = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

const more = (max = 200) => z.string().trim().normalize('NFC').max(max).nullish();

const day = z.lazy(() =>
  z.string().regex(/^\d{2}\/\d{2}\/\d{4}$/, both('Ngày dạng DD/MM/YYYY', 'A date DD/MM/YYYY')),
);

const citizenPid = z.lazy(() =>
  z.string().regex(/^\d{12}$/, both('Số định danh gồm 12 chữ số', 'A personal number has 12 digits')),
);

/** Every answer: `status` of two digits, what it means, and the data. */
const envelope = (data: z.ZodType) =>
  z.strictObject({ status: z.literal('01'), description: z.string(), data });

export const tokenRequest = z.lazy(() => z.strictObject({ username: text(100), password: text(200) }));

export const refreshRequest = z.lazy(() => z.strictObject({ refreshToken: text(500) }));

export const tokenAnswer = z.lazy(() =>
  envelope(
    z.strictObject({
      accessToken: z.string(),
      refreshToken: z.string(),
      expireInSeconds: z.int(),
      refreshTokenExpireInSeconds: z.int(),
      message: z.string(),
    }),
  ),
);

export const providersAnswer = z.lazy(() =>
  envelope(
    z.array(
      z.strictObject({
        providerName: z.string(),
        provider: z.string(),
        /** 1 works, 0 does not. */
        status: z.int(),
        servicePackList: z.array(
          z.strictObject({
            servicePackCode: z.string(),
            servicePackName: z.string(),
            servicePackMonth: z.int(),
            unitPrice: z.int(),
            free: z.boolean(),
          }),
        ),
      }),
    ),
  ),
);

const place = { Address: more(300), Province: more(), District: more(), Ward: more() };

const placed = (kind: 'permanent' | 'living') =>
  Object.fromEntries(Object.entries(place).map(([name, schema]) => [`${kind}${name}`, schema])) as Record<
    `${typeof kind}${keyof typeof place}`,
    ReturnType<typeof more>
  >;

const userInfo = z.lazy(() =>
  z.strictObject({
    /** Of these the personal number alone is needed. */
    citizenPid,
    fullName: more(180),
    birthDate: day.nullish(),
    issuingAuthority: more(),
    dateOfIssue: day.nullish(),
    gender: more(20),
    phone: more(20),
    email: more(),
    nationalityCode: more(10),
    ...placed('permanent'),
    ...placed('living'),
    idCardExpireDate: day.nullish(),
  }),
);

export const registerRequest = z.lazy(() =>
  z.strictObject({
    userInfo,
    provider: text(50),
    servicePackCode: text(50),
    originatorCode: text(100),
  }),
);

export type RegisterRequest = z.output<typeof registerRequest>;

export const transactionAnswer = z.lazy(() => envelope(z.strictObject({ transactionCode: z.string() })));

export const statusRequest = z.lazy(() => z.strictObject({ transactionCode: text(100) }));

export const statusAnswer = z.lazy(() =>
  envelope(
    z.strictObject({
      transactionCode: z.string(),
      /** 0 ok, 1 failed, 2 processing, 3 issued but not activated. */
      statusCode: z.int().min(0).max(3),
      requestType: z.string(),
      citizenPid: z.string(),
      serialNumber: z.string().nullable(),
      certificateId: z.string().nullable(),
      /** DER, base64. */
      certificateData: z.string().nullable(),
      errorCode: z.string().nullable(),
      resultCode: z.string().nullable(),
    }),
  ),
);

export const listRequest = z.lazy(() => z.strictObject({ citizenPid }));

export const listAnswer = z.lazy(() =>
  envelope(
    z.strictObject({
      credentialIDs: z.array(z.string()),
      credentialInfos: z.array(
        z.strictObject({
          credentialID: z.string(),
          cert: z.strictObject({
            status: z.enum(['valid', 'expired', 'revoked', 'suspended']),
            /** DER, base64: the holder's, then those above it. */
            certificates: z.array(z.string()),
            issuerDN: z.string(),
            serialNumber: z.string(),
            subjectDN: z.string(),
            /** `dd/MM/yyyy HH:mm:ss`, Viet Nam's time. */
            validFrom: z.string(),
            validTo: z.string(),
            provider: z.string(),
            /** 1: registered in VNeID; 2: with card and face. */
            flow: z.int().min(1).max(2),
          }),
          key: z.strictObject({
            status: z.enum(['enabled', 'disabled']),
            algo: z.array(z.string()),
            len: z.int(),
            curve: z.string().nullable(),
          }),
        }),
      ),
    }),
  ),
);

/** At most in one call. The real limit is not public. */
export const MOST_DOCUMENTS = 50;

export const hashRequest = z.lazy(() =>
  z.strictObject({
    /** The serial number of the certificate. */
    credentialID: text(100),
    originatorCode: text(100),
    documents: z
      .array(
        z.strictObject({
          documentName: text(300),
          digestValue: z
            .string()
            .regex(
              /^[A-Za-z0-9+/]{43}=$/,
              both('SHA-256 dạng base64 (32 byte)', 'A SHA-256 in base64 (32 bytes)'),
            ),
        }),
      )
      .min(1)
      .max(MOST_DOCUMENTS),
  }),
);

export type HashRequest = z.output<typeof hashRequest>;

export const hashAnswer = z.lazy(() =>
  envelope(z.strictObject({ handle: z.string(), expiresIn: z.int(), provider: z.string() })),
);

export const pollRequest = z.lazy(() => z.strictObject({ handle: text(100) }));

export const pollAnswer = z.lazy(() =>
  envelope(
    z.strictObject({
      handle: z.string(),
      /** 0 signed, 1 failed, 2 processing, 3 rejected. */
      statusCode: z.int().min(0).max(3),
      resultCode: z.string().nullable(),
      errorCode: z.string().nullable(),
      /** Base64, in the order of the documents. */
      signatures: z.array(z.string()),
    }),
  ),
);
