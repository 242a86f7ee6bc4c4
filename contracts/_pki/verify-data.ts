import * as z from 'zod';
import { reasonCodes, verdictStatuses } from '../_sign/verdict.ts';
import { type SampleName, samples } from './samples.ts';

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

const status = z.lazy(() => z.enum(verdictStatuses));

const code = z.lazy(() => z.enum(reasonCodes as [(typeof reasonCodes)[number], ...typeof reasonCodes]));

/** Why not, and what to do about it. */
const reason = z.lazy(() =>
  z.strictObject({
    code,
    about: z.enum(['document', 'signature', 'certificate', 'time-stamp']),
    since: z.string().optional(),
    detail: z.string().optional(),
    title: text,
    cure: text,
  }),
);

const link = z.lazy(() =>
  z.strictObject({
    name: z.string(),
    subject: z.string(),
    issuer: z.string(),
    serial: z.string(),
    notBefore: z.string(),
    notAfter: z.string(),
    sha256: z.string(),
    trusted: z.boolean(),
  }),
);

const signature = z.lazy(() =>
  z.strictObject({
    status,
    reasons: z.array(reason),
    signer: z
      .strictObject({
        name: z.string(),
        number: z.string().nullable(),
        numberKind: z.enum(['personal', 'tax']).nullable(),
        organisation: z.string().nullable(),
        title: z.string().nullable(),
      })
      .nullable(),
    /** `claimed`: nothing but the signer's word. */
    time: z
      .strictObject({ at: z.string(), source: z.enum(['time-stamp', 'claimed']), by: z.string().nullable() })
      .nullable(),
    /** From the signer's certificate upwards. */
    chain: z.array(link),
    coversWhole: z.boolean(),
    proof: z
      .strictObject({
        kind: z.enum(['ocsp', 'crl']),
        from: z.enum(['document', 'authority']),
        at: z.string(),
      })
      .nullable(),
    form: z.string(),
    level: z.enum(['B', 'T', 'LT']).nullable(),
    hash: z.string(),
    key: z.string(),
  }),
);

/** What is said of a document and of each of its signatures. */
export const verdict = z.lazy(() =>
  z.strictObject({
    status,
    /** In words. */
    answer: text,
    format: z.enum(['pdf', 'xml', 'cms']).nullable(),
    reasons: z.array(reason),
    signatures: z.array(signature),
    /** By the workspace's clock. */
    at: z.string(),
  }),
);

export type VerdictView = z.output<typeof verdict>;

/** `file`: the signed document; `content`: what a detached CMS signature is about. */
export const upload = z.lazy(() =>
  z.object({ file: z.unknown().optional(), content: z.unknown().optional() }),
);

const expected = z.lazy(() => z.strictObject({ status, reasons: z.array(code) }));

const sampleName = z.lazy(() => z.enum(Object.keys(samples) as [SampleName, ...SampleName[]]));

export const sampleList = z.lazy(() =>
  z.strictObject({
    samples: z.array(z.strictObject({ name: sampleName, title: text, url: z.string(), expected })),
  }),
);

export const sample = z.lazy(() =>
  z.strictObject({
    name: sampleName,
    title: text,
    expected,
    /** The file, base64. */
    document: z.string(),
  }),
);
