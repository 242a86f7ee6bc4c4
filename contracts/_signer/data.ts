import * as z from 'zod';

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

/** Slug of a person. */
export const slug = z.lazy(() => z.string().min(1).max(40));

/** Where a request to sign stands. */
export const stages = ['waiting', 'signed', 'refused', 'blocked', 'failed', 'expired'] as const;

const document = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    name: z.string(),
    hash: z.enum(['sha1', 'sha256', 'sha384', 'sha512']),
    /** Lower-case hex. */
    digest: z.string(),
  }),
);

const certificate = z.lazy(() =>
  z.strictObject({
    /** Upper-case hex. */
    serial: z.string(),
    /** CN of the subject. */
    name: z.string(),
    authority: text,
    /** Token clock. */
    notAfter: z.iso.datetime(),
  }),
);

/** What a person is asked to sign. Times: token clock. */
export const signing = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    /** The system of the signature provider, and its name. */
    system: z.string(),
    provider: text,
    /** Slug of the signer. */
    person: z.string(),
    /** The service provider, by its name for people. */
    asks: z.string(),
    description: z.string(),
    documents: z.array(document),
    /** Null: the certificate is gone, as after an import into another deployment. */
    certificate: certificate.nullable(),
    stage: z.enum(stages),
    requestedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  }),
);

/** Which requests are older than those of a page: as that page said it. */
export const older = z.lazy(() => z.string().regex(/^[\da-z]{9,12},[\w-]{1,60}$/));

/** How a person's PIN stands. */
export const pin = z.lazy(() =>
  z.strictObject({
    /** 0: blocked. */
    triesLeft: z.int().min(0),
    /** Token clock; null: not blocked. */
    blockedSince: z.iso.datetime().nullable(),
  }),
);

/** The signer's answer. `pin`: to approve; everybody's is 123456. */
export const decision = z.lazy(() =>
  z.discriminatedUnion('decision', [
    z.strictObject({ person: slug, decision: z.literal('approve'), pin: z.string().min(1).max(40) }),
    z.strictObject({ person: slug, decision: z.literal('refuse'), pin: z.string().max(40).optional() }),
  ]),
);
