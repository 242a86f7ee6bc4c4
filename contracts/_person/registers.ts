import * as z from 'zod';
import {
  address,
  birth,
  both,
  country,
  date,
  digits,
  gender,
  personalNumber,
  phoneNumber,
  relative,
  words,
} from './primitives.ts';

export const relatives = z.lazy(() =>
  z.strictObject({
    father: relative.optional(),
    mother: relative.optional(),
    spouse: relative.optional(),
    legalRepresentative: relative.optional(),
    /** `relation` is the person's own to the head. */
    householdHead: relative
      .unwrap()
      .extend({ relation: z.enum(['self', 'spouse', 'child', 'parent', 'grandchild', 'sibling', 'other']) })
      .optional(),
  }),
);

const carrier = z.lazy(() =>
  z.enum(['viettel', 'vinaphone', 'mobifone', 'vietnamobile', 'gmobile', 'itel', 'wintel']),
);

/** A SIM. The number says nothing of the carrier: subscribers keep it when they move. */
export const phone = z.lazy(() =>
  z.strictObject({
    number: phoneNumber,
    carrier,
    /** The carrier that the number came from, when the subscriber kept it on moving to another. */
    portedFrom: carrier.optional(),
    subscription: z.enum(['prepaid', 'postpaid']).default('prepaid'),
    /** The paper that the carrier holds: the person's own number, the old 9-digit card, or somebody else's. */
    registeredUnder: z.enum(['personalNumber', 'cmnd', 'other']).default('personalNumber'),
    owner: relative.optional(),
    status: z.enum(['active', 'suspended', 'not-normalised', 'cancelled']).default('active'),
  }),
);

/** Object (two letters), benefit 1–5, province (two digits), then the insurance number. */
const insuranceCard = z.lazy(() =>
  z
    .string()
    .regex(
      /^[A-Z]{2}[1-5]\d{12}$/,
      both('Thẻ BHYT dạng DN4 và 12 chữ số', 'A card is like DN4 and 12 digits'),
    ),
);

/**
 * Social and health insurance as its own register has it, which need not agree with the population's. What the
 * gateway answers (`maKetQua`) follows from it: no insurance 050; no card 130; `previousCard` 003 once its `to`
 * is past, 004 until then; `status` 001, 002, 110 or the code of `reduction`; past `to` 010; otherwise 000. A
 * name (060, 061) or a birth (070) other than the population's makes whoever asks with the population's wrong.
 */
export const insurance = z.lazy(() =>
  z.strictObject({
    number: digits(10, 'Mã số BHXH', 'A social insurance number'),
    /** Absent: the number is given, the health card is not, as for a child who comes with a birth certificate. */
    card: insuranceCard.optional(),
    /** The card that `card` took the place of, and its last day. */
    previousCard: z.strictObject({ card: insuranceCard, to: date }).optional(),
    name: words(180),
    birth,
    gender,
    address: words(300).optional(),
    /** Where the first consultation is registered. */
    hospital: z.strictObject({ code: z.string().regex(/^\d{5}$/), name: words(150) }).optional(),
    from: date,
    to: date,
    /** Besides the dates. Defence and Public Security keep their own people's cards. */
    status: z.enum(['valid', 'revoked', 'reduced', 'defence', 'public-security']).default('valid'),
    /**
     * Why the person was taken off a list of payers, with status "reduced": 120 not told, 121 moved to another
     * province, 122 moved within the province, 123 put back by the same payer, 124 stopped taking part.
     */
    reduction: z.enum(['120', '121', '122', '123', '124']).optional(),
  }),
);

export const postAccount = z.lazy(() =>
  z.strictObject({
    customerCode: words(30),
    phone: phoneNumber,
    status: z.enum(['active', 'locked']).default('active'),
  }),
);

export const identityCard = z.lazy(() =>
  z.strictObject({
    issuedOn: date,
    expiresOn: date.optional(),
    issuedBy: words(150),
  }),
);

export const passport = z.lazy(() => z.strictObject({ number: words(20), country }));

/** A foreigner's. */
export const residenceCard = z.lazy(() =>
  z.strictObject({
    kind: z.enum(['temporary', 'permanent']),
    number: words(20),
    issuedOn: date,
    expiresOn: date.optional(),
    issuedBy: words(150),
  }),
);

/** What everyone in the cast signs in with; whoever is added gets it too, unless told otherwise. */
export const defaultPassword = 'Aa@123456';

export const vneid = z.lazy(() =>
  z.strictObject({
    /** Null: has no account. It is the default because a merge patch that says null takes a field away. */
    level: z.union([z.literal(1), z.literal(2), z.null()]).default(null),
    status: z.enum(['active', 'locked', 'not-activated', 'none']).default('active'),
    /** As the app asks: 8 to 20 characters, with an upper and a lower case letter, a digit and another sign. */
    password: z
      .string()
      .regex(
        /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z0-9\s])\S{8,20}$/,
        both('8–20 ký tự, có chữ hoa, chữ thường, số và ký tự đặc biệt', '8–20 characters of all four kinds'),
      )
      .default(defaultPassword),
    email: z.email(both('Địa chỉ thư điện tử không đúng', 'Not an e-mail address')).optional(),
  }),
);

/**
 * An account of the national portal that the person has from the start: made in one of the six ways, or by an officer.
 * It signs in with the user name, the password of the cast and a code by SMS.
 */
export const portalAccount = z.lazy(() =>
  z.strictObject({
    /** Absent: the number that the account was made with. */
    username: z
      .string()
      .regex(/^[\w.@-]{3,60}$/, both('Tên đăng nhập 3–60 ký tự', 'A user name has 3 to 60 characters'))
      .optional(),
    kind: z.enum(['citizen', 'enterprise', 'agency']).default('citizen'),
    method: z.enum(['mobile', 'insurance', 'post', 'sim', 'usb', 'remote', 'officer']).default('mobile'),
    /** What it knows: no number at all, the old card's, the personal number, or that and the register's word for it. */
    number: z.enum(['none', 'cmnd', 'unverified', 'verified']).default('unverified'),
    /** Another personal number than the person's, such as one that was taken back. */
    otherNumber: personalNumber.optional(),
    /** As it was registered, where that differs. */
    name: words(180).optional(),
    birth: date.optional(),
    phone: phoneNumber.optional(),
    email: z.email(both('Địa chỉ thư điện tử không đúng', 'Not an e-mail address')).optional(),
    /** Already linked to VNeID, under this subject. */
    linkedSub: words(100).optional(),
    createdOn: date.default('2021-03-01'),
    status: z.enum(['active', 'locked']).default('active'),
  }),
);

/** The organisation that the person legally represents. */
export const organisation = z.lazy(() =>
  z.strictObject({
    name: words(200),
    taxCode: z
      .string()
      .regex(
        /^\d{10}(-\d{3})?$/,
        both('Mã số thuế gồm 10 số, hoặc 10 số-3 số', 'A tax code has 10 digits, or 10-3'),
      ),
    enterpriseCode: digits(10, 'Mã số doanh nghiệp', 'An enterprise code'),
    address,
    founded: date,
  }),
);

export const civilServant = z.lazy(() =>
  z.strictObject({
    agency: words(200),
    agencyCode: z
      .string()
      .regex(/^[A-Z]\d{2}(\.\d{1,3})*$/, both('Mã cơ quan viết như H99.01', 'An agency code is like H99.01')),
    title: words(100),
  }),
);
