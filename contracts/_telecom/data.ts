import * as z from 'zod';
import { both } from '../_person/primitives.ts';
import { carrier } from './settings.ts';

const text = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

/** National (`0…`) or international (`84…`, `+84…`), separators or not. Which carrier it is says only the register. */
export const msisdn = z.lazy(() =>
  z
    .string()
    .max(30)
    .transform((number) => number.replace(/[\s.()-]/g, ''))
    .pipe(
      z
        .string()
        .regex(
          /^(0\d{9}|\+?84\d{9})$/,
          both('Số điện thoại dạng 0…, 84… hoặc +84…', 'A number like 0…, 84… or +84…'),
        ),
    ),
);

/** As CAMARA has it. */
const e164 = z.lazy(() =>
  z.string().regex(/^\+[1-9]\d{4,14}$/, both('Số quốc tế dạng +84…', 'An E.164 number such as +84…')),
);

const idNumber = z.lazy(() =>
  z.string().regex(/^(\d{12}|\d{9})$/, both('12 hoặc 9 chữ số', '12 or 9 digits')),
);

/** What CAMARA lets one ask, Japan's readings left out. */
export const kycRequest = z.lazy(() =>
  z.strictObject({
    phoneNumber: e164.optional(),
    /** Our addition: the way in which Vietnamese systems write it. */
    msisdn: msisdn.optional(),
    idDocument: text(30).optional(),
    name: text(180).optional(),
    givenName: text(60).optional(),
    familyName: text(60).optional(),
    middleNames: text(60).optional(),
    familyNameAtBirth: text(60).optional(),
    address: text(300).optional(),
    streetName: text(100).optional(),
    streetNumber: text(30).optional(),
    postalCode: text(20).optional(),
    region: text(100).optional(),
    locality: text(100).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    houseNumberExtension: text(30).optional(),
    birthdate: z.iso.date().optional(),
    email: z.email().max(200).optional(),
    gender: z.enum(['MALE', 'FEMALE', 'OTHER']).optional(),
  }),
);

export type KycRequest = z.output<typeof kycRequest>;

export const matchResult = z.lazy(() => z.enum(['true', 'false', 'not_available']));

export type MatchResult = z.output<typeof matchResult>;

export const kycAnswer = z.lazy(() =>
  z.strictObject({
    idDocumentMatch: matchResult.optional(),
    nameMatch: matchResult.optional(),
    givenNameMatch: matchResult.optional(),
    familyNameMatch: matchResult.optional(),
    middleNamesMatch: matchResult.optional(),
    familyNameAtBirthMatch: matchResult.optional(),
    addressMatch: matchResult.optional(),
    streetNameMatch: matchResult.optional(),
    streetNumberMatch: matchResult.optional(),
    postalCodeMatch: matchResult.optional(),
    regionMatch: matchResult.optional(),
    localityMatch: matchResult.optional(),
    countryMatch: matchResult.optional(),
    houseNumberExtensionMatch: matchResult.optional(),
    birthdateMatch: matchResult.optional(),
    emailMatch: matchResult.optional(),
    genderMatch: matchResult.optional(),
  }),
);

export const checkRequest = z.lazy(() =>
  z.strictObject({
    msisdn,
    idNumber,
    fullName: text(180),
    /** `YYYY-MM-DD`, or `YYYY` for whoever has no more in their papers. */
    dob: z.union([z.iso.date(), z.string().regex(/^\d{4}$/)], {
      error: both('Ngày sinh YYYY-MM-DD hoặc năm sinh YYYY', 'A birth date YYYY-MM-DD, or a year YYYY'),
    }),
  }),
);

export type CheckRequest = z.output<typeof checkRequest>;

/** What a portal does next depends on this; README of `functions/telecom` says how. */
export const checkResult = z.lazy(() =>
  z.enum([
    'match',
    'mismatch',
    'other_owner',
    'registered_under_cmnd',
    'suspended',
    'not_normalised',
    'cancelled',
    'not_registered',
  ]),
);

export type CheckResult = z.output<typeof checkResult>;

export const checkAnswer = z.lazy(() =>
  z.strictObject({
    /** International, without a plus. */
    msisdn: z.string(),
    result: checkResult,
    /** Vietnamese, for a person. */
    message: z.string(),
    messageEn: z.string(),
    idNumberMatch: matchResult,
    fullNameMatch: matchResult,
    dobMatch: matchResult,
    /** The kind of paper that the carrier holds; null: none. */
    idType: z.enum(['CCCD12', 'CMND9', 'OTHER']).nullable(),
    status: z.enum(['ACTIVE', 'SUSPENDED', 'NOT_NORMALISED', 'CANCELLED', 'NOT_REGISTERED']),
    /** The present carrier, whatever the number began as. Null: nobody's number. */
    carrier: carrier.nullable(),
    subscription: z.enum(['prepaid', 'postpaid']).nullable(),
  }),
);

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
