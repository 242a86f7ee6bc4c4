/** A certificate by which a caller proved itself in mutual TLS: DER, or PEM. */
export type ClientCertificate = Uint8Array | string;

const seen = new WeakMap<Request, ClientCertificate | null>();

/**
 * What a front says of a request: the client certificate whose key the caller has shown to have, whoever issued it;
 * null: the front asks for one, and none came.
 */
export function withClientCertificate(request: Request, certificate: ClientCertificate | null): Request {
  seen.set(request, certificate);
  return request;
}

/** Undefined: this front cannot see client certificates. */
export const clientCertificateOf = (request: Request): ClientCertificate | null | undefined =>
  seen.get(request);
