import * as z from 'zod';
import { both } from '../_person/primitives.ts';
import { msisdn } from './data.ts';

const text = (max: number) => z.string().trim().normalize('NFC').min(1).max(max);

export const smsRequest = z.lazy(() =>
  z.strictObject({
    to: msisdn,
    /** A brand name: letters, digits, space, dot, hyphen, underscore; at most eleven, as GSM has it. */
    from: z
      .string()
      .regex(
        /^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ._-]{1,9}[A-Za-z0-9]$/,
        both(
          'Tên thương hiệu 3–11 ký tự ASCII, có chữ cái',
          'A brand name of 3 to 11 ASCII characters, a letter among them',
        ),
      ),
    text: text(1000),
  }),
);

export type SmsRequest = z.output<typeof smsRequest>;

export const smsAnswer = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    to: z.string(),
    from: z.string(),
    status: z.enum(['SENT', 'DELIVERED', 'UNDELIVERED']),
    reason: z.enum(['UNKNOWN_SUBSCRIBER', 'SUSPENDED', 'CANCELLED', 'PHONE_UNREACHABLE']).nullable(),
    /** Token clock. */
    at: z.iso.datetime(),
  }),
);

export const shortCodeRequest = z.lazy(() =>
  z.strictObject({
    /** The SIM that it is sent from. */
    from: msisdn,
    /** At most what fits into one SMS. */
    text: text(160),
  }),
);

export const shortCodeAnswer = z.lazy(() =>
  z.strictObject({
    /** What was answered on the phone. */
    result: z.enum(['answered', 'paper_does_not_match', 'unknown_syntax', 'no_data']),
    charged: z.literal(0),
  }),
);
