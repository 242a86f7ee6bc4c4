import type { ReasonCode, VerdictStatus } from '../../contracts/_sign/verdict.ts';

/** Why a signature, or a whole document, is not accepted. Words for it: `contracts/_sign/verdict.ts`. */
export interface Finding {
  code: ReasonCode;
  /** Of what: the document, the signature on it, a certificate in its chain, its time stamp. */
  about: 'document' | 'signature' | 'certificate' | 'time-stamp';
  /** Revoked or suspended since, expired at, valid from: ISO 8601. */
  since?: string;
  /** For engineers, in English. */
  detail?: string;
}

/** A certificate of a chain, as people read it. */
export interface ChainLink {
  /** CN, or the whole subject where there is none. */
  name: string;
  subject: string;
  issuer: string;
  /** Upper-case hex. */
  serial: string;
  /** ISO 8601. */
  notBefore: string;
  notAfter: string;
  /** Of the certificate, lower-case hex. */
  sha256: string;
  /** Whether it is a root that the reader trusts. */
  trusted: boolean;
}

/** Who signed, as the certificate says. */
export interface SignerNamed {
  name: string;
  /** What stands in UID: `number` is masked where it is not the sandbox's own. */
  number: string | null;
  numberKind: 'personal' | 'tax' | null;
  organisation: string | null;
  /** Office of an official. */
  title: string | null;
}

export interface SigningTime {
  /** ISO 8601. */
  at: string;
  /** Proven by a time stamp that can be believed, or only claimed by the signer. */
  source: 'time-stamp' | 'claimed';
  /** Who stamped. */
  by: string | null;
}

/** What says that the certificate was not revoked, or was. */
export interface StatusProof {
  kind: 'ocsp' | 'crl';
  /** Carried by the document, or given by the authority when it was asked. */
  from: 'document' | 'authority';
  /** When the authority said so: ISO 8601. */
  at: string;
}

/** One signature of a document. */
export interface SignatureVerdict {
  status: VerdictStatus;
  /** Empty where it is valid. */
  reasons: Finding[];
  /** Null where no certificate of the signer is there. */
  signer: SignerNamed | null;
  /** Null where nobody says when. */
  time: SigningTime | null;
  /** From the signer's certificate upwards; its last link is `trusted` where the chain is whole. */
  chain: ChainLink[];
  /** Whether it covers everything that the document now has. */
  coversWhole: boolean;
  proof: StatusProof | null;
  /** As in `ETSI.CAdES.detached`, `XAdES`, `CAdES`. */
  form: string;
  /** Baseline level of AdES that it has the parts of; null: it is not AdES. */
  level: 'B' | 'T' | 'LT' | null;
  /** `sha256`, … */
  hash: string;
  /** `rsa`, `ec`, … */
  key: string;
}

/** What can be said of a document's signatures. */
export interface Verdict {
  /** Of the worst of them. */
  status: VerdictStatus;
  /** Null where it is none that can be read. */
  format: 'pdf' | 'xml' | 'cms' | null;
  /** Of all signatures, and of the document; each code once, the weightiest first. */
  reasons: Finding[];
  signatures: SignatureVerdict[];
  /** By whose clock it was judged: ISO 8601. */
  at: string;
}

/** Answers of an authority about a certificate, DER. */
export interface StatusAnswers {
  ocsp?: readonly Uint8Array[];
  crls?: readonly Uint8Array[];
}

/** What a verdict needs from outside. */
export interface VerifyContext {
  /** Epoch milliseconds. */
  now: number;
  /** Trusted roots, DER. */
  roots: readonly Uint8Array[];
  /** Certificates that the reader has anyway, to complete chains, DER. */
  certificates?: readonly Uint8Array[];
  /** Asks what an authority says of a certificate; absent, or nothing there: only the document's own proofs count. */
  status?: (certificate: Uint8Array, issuer: Uint8Array) => Promise<StatusAnswers>;
  /** Whether a personal number is the sandbox's own, so that it may be shown. */
  isOurs: (number: string) => boolean;
  /** What a detached CMS signature is about. */
  content?: Uint8Array;
}
