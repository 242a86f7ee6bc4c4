import * as z from 'zod';

export const text = z.lazy(() => z.string().max(2000));
export const base64 = z.lazy(() =>
  z
    .string()
    .max(200)
    .regex(/^[\w+/-]+={0,2}$/),
);
/** Any number: how many may be signed is told by `numSignatures`. */
export const hashes = z.lazy(() => z.array(base64));
/** Of an algorithm; one that there is not is refused by its name. */
export const oid = z.lazy(() => z.string());
export const credentialID = z.lazy(() => z.string().min(1).max(64));
export const SAD = z.lazy(() => z.string().min(1).max(500));
export const certificatesAsked = z.lazy(() => z.enum(['none', 'single', 'chain']));
const seconds = z.lazy(() => z.int());

export const infoInput = z.lazy(() => z.strictObject({ lang: text.optional() }));

export const infoOutput = z.lazy(() =>
  z.strictObject({
    specs: z.string(),
    name: z.string(),
    logo: z.string(),
    region: z.string(),
    lang: z.string(),
    description: z.string(),
    authType: z.array(z.enum(['basic', 'oauth2code', 'oauth2client'])),
    oauth2: z.string(),
    methods: z.array(z.string()),
  }),
);

export const loginInput = z.lazy(() =>
  z.strictObject({
    refresh_token: z.string().min(1).max(500).optional(),
    rememberMe: z.boolean().optional(),
    clientData: text.optional(),
  }),
);

export const loginOutput = z.lazy(() =>
  z.strictObject({ access_token: z.string(), refresh_token: z.string().optional(), expires_in: seconds }),
);

export const revokeInput = z.lazy(() =>
  z.strictObject({
    token: z.string().min(1).max(500),
    token_type_hint: z.enum(['access_token', 'refresh_token']).optional(),
    clientData: text.optional(),
  }),
);

export const listInput = z.lazy(() =>
  z.strictObject({
    /** Only where the token is not a person's own (OAuth 2.0 client credentials): the personal number. */
    userID: z.string().min(1).max(100).optional(),
    maxResults: z.int().min(1).max(1000).optional(),
    pageToken: z.string().min(1).max(500).optional(),
    clientData: text.optional(),
  }),
);

export const listOutput = z.lazy(() =>
  z.strictObject({ credentialIDs: z.array(z.string()), nextPageToken: z.string().optional() }),
);

export const infoOfCredentialInput = z.lazy(() =>
  z.strictObject({
    credentialID,
    certificates: certificatesAsked.optional(),
    certInfo: z.boolean().optional(),
    authInfo: z.boolean().optional(),
    lang: text.optional(),
    clientData: text.optional(),
  }),
);

export const key = z.lazy(() =>
  z.strictObject({
    status: z.enum(['enabled', 'disabled']),
    algo: z.array(z.string()),
    len: z.int(),
    curve: z.string().optional(),
  }),
);

export const cert = z.lazy(() =>
  z.strictObject({
    /** Absent: not valid yet, for which the standard has no word. */
    status: z.enum(['valid', 'expired', 'revoked', 'suspended']).optional(),
    certificates: z.array(z.string()).optional(),
    issuerDN: z.string().optional(),
    serialNumber: z.string().optional(),
    subjectDN: z.string().optional(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
  }),
);

const factor = z.lazy(() =>
  z.strictObject({
    presence: z.enum(['true', 'false', 'optional']),
    type: z.enum(['offline', 'online']).optional(),
    format: z.enum(['A', 'N']).optional(),
    label: z.string().optional(),
    description: z.string().optional(),
    provider: z.string().optional(),
    ID: z.string().optional(),
  }),
);

export const infoOfCredentialOutput = z.lazy(() =>
  z.strictObject({
    description: z.string(),
    key,
    cert,
    authMode: z.enum(['explicit', 'implicit', 'oauth2code']),
    SCAL: z.enum(['1', '2']),
    PIN: factor.optional(),
    OTP: factor.optional(),
    multisign: z.int(),
    lang: z.string(),
  }),
);

export const sendOtpInput = z.lazy(() => z.strictObject({ credentialID, clientData: text.optional() }));

export const authorizeInput = z.lazy(() =>
  z.strictObject({
    credentialID,
    numSignatures: z.int(),
    hash: hashes.optional(),
    PIN: z.string().max(100).optional(),
    OTP: z.string().max(100).optional(),
    description: z.string().max(500).optional(),
    clientData: text.optional(),
  }),
);

export type AuthorizeInput = z.output<typeof authorizeInput>;

export const sadOutput = z.lazy(() => z.strictObject({ SAD: z.string(), expiresIn: seconds }));

export const extendInput = z.lazy(() =>
  z.strictObject({ credentialID, hash: hashes.optional(), SAD, clientData: text.optional() }),
);

export const signHashInput = z.lazy(() =>
  z.strictObject({
    credentialID,
    SAD,
    hash: hashes,
    hashAlgo: oid.optional(),
    signAlgo: oid,
    signAlgoParams: text.optional(),
    clientData: text.optional(),
  }),
);

export const signaturesOutput = z.lazy(() => z.strictObject({ signatures: z.array(z.string()) }));

export const timestampInput = z.lazy(() =>
  z.strictObject({
    hash: base64,
    hashAlgo: oid,
    nonce: z
      .string()
      .max(64)
      .regex(/^[\dA-Fa-f]+$/)
      .optional(),
    clientData: text.optional(),
  }),
);

export type TimestampInput = z.output<typeof timestampInput>;

export const timestampOutput = z.lazy(() => z.strictObject({ timestamp: z.string() }));
