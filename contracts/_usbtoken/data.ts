import * as z from 'zod';

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));

/** How a token stands at its owner's computer. */
export const tokenStates = [
  'ok',
  'not-plugged-in',
  'no-driver',
  'no-certificate',
  'pin-blocked',
  'two-tokens',
] as const;

export type TokenState = (typeof tokenStates)[number];

export const pluginNames = ['vgca', 'vnpt'] as const;

export type PluginName = (typeof pluginNames)[number];

/**
 * What a page sends to VGCA Sign Service: a JSON object; as a JSON string: the text to the letter, which need not be
 * JSON. What a function does not know it ignores.
 */
export const vgcaMessage = z.lazy(() =>
  z.union([
    z.string().max(4_000_000),
    z.looseObject({
      /** Of SignMsg, SignXML: what is signed, base64. */
      Base64Content: z.string().optional(),
      /** Of SignJson: the payload. */
      JsonContent: z.string().optional(),
      /** `Sha256` unless told, `Sha384`, `Sha512`. */
      HashAlg: z.string().optional(),
      /** Of SignMsg: `true`: the CMS does not hold the content. Of SignXML: only the Signature element is answered. */
      ReturnSignatureOnly: z.union([z.string(), z.boolean()]).optional(),
      /** Of SignJson: `true`: the JWS does not hold the payload (RFC 7515, appendix F). */
      DetachPayload: z.union([z.string(), z.boolean()]).optional(),
      /** Of SignJson: `true`: RSASSA-PSS. */
      IsPss: z.union([z.string(), z.boolean()]).optional(),
      /** Of VerifyXML: the XML itself. */
      Data: z.string().optional(),
      /** Of VerifyMsg: CMS, base64. */
      Signature: z.string().optional(),
      /** Of the functions for files, and of VerifyPDF: where the document is. */
      FileName: z.string().optional(),
      /** Of SignFiles: several, by their URL. */
      Files: z
        .array(
          z.looseObject({
            FileID: z.union([z.string(), z.number()]).optional(),
            FileName: z.string().optional(),
            URL: z.string().optional(),
          }),
        )
        .optional(),
      /** Takes the signed document: `multipart/form-data`, in the field `uploadfile`. */
      FileUploadHandler: z.string().optional(),
      /** Sent along to both as a cookie, and as a bearer token. */
      SessionId: z.string().optional(),
      JWTToken: z.string().optional(),
      DocNumber: z.string().nullish(),
      IssuedDate: z.string().nullish(),
      /** Go along with the signed document as fields of the form. */
      MetaData: z.array(z.looseObject({ Key: z.string(), Value: z.string() })).nullish(),
    }),
  ]),
);

export type VgcaMessage = z.output<typeof vgcaMessage>;

/** Of several documents: what became of one. */
const signedFile = z.lazy(() =>
  z.strictObject({
    FileID: z.union([z.string(), z.number()]),
    FileName: z.string(),
    URL: z.string(),
    /** 0: signed and handed in. */
    Status: z.int(),
    Message: z.string(),
    /** What the page's server answered when it took the document. */
    FileSignedURL: z.string(),
  }),
);

/** What it answers: one JSON object. */
export const vgcaReply = z.lazy(() =>
  z.strictObject({
    /** 0: done. */
    Status: z.int(),
    Message: z.string(),
    Error: z.string(),
    FileName: z.string(),
    FileServer: z.string(),
    DocumentNumber: z.string(),
    DocumentDate: z.string(),
    /** CMS in base64, or a JWS, or signed XML in base64. */
    Signature: z.string(),
    /** Of the signer. */
    CertBase64: z.string(),
    /** Of SignFiles: each by itself. */
    Files: z.array(signedFile).optional(),
  }),
);

export type VgcaReply = z.output<typeof vgcaReply>;

/** What VerifyXML answers: of each signature, who signed and what the certificate is worth. */
export const verifiedXml = z.lazy(() =>
  z.array(
    z.strictObject({
      SigInfo: z.strictObject({
        SignerCert: z.strictObject({
          /** Upper-case hex. */
          SerialNumber: z.string(),
          Subject: z.string(),
          Issuer: z.string(),
        }),
        SignerName: z.string(),
        SigningTime: z.string(),
      }),
      ValidationDetails: z.strictObject({
        SignatureStatus: z.boolean(),
        /** 0: good. */
        SignerCertStatus: z.strictObject({ Status: z.int(), Description: z.string() }),
      }),
    }),
  ),
);

export type VerifiedXml = z.output<typeof verifiedXml>;

export const vgcaAnswer = z.lazy(() => z.union([vgcaReply, verifiedXml]));

/** What a page sends to VNPT-CA's plug-in. */
export const vnptMessage = z.lazy(() =>
  z.looseObject({
    functionID: z.int().min(0).max(1000),
    /** Stands behind the `*` of the answer. */
    funcCallback: z.string().max(200).default(''),
    args: z.array(z.unknown()).max(20).default([]),
    domain: z.string().max(300).optional(),
  }),
);

export type VnptMessage = z.output<typeof vnptMessage>;

/** The person has not decided yet: send the same again with this `dialogue` in the query, and it waits on. */
export const patience = z.lazy(() => z.strictObject({ dialogue: z.string() }));

export const goOn = z.lazy(() => z.strictObject({ dialogue: z.string().min(1).max(100).optional() }));

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

/** A window that waits for the person: to choose a certificate, or to enter the PIN too. */
export const dialogue = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    plugin: z.enum(pluginNames),
    /** The plug-in's function, by its name. */
    function: z.string(),
    /** Origin of the page that asks; null: a program of the person's own. */
    asks: z.string().nullable(),
    /** Whether a PIN is needed: not where only a certificate is chosen. */
    pin: z.boolean(),
    /** What is signed, by its digest in lower-case hex. */
    documents: z.array(z.strictObject({ name: z.string(), hash: z.string(), digest: z.string() })),
    certificates: z.array(certificate),
    /** Token clock. */
    expiresAt: z.iso.datetime(),
  }),
);

/** The token, and how often its PIN may still be tried; 0: it is blocked. */
export const token = z.lazy(() => z.strictObject({ state: z.enum(tokenStates), triesLeft: z.int().min(0) }));

/** `ok` unblocks the PIN too. */
export const newToken = z.lazy(() => z.strictObject({ state: z.enum(tokenStates) }));

/** `certificate`: a serial number, where there are several; the first one unless told. Everybody's PIN is 123456. */
export const decision = z.lazy(() =>
  z.union([
    z.strictObject({ pin: z.string().max(40).optional(), certificate: z.string().max(64).optional() }),
    z.strictObject({ cancel: z.literal(true) }),
  ]),
);

export type Decision = z.output<typeof decision>;

/** The same from the window's form. */
export const decisionForm = z.lazy(() =>
  z.strictObject({
    decision: z.enum(['approve', 'cancel']),
    pin: z.string().max(40).optional(),
    certificate: z.string().max(64).optional(),
  }),
);
