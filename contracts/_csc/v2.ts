import * as z from 'zod';
import { cert, certificatesAsked, credentialID, hashes, infoOutput, key, oid, SAD, text } from './v1.ts';

export const infoOutputV2 = z.lazy(() =>
  infoOutput.unwrap().extend({
    asynchronousOperationMode: z.boolean(),
    validationInfo: z.boolean(),
    signAlgorithms: z.strictObject({ algos: z.array(z.string()) }),
    signature_formats: z.strictObject({
      formats: z.array(z.string()),
      envelope_properties: z.array(z.array(z.string())),
    }),
    conformance_levels: z.array(z.string()),
  }),
);

const asked = () => ({
  certificates: certificatesAsked.optional(),
  certInfo: z.boolean().optional(),
  authInfo: z.boolean().optional(),
  lang: text.optional(),
  clientData: text.optional(),
});

export const listInputV2 = z.lazy(() =>
  z.strictObject({
    userID: z.string().min(1).max(100).optional(),
    credentialInfo: z.boolean().optional(),
    onlyValid: z.boolean().optional(),
    ...asked(),
  }),
);

export const infoOfCredentialInputV2 = z.lazy(() => z.strictObject({ credentialID, ...asked() }));

const authObject = z.lazy(() =>
  z.strictObject({
    type: z.string(),
    id: z.string(),
    format: z.string(),
    label: z.string(),
    description: z.string(),
    generator: z.string().optional(),
  }),
);

const auth = z.lazy(() =>
  z.strictObject({
    mode: z.enum(['explicit', 'oauth2code']),
    expression: z.string().optional(),
    objects: z.array(authObject).optional(),
  }),
);

export const infoOfCredentialOutputV2 = z.lazy(() =>
  z.strictObject({
    description: z.string(),
    key,
    cert,
    auth,
    SCAL: z.enum(['1', '2']),
    multisign: z.int(),
    lang: z.string(),
  }),
);

export const listOutputV2 = z.lazy(() =>
  z.strictObject({
    credentialIDs: z.array(z.string()),
    credentialInfos: z
      .array(infoOfCredentialOutputV2.unwrap().extend({ credentialID: z.string() }))
      .optional(),
    onlyValid: z.boolean().optional(),
  }),
);

const authDatum = z.lazy(() =>
  z.strictObject({ id: z.string().max(100), value: z.string().max(200).optional() }),
);

export const authorizeInputV2 = z.lazy(() =>
  z.strictObject({
    credentialID,
    numSignatures: z.int(),
    hashes: hashes.optional(),
    hashAlgorithmOID: oid.optional(),
    authData: z.array(authDatum).max(10).optional(),
    description: z.string().max(500).optional(),
    clientData: text.optional(),
  }),
);

export type AuthorizeInputV2 = z.output<typeof authorizeInputV2>;

export const handleOutput = z.lazy(() => z.strictObject({ handle: z.string() }));

export const checkInput = z.lazy(() =>
  z.strictObject({ handle: z.string().min(1).max(200), clientData: text.optional() }),
);

export const challengeInput = z.lazy(() =>
  z.strictObject({ credentialID, authObjectID: z.string().min(1).max(100), clientData: text.optional() }),
);

export const extendInputV2 = z.lazy(() =>
  z.strictObject({
    credentialID,
    hashes: hashes.optional(),
    hashAlgorithmOID: oid.optional(),
    SAD,
    clientData: text.optional(),
  }),
);

export const signHashInputV2 = z.lazy(() =>
  z.strictObject({
    credentialID,
    SAD: SAD.optional(),
    hashes,
    hashAlgorithmOID: oid.optional(),
    signAlgo: oid,
    signAlgoParams: text.optional(),
    operationMode: z.enum(['S', 'A']).optional(),
    /** Milliseconds. */
    validity_period: z.int().min(1000).max(86_400_000).optional(),
    clientData: text.optional(),
  }),
);

export type SignHashInputV2 = z.output<typeof signHashInputV2>;

export const signHashOutputV2 = z.lazy(() =>
  z.union([z.strictObject({ signatures: z.array(z.string()) }), z.strictObject({ responseID: z.string() })]),
);

export const pollingInput = z.lazy(() =>
  z.strictObject({
    requestID: z.string().min(1).max(200),
    userID: text.optional(),
    clientData: text.optional(),
  }),
);

/** Not ready yet. */
export const acceptedOutput = z.lazy(() =>
  z.strictObject({ error: z.literal('accepted_request'), error_description: z.string() }),
);
