import * as z from 'zod';
import type { Text } from '../_contract.ts';
import { signer } from '../_sign/signer.ts';
import {
  address,
  birth,
  both,
  cmnd,
  country,
  date,
  gender,
  name,
  personalNumber,
  words,
} from './primitives.ts';
import * as registers from './registers.ts';

const code = z.lazy(() => z.string().regex(/^\d{2}$/, both('Mã gồm 2 chữ số', 'A code of 2 digits')));

const added: Text = { vi: 'Được thêm vào không gian làm việc này', en: 'Added to this workspace' };

/** Each field of a person on its own; what must agree between them is in `rules.ts`. */
export const fields = z.lazy(() =>
  z.strictObject({
    /** The person's name in URLs and in test code. It never changes. */
    slug: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{0,30}$/,
        both('Chữ thường không dấu, chữ số, gạch nối; tối đa 31 ký tự', 'a-z, 0-9 and hyphens, at most 31'),
      ),
    /** The 12-digit number: province (3), gender and century (1), year of birth (2), serial (6). */
    personalNumber,
    /** Numbers that were taken back when this one was issued. */
    formerNumbers: z.array(personalNumber).max(10).default([]),
    /** The number of the old 9-digit card. */
    cmnd: cmnd.optional(),
    name,
    /** Names that the person had before, the latest first. */
    formerNames: z.array(name).min(1).max(10).optional(),
    gender,
    birth,
    nationality: country.default('VN'),
    /** National list: 01 Kinh, 02 Tày, 04 Hoa, 05 Khmer … 00 not known. */
    ethnicity: code.default('01'),
    /** 00 none. The other codes are unverified. */
    religion: code.default('00'),
    /** 00 not known. The other codes are unverified. */
    bloodType: code.default('00'),
    /** 0 not known, 1 never married, 2 married, 3 divorced or widowed: as one portal has it, unverified. */
    maritalStatus: z.string().regex(/^\d$/, both('Mã gồm 1 chữ số', 'A code of 1 digit')).default('0'),
    deceasedOn: date.optional(),
    identityCard: registers.identityCard.optional(),
    passport: registers.passport.optional(),
    residenceCard: registers.residenceCard.optional(),
    birthRegistration: address.optional(),
    origin: address.optional(),
    permanent: address.optional(),
    current: address.optional(),
    relatives: registers.relatives.default({}),
    /** The household book's number. */
    household: words(20).optional(),
    /** The first one gets the text messages. */
    phones: z.array(registers.phone).max(10).default([]),
    insurance: registers.insurance.optional(),
    postAccount: registers.postAccount.optional(),
    /** Without a word on it: level 2, active. */
    vneid: registers.vneid.prefault({ level: 2 }),
    portalAccounts: z.array(registers.portalAccount).max(5).optional(),
    organisation: registers.organisation.optional(),
    civilServant: registers.civilServant.optional(),
    signer: signer.optional(),
    /** Calls about this person that always fail, as `control/faults` knows failures. */
    fails: z
      .array(
        z.strictObject({
          system: z.string().min(1).max(60),
          operation: z.string().min(1).max(60).optional(),
          failure: z.string().min(1).max(60),
        }),
      )
      .max(20)
      .optional(),
    /** What the person is there for. */
    reason: z.strictObject({ vi: words(500), en: words(500) }).default(added),
    tags: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, both('Thẻ: a-z, 0-9, gạch nối', 'A tag: a-z, 0-9, hyphens')),
      )
      .max(30)
      .default([]),
  }),
);

/** Everything that any register knows of a person. Registers read it and never write it. */
export type Person = z.output<typeof fields>;
