import type { HashName } from './keys.ts';

/** A document that waits for the signature of whoever has the key. The same request gives the same `toSign`. */
export interface PreparedDocument {
  /** What the key signs, as bytes, and its digest by the request's hash. */
  toSign: Uint8Array;
  digest: Uint8Array;
  /** The signed document. `signature`: PKCS #1 v1.5, or DER of ECDSA. */
  finish(signature: Uint8Array, proofs?: Proofs): Promise<Uint8Array>;
}

/** What goes into a signed document beside the signature. */
export interface Proofs {
  /** RFC 3161 token over a digest by SHA-256: level T. */
  timeStamp?: (digest: Uint8Array) => Promise<Uint8Array>;
  /** DER, for the signer's chain (and the time stamp's): level LT. */
  revocation?: {
    certificates: readonly Uint8Array[];
    ocsp: readonly Uint8Array[];
    crls: readonly Uint8Array[];
  };
}

export interface DocumentRequest {
  document: Uint8Array;
  /** Of the signer, DER; those above it. */
  certificate: Uint8Array;
  chain: readonly Uint8Array[];
  hash: HashName;
  /** Epoch milliseconds. */
  signingTime: number;
  /** Shown by readers. */
  reason?: string;
  location?: string;
  /** Of a PDF: where its last page shows the signature, as x and y of the lower left corner, width and height in points. */
  box?: readonly [x: number, y: number, width: number, height: number];
}
