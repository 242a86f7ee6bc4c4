import type { Text } from '../../../contracts/_contract.ts';
import type {
  DocumentFormat,
  RemoteAuthority,
  SignatureLevel,
  SigningWay,
} from '../../../contracts/_portal/signing-data.ts';

/** One try to sign a dossier. What it is signed with is kept, never the document: it is made anew from the dossier. */
export interface Signing {
  dossier: string;
  format: DocumentFormat;
  level: SignatureLevel;
  way: SigningWay;
  /** Id of the local account that began it. */
  applicant: string;
  state: 'certificate' | 'waiting' | 'signed' | 'failed';
  /** Slug of whose phone or token is asked. */
  signer: string | null;
  /** Remote. */
  ca?: RemoteAuthority;
  /** SIM. */
  phone?: string;
  /** At the provider, and until when it waits for the signer: epoch milliseconds. */
  transaction?: string;
  until?: number;
  /** What is prepared with them; known as soon as the certificate is. */
  prepared?: Preparation;
  /** Why it came to nothing: code of a fault, its detail, and what people are told of it. */
  failure?: { code: string; detail: string; reason?: Text };
}

/** From these and the dossier the same bytes to be signed are made again. */
export interface Preparation {
  /** DER, base64: of the signer, and those above it. */
  certificate: string;
  chain: readonly string[];
  /** Epoch milliseconds of the token clock. */
  signingTime: number;
  /** SHA-256 of what the key signs, hex. */
  digest: string;
}

/** How a dossier was signed. */
export interface SignatureRecord {
  dossier: string;
  format: DocumentFormat;
  level: SignatureLevel;
  way: SigningWay;
  signer: string;
  issuer: string;
  serial: string;
  /** ISO 8601, token clock. */
  signedAt: string;
  bytes: number;
  /** Of the document, hex. */
  sha256: string;
}

/** The signed document itself, base64: apart from its record, because lists need none. */
export interface SignedDocument {
  document: string;
}

/** How long somebody has for signing, whatever the provider says. */
export const LIFETIME_SECONDS = 900;

/** Of its record too. */
export const signedDocumentId = (dossier: string, format: DocumentFormat): string => `${dossier},${format}`;
