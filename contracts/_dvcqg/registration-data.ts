import * as z from 'zod';
import { both, cmnd, personalNumber, phoneNumber } from '../_person/primitives.ts';
import { accountKinds } from './account.ts';
import { remoteAuthorities, waysOfRegistering } from './registration-ways.ts';

const text = (max: number) =>
  z
    .string()
    .max(max)
    .transform((said) => said.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, both('Không được để trống', 'It must not be empty')));

/** What people put between digits does not count. */
const digitsOnly = (said: string): string => said.replace(/[\s.-]/g, '');

const number = z.lazy(() => z.string().max(30).transform(digitsOnly).pipe(personalNumber));

const paper = z.lazy(() =>
  z
    .string()
    .max(30)
    .transform(digitsOnly)
    .pipe(
      z.union([personalNumber, cmnd], {
        error: both(
          'Số CCCD 12 chữ số, hoặc CMND 9 chữ số',
          'A personal number of 12 digits, or 9 of an old card',
        ),
      }),
    ),
);

/** National, however it was written. */
export const phone = z.lazy(() =>
  z
    .string()
    .max(30)
    .transform((said) => said.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9}$)/, '0'))
    .pipe(phoneNumber),
);

const vietnameseDate = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** `YYYY-MM-DD`, `dd/MM/yyyy`, or the year. Comes out as the first or the last. */
export const birth = z.lazy(() =>
  z
    .string()
    .max(20)
    .transform((said) => {
      const [whole, day = '', month = '', year = ''] = vietnameseDate.exec(said.trim()) ?? [];
      return whole === undefined ? said.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    })
    .pipe(
      z.union([z.iso.date(), z.string().regex(/^(19|20)\d{2}$/)], {
        error: both(
          'Ngày có thật, viết dd/MM/yyyy, hoặc năm sinh',
          'A real date written dd/MM/yyyy, or a year',
        ),
      }),
    ),
);

const insurance = z.lazy(() =>
  z
    .string()
    .max(30)
    .transform(digitsOnly)
    .pipe(z.string().regex(/^\d{10}$/, both('Mã BHXH gồm 10 chữ số', 'An insurance number has 10 digits'))),
);

export const email = z.lazy(() =>
  z
    .string()
    .trim()
    .pipe(z.email(both('Địa chỉ thư điện tử không đúng', 'Not an e-mail address')).max(200)),
);

const slug = z.lazy(() => text(40));

const citizen = z.literal('citizen').default('citizen');

const kindOf = (way: 'sim' | 'usb' | 'remote') =>
  z.enum(waysOfRegistering[way].kinds as readonly ['citizen', 'enterprise']).default('citizen');

const mobile = z.lazy(() =>
  z.strictObject({ method: z.literal('mobile'), kind: citizen, number, name: text(180), birth, phone }),
);

const byInsurance = z.lazy(() =>
  z.strictObject({
    method: z.literal('insurance'),
    kind: citizen,
    number: paper,
    insurance,
    name: text(180),
    birth,
    phone,
  }),
);

const post = z.lazy(() =>
  z.strictObject({
    method: z.literal('post'),
    kind: citizen,
    /** A phone number, or else a customer code. */
    account: text(30),
    number,
    name: text(180),
    birth,
    /** For the code; needed where `account` is a customer code. */
    phone: phone.optional(),
  }),
);

const sim = z.lazy(() => z.strictObject({ method: z.literal('sim'), kind: kindOf('sim'), phone }));
const remote = z.lazy(() =>
  z.strictObject({
    method: z.literal('remote'),
    kind: kindOf('remote'),
    person: slug,
    /** Whose remote signature it is. */
    ca: z.enum(remoteAuthorities).optional(),
  }),
);
const usb = z.lazy(() =>
  z.strictObject({
    method: z.literal('usb'),
    kind: z.enum(waysOfRegistering.usb.kinds).default('citizen'),
    /** Whose token the page answers for by itself; absent: the plug-in of the computer, such as `hopcat token`. */
    person: slug.optional(),
  }),
);

/** How a registration begins: `method` says which of the six ways, and so which fields. */
export const registrationRequest = z.lazy(() =>
  z.discriminatedUnion('method', [
    mobile.unwrap(),
    byInsurance.unwrap(),
    post.unwrap(),
    sim.unwrap(),
    usb.unwrap(),
    remote.unwrap(),
  ]),
);

export type RegistrationRequest = z.output<typeof registrationRequest>;

export const codeRequest = z.lazy(() => z.strictObject({ code: z.string().min(1).max(20) }));

const base64 = z
  .string()
  .min(1)
  .max(60_000)
  .regex(/^[\w+/=.\s-]*$/);

/** What a token's plug-in answered to a page. */
export const signatureRequest = z.lazy(() =>
  z.strictObject({
    /** VNPT-CA's SignCMS: CMS, base64. VGCA's SignJson: a JWS. VNPT-CA's signHash: a signature, base64. */
    signedData: base64,
    /** DER, base64: beside the answer of signHash. */
    certificate: base64.optional(),
  }),
);

export const passwordRequest = z.lazy(() => z.strictObject({ password: z.string().min(1).max(200) }));
export const confirmRequest = z.lazy(() => z.strictObject({ email: email.optional() }));

const kinds = z.lazy(() => z.enum(Object.keys(accountKinds) as [keyof typeof accountKinds]));
const methods = z.lazy(() => z.enum(Object.keys(waysOfRegistering) as [keyof typeof waysOfRegistering]));
const words = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

/** What a certificate says of its holder. */
export const holderAnswer = z.lazy(() =>
  z.strictObject({
    name: z.string(),
    /** Of the person who signs. */
    number: z.string(),
    taxCode: z.string().optional(),
    organisation: z.string().optional(),
    agency: z.string().optional(),
    serial: z.string(),
    issuer: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
  }),
);

/** Where a registration stands. What a step needs comes with it. */
export const registrationAnswer = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    method: methods,
    kind: kinds,
    /** The last part of the next call's path. */
    next: z.enum(['code', 'password', 'signature', 'check', 'confirm']),
    /** Token clock. */
    expiresAt: z.iso.datetime(),
    /** At `code`: where the SMS went, and for how many seconds of the token clock it is good. */
    sent: z.strictObject({ to: z.string(), seconds: z.int() }).optional(),
    /** At `signature` and `check`: names the signature that is waited for. */
    transaction: z.string().optional(),
    /** At `signature`: what a USB token is to sign. */
    toSign: z
      .strictObject({
        plugin: z.enum(['vgca', 'vnpt']),
        /** The plug-in's own address; `/usbtoken/{person}/{plugin}` takes the same message. */
        url: z.string(),
        /** What is signed, to the letter. */
        text: z.string(),
        message: z.looseObject({}),
      })
      .optional(),
    /** At `check`: what the signer has to do; ask again until it moves on. */
    asked: words.optional(),
    /** At `confirm`. */
    holder: holderAnswer.optional(),
  }),
);

/** The account that came of it. */
export const registeredAnswer = z.lazy(() =>
  z.strictObject({
    techId: z.string(),
    kind: kinds,
    method: methods,
    username: z.string(),
    state: z.string(),
    /** How it signs in: by password and code, or by a signature. */
    signsInBy: z.enum(['password', 'signature']),
  }),
);

export const waysAnswer = z.lazy(() =>
  z.strictObject({
    ways: z.array(
      z.strictObject({
        method: methods,
        title: words,
        kinds: z.array(
          z.strictObject({
            kind: kinds,
            open: z.boolean(),
            /** The day from which it is closed; null: never. */
            closes: z.iso.date().nullable(),
            documents: z.array(words),
          }),
        ),
        fields: z.array(z.strictObject({ name: z.string(), label: words, optional: z.boolean() })),
        steps: z.array(z.string()),
        asks: z.string(),
      }),
    ),
  }),
);
