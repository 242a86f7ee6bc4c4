import * as z from 'zod';
import { credentialID, hashes, oid, SAD, text } from './v1.ts';

const common = () => ({
  hashAlgorithmOID: oid.optional(),
  conformance_level: z.string().max(20).optional(),
  signAlgo: oid,
  signAlgoParams: text.optional(),
  signed_envelope_property: z.string().max(20).optional(),
});

/** `C`: CAdES beside the document. `P`: what goes into a PDF's signature dictionary. */
const documentDigests = z.lazy(() =>
  z.strictObject({ hashes, signature_format: z.enum(['C', 'P']), ...common() }),
);

const document = z.lazy(() =>
  z.strictObject({
    document: z
      .string()
      .min(1)
      .max(900_000)
      .regex(/^[\w+/-]+={0,2}$/),
    signature_format: z.enum(['C', 'P', 'X', 'J']),
    ...common(),
  }),
);

export type DigestsToSign = z.output<typeof documentDigests>;
export type DocumentToSign = z.output<typeof document>;

export const signDocInput = z.lazy(() =>
  z.strictObject({
    credentialID,
    SAD: SAD.optional(),
    documentDigests: z.array(documentDigests).max(100).default([]),
    documents: z.array(document).max(100).default([]),
    operationMode: z.enum(['S', 'A']).optional(),
    /** Milliseconds. */
    validity_period: z.int().min(1000).max(86_400_000).optional(),
    returnValidationInfo: z.literal(false).optional(),
    clientData: text.optional(),
  }),
);

export type SignDocInput = z.output<typeof signDocInput>;

/** What was made, CMS in base64. */
const made = () => ({
  DocumentWithSignature: z.array(z.string()).optional(),
  SignatureObject: z.array(z.string()).optional(),
});

export const signDocOutput = z.lazy(() =>
  z.union([z.strictObject({ responseID: z.string() }), z.strictObject(made())]),
);

export const pollingOutput = z.lazy(() =>
  z.strictObject({ signatures: z.array(z.string()).optional(), ...made() }),
);
