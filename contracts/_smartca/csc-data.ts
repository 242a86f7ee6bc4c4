import * as z from 'zod';
import { calledUrl } from '../_sign/called-url.ts';

const text = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

const answer = <Content extends z.ZodType>(content: Content) =>
  z.strictObject({ code: z.literal(0), codeDesc: z.literal('SUCCESS'), message: z.string(), content });

export const nothing = z.lazy(() => z.looseObject({}));

export const userInfoAnswer = z.lazy(() =>
  answer(
    z.strictObject({
      /** 0 a citizen, 1 an enterprise; 2 and 3 (within an enterprise, one time) are nobody's here. */
      accType: z.int().min(0).max(3),
      uidPre: z.enum(['CCCD', 'MST']),
      uid: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
);

export const listAnswer = z.lazy(() => answer(z.array(z.guid())));

const credentialId = z.lazy(() => z.string().trim().min(1).max(100));

export const infoRequest = z.lazy(() =>
  z.strictObject({
    credentialId,
    certificates: z.enum(['none', 'single', 'chain']),
    certInfo: z.boolean().nullish(),
    authInfo: z.boolean().nullish(),
  }),
);

export type InfoRequest = z.output<typeof infoRequest>;

const servicePack = z.lazy(() =>
  z.strictObject({
    servicePackId: z.guid(),
    name: z.string(),
    admin: z.strictObject({
      credentialId: z.null(),
      id: z.guid(),
      uid: z.string(),
      fullName: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    type: z.int(),
    status: z.int(),
  }),
);

export const infoAnswer = z.lazy(() =>
  answer(
    z.strictObject({
      key: z.strictObject({ status: z.literal('ENABLED'), alg: z.array(z.string()), len: z.int() }),
      cert: z.strictObject({
        status: z.enum(['VALID', 'EXPIRED', 'NOT_YET_VALID', 'REVOKED', 'SUSPENDED']),
        serialNumber: z.string().optional(),
        subjectDN: z.string().optional(),
        issuerDN: z.string().optional(),
        certificates: z.array(z.string()).optional(),
        validFrom: z.string().optional(),
        validTo: z.string().optional(),
      }),
      authMode: z.literal('oauth2code').optional(),
      scal: z.literal('SCAL2').optional(),
      multisign: z.int(),
      status: z.literal('VALID'),
      servicePacks: z.array(servicePack),
      signType: z.int(),
      defaultServicePackId: z.guid(),
    }),
  ),
);

const asking = z.lazy(() =>
  z.strictObject({
    credentialId,
    refTranId: text(100).nullish(),
    notifyUrl: calledUrl.nullish(),
    description: text(500).nullish(),
  }),
);

const name = z.lazy(() => text(200));

export const signRequest = z.lazy(() =>
  asking.unwrap().extend({
    datas: z
      .array(z.strictObject({ name, dataBase64: z.string().trim().min(1).max(4_000_000) }))
      .min(1)
      .max(10),
  }),
);

export type SignRequest = z.output<typeof signRequest>;

export const signHashRequest = z.lazy(() =>
  asking.unwrap().extend({
    refTranId: text(100),
    datas: z
      .array(z.strictObject({ name, hash: z.string().trim().min(1).max(200) }))
      .min(1)
      .max(50),
  }),
);

export type SignHashRequest = z.output<typeof signHashRequest>;

export const signAnswer = z.lazy(() => answer(z.strictObject({ tranId: z.guid() })));

export const tranInfoRequest = z.lazy(() => z.strictObject({ tranId: z.string().trim().min(1).max(100) }));

export type TranInfoRequest = z.output<typeof tranInfoRequest>;

const document = z.lazy(() =>
  z.strictObject({
    name: z.string(),
    type: z.string(),
    size: z.string().nullable(),
    data: z.string().nullable(),
    hash: z.string(),
    /** Base64: PKCS #1 v1.5, or DER of ECDSA. Null: not signed, or not yet. */
    sig: z.string().nullable(),
    dataSigned: z.null(),
    url: z.null(),
  }),
);

export const tranStatuses = {
  SUCCESS: 1,
  WAITING_FOR_SIGNER_CONFIRM: 4000,
  EXPIRED: 4001,
  SIGNER_REJECTED: 4002,
  AUTHORIZE_KEY_FAILED: 4003,
  SIGN_FAILED: 4004,
} as const;

export type TranStatus = keyof typeof tranStatuses;

export const tranInfoAnswer = z.lazy(() =>
  answer(
    z.strictObject({
      refTranId: z.string().nullable(),
      documents: z.array(document),
      tranId: z.guid(),
      sub: z.guid(),
      credentialId: z.guid(),
      tranType: z.int(),
      tranTypeDesc: z.enum(['SIGN', 'SIGNHASH']),
      tranStatus: z.int(),
      tranStatusDesc: z.enum(Object.keys(tranStatuses) as [TranStatus, ...TranStatus[]]),
      reqTime: z.iso.datetime(),
    }),
  ),
);
