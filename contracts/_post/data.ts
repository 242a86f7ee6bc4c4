import * as z from 'zod';
import { personalNumber, phoneNumber } from '../_person/primitives.ts';
import { customerCode, orderNumber } from './primitives.ts';

const text = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);
const optional = (max: number) => z.string().trim().normalize('NFC').max(max).optional();

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

/** A citizen's account with VNPost, by its phone number or its customer code. */
export const checkRequest = z.lazy(() =>
  z
    .strictObject({
      phone: phoneNumber.optional(),
      customerCode: customerCode.optional(),
      personalNumber,
      fullName: text(180),
    })
    .refine(
      ({ phone, customerCode: code }) => (phone === undefined) !== (code === undefined),
      'Gửi một trong hai: phone hoặc customerCode / Send one of phone and customerCode',
    ),
);

export type CheckRequest = z.output<typeof checkRequest>;

const matchResult = z.lazy(() => z.enum(['true', 'false', 'not_available']));

export const checkResult = z.lazy(() => z.enum(['match', 'mismatch', 'locked', 'no_account']));

export type CheckResult = z.output<typeof checkResult>;

export const checkAnswer = z.lazy(() =>
  z.strictObject({
    result: checkResult,
    /** Vietnamese, for a person. */
    message: z.string(),
    messageEn: z.string(),
    /** Of what was sent: the phone number, or the customer code. */
    phoneMatch: matchResult.optional(),
    customerCodeMatch: matchResult.optional(),
    personalNumberMatch: matchResult,
    fullNameMatch: matchResult,
    status: z.enum(['active', 'locked', 'none']),
  }),
);

/** The wire's own names. What is required beyond CustomerCode and OrderNumber is not known; see the note. */
export const orderRequest = z.lazy(() =>
  z.strictObject({
    CustomerCode: customerCode,
    OrderNumber: orderNumber,
    /** Đồng to be taken from the receiver. */
    CODAmount: z.int().min(0).max(1_000_000_000).optional(),
    SenderName: text(180),
    SenderTel: text(20),
    SenderAddress: text(300),
    SenderProvince: text(60),
    SenderDistrict: optional(60),
    SenderEmail: optional(200),
    SenderDesc: optional(1000),
    Description: optional(1000),
    ReceiverName: text(180),
    ReceiverTel: text(20),
    ReceiverAddress: text(300),
    ReceiverProvince: text(60),
    ReceiverDistrict: optional(60),
    ReceiverEmail: optional(200),
  }),
);

export type OrderRequest = z.output<typeof orderRequest>;

/** `Status`: `1` accepted, `0` refused, as we have it; which values the real one has is not known. */
export const orderAnswer = z.lazy(() => z.strictObject({ Status: z.enum(['0', '1']), Message: z.string() }));

export const orderStates = ['received', 'collected', 'delivered'] as const;

export const orderState = z.lazy(() =>
  z.strictObject({
    Status: z.literal('1'),
    Message: z.string(),
    CustomerCode: z.string(),
    OrderNumber: z.string(),
    /** Collected after an hour, delivered after two days: by the token clock. */
    State: z.enum(orderStates),
    /** When that state began, token clock. */
    UpdatedAt: z.iso.datetime(),
  }),
);
