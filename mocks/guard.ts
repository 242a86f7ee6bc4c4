import { clientCertificateOf, withClientCertificate } from '../functions/_kit/client-certificate.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * More than any system takes, even where each character has three bytes: what is cut off here, the system's own
 * limit refuses in its own words.
 */
const ENOUGH = 16 * 1_048_576;
/** So much is still read, to answer a caller who is still sending; then the connection is cut. */
const TOO_MUCH = 4 * ENOUGH;

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d{1,3}){3}$/.test(hostname);

const misdirected = (host: string, origin: string): Response =>
  Response.json(
    {
      type: 'urn:hopcat:fault:unknown_host',
      title: 'HopCat không trả lời dưới tên này',
      status: 421,
      code: 'unknown_host',
      detail: `Host: ${host}`,
      cure: `Dùng ${origin}, hoặc khởi động lại với --origin http://tên:cổng`,
      en: {
        title: 'HopCat does not answer to this name',
        cure: `Use ${origin}, or start again with --origin http://name:port`,
      },
    },
    { status: 421, headers: { 'content-type': 'application/problem+json' } },
  );

/** A body of unknown length, kept as far as it can matter. */
async function bounded(request: Request): Promise<Request> {
  // Whoever takes a table reads it in pieces and counts them; everybody else refuses its type unread.
  if (/^(text|application)\/csv\b/i.test(request.headers.get('content-type') ?? '')) return request;
  if (!request.headers.has('transfer-encoding') || !request.body) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    if (size <= ENOUGH) chunks.push(chunk);
    size += chunk.byteLength;
    if (size > TOO_MUCH) break;
  }
  const { url, method, headers, signal } = request;
  const whole = new Request(url, { method, headers, signal, body: Buffer.concat(chunks) });
  const certificate = clientCertificateOf(request);
  return certificate === undefined ? whole : withClientCertificate(whole, certificate);
}

/**
 * What a socket brings and no other front does: a Host header of somebody else's choice (DNS rebinding lets any
 * site's page reach loopback under its own name), and bodies without end.
 */
export async function guarded({ deps, fetch }: Sandbox, request: Request): Promise<Response> {
  if (!request.url.startsWith(`${deps.origin}/`)) {
    const { host, hostname } = new URL(request.url);
    if (!isLoopback(hostname) && hostname !== new URL(deps.origin).hostname) {
      return misdirected(host, deps.origin);
    }
  }
  return fetch(await bounded(request));
}
