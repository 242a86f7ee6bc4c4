import * as z from 'zod';
import { both, cmnd, date, personalNumber, phoneNumber, words } from '../_person/primitives.ts';
import { accountState, historyEntry, method, type StateName, stateNames } from './account.ts';

const slug = z.lazy(() => z.string().min(1).max(40));
const email = z.lazy(() => z.email(both('Địa chỉ thư điện tử không đúng', 'Not an e-mail address')).max(200));
const kind = z.lazy(() => z.enum(['citizen', 'enterprise', 'agency']));
const stateName = z.lazy(() => z.enum(Object.keys(stateNames) as [StateName, ...StateName[]]));
/** What an account can be made to be: that it has stopped is the calendar's matter. */
const madeState = z.lazy(() =>
  z.enum(['no-number', 'unverified', 'verified', 'prompted', 'linked', 'unlinked', 'organisation']),
);
const status = z.lazy(() => z.enum(['active', 'locked']));

/** `YYYY-MM-DD`, or the year of whoever has no day. */
const birth = z.lazy(() =>
  z.union([z.iso.date(), z.string().regex(/^\d{4}$/)], {
    error: both('Ngày sinh viết YYYY-MM-DD, hoặc chỉ có năm', 'A birth is YYYY-MM-DD, or the year alone'),
  }),
);

const secretPassword = z.lazy(() => z.string().min(1).max(100));

/** An account as CI sees it: everything but the password. */
export const accountView = z.lazy(() =>
  z.strictObject({
    techId: z.string(),
    kind,
    username: z.string(),
    method,
    createdAt: z.iso.datetime(),
    status,
    /** A foreigner's: the dates of Vietnamese citizens are not theirs. */
    foreign: z.literal(true).optional(),
    person: z.string().nullable(),
    name: z.string(),
    birth: z.string().nullable(),
    cmnd: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    gender: z.enum(['male', 'female']).optional(),
    address: z.string().optional(),
    organisation: z
      .strictObject({
        name: z.string(),
        taxCode: z.string(),
        enterpriseCode: z.string(),
        address: z.string(),
      })
      .optional(),
    certificate: z.strictObject({ serial: z.string(), issuer: z.string() }).optional(),
    /** Fields that the population register has confirmed. */
    confirmed: z.array(z.string()),
    /** As the calendar has it today. */
    state: accountState,
    /** TechIDs of this person's linked accounts, the first linked one first: it stands for the person at portals. */
    linkedAccounts: z.array(z.string()),
    /** Whether the password signs in today: on the national portal, and at other portals. */
    passwordWorks: z.strictObject({ here: z.boolean(), elsewhere: z.boolean() }),
  }),
);

export const accountAnswer = z.lazy(() => accountView.unwrap());
export const accountsAnswer = z.lazy(() => z.strictObject({ accounts: z.array(accountView) }));
export const historyAnswer = z.lazy(() => z.strictObject({ history: z.array(historyEntry) }));

export const accountsQuery = z.lazy(() =>
  z.strictObject({
    person: slug.optional(),
    number: personalNumber.optional(),
    username: z.string().min(1).max(60).optional(),
    state: stateName.optional(),
    kind: kind.optional(),
  }),
);

/** An account that stands where a test wants it. What is absent comes from the person. */
export const fixture = z.lazy(() =>
  z.strictObject({
    person: slug,
    /** Absent: `organisation` for whoever is none, or else `unverified`. */
    state: madeState.optional(),
    kind: kind.default('citizen'),
    method: method.unwrap().default('mobile'),
    /** Absent: the number under which such accounts were made, or that and a suffix where it is taken. */
    username: z
      .string()
      .regex(/^[\w.@-]{3,60}$/, both('Tên đăng nhập 3–60 ký tự', 'A user name has 3 to 60 characters'))
      .optional(),
    password: secretPassword.default('Aa@123456'),
    /** Another personal number than the person's. */
    number: personalNumber.optional(),
    cmnd: cmnd.optional(),
    name: words(180).optional(),
    birth: birth.optional(),
    phone: phoneNumber.optional(),
    email: email.optional(),
    /** The subject of a linked account; absent: one that VNeID does not know. */
    sub: words(100).optional(),
    status: status.default('active'),
  }),
);

/** `name` and `birth` mend those with which the account was made, as long as no register has confirmed them. */
export const numberGiven = z.lazy(() =>
  z.strictObject({ number: personalNumber, name: words(180).optional(), birth: birth.optional() }),
);

/** What the population register holds of the account's person. */
export const registerRecord = z.lazy(() =>
  z.strictObject({
    number: z.string(),
    cmnd: z.string().optional(),
    name: z.string(),
    birth: z.string(),
    gender: z.enum(['male', 'female']).optional(),
    nationality: z.string().optional(),
    address: z.string().optional(),
  }),
);

export const verified = z.lazy(() =>
  z.strictObject({ register: registerRecord, account: accountView.unwrap() }),
);

export const linkRequest = z.lazy(() => z.strictObject({ person: slug }));

export const linkedAnswer = z.lazy(() =>
  z.strictObject({
    outcome: z.enum(['linked', 'already-linked', 'created']),
    /** The account that was asked about. */
    account: accountView.unwrap(),
    /** The TechID under which portals know the person from now on. */
    signedInAs: z.string(),
  }),
);

export const phoneWanted = z.lazy(() => z.strictObject({ phone: phoneNumber }));
export const codeShown = z.lazy(() =>
  z.strictObject({ handle: z.string().min(1).max(200), code: z.string().regex(/^\d{4,8}$/) }),
);
export const codeSent = z.lazy(() =>
  z.strictObject({ handle: z.string(), seconds: z.int(), sentTo: z.string() }),
);
export const emailWanted = z.lazy(() => z.strictObject({ email: email.nullable() }));
/** `number`: of 12 digits, or the 9 of the old card. */
export const recoveryWanted = z.lazy(() =>
  z.strictObject({
    number: z
      .string()
      .regex(/^(\d{9}|\d{12})$/, both('Số gồm 12 hoặc 9 chữ số', 'A number has 12 or 9 digits')),
    phone: phoneNumber,
  }),
);

/** Without `password` only the user names are told. */
export const recoveryShown = z.lazy(() =>
  codeShown.unwrap().extend({
    /** Of several accounts the one that gets the new password. */
    username: z.string().min(1).max(60).optional(),
    password: secretPassword.optional(),
  }),
);

export const recovered = z.lazy(() =>
  z.strictObject({ usernames: z.array(z.string()), passwordChanged: z.boolean() }),
);

/** Whom the police ministry's portal has signed in with VNeID. */
export const syncRequest = z.lazy(() =>
  z.strictObject({
    personalNumber,
    sub: words(100),
    fullName: words(180),
    birthDate: birth,
  }),
);

export const syncAnswer = z.lazy(() =>
  z.strictObject({
    /** The TechID that stands for the person; null: there is no account that could be linked. */
    techId: z.string().nullable(),
    accounts: z.array(
      z.strictObject({
        techId: z.string(),
        username: z.string(),
        method,
        createdOn: date,
        outcome: z.enum(['linked', 'already-linked', 'differs', 'locked']),
        /** What the population register would not confirm. */
        fields: z.array(z.string()).optional(),
      }),
    ),
  }),
);
