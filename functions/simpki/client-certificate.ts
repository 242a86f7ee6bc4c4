import { X509Certificate } from 'node:crypto';
import type { SimpkiAccount } from '../../contracts/_simpki/settings.ts';
import { type ClientCertificate, clientCertificateOf } from '../_kit/client-certificate.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { authorityOf } from '../_sign/authority.ts';
import { ofTheHouse } from './caller.ts';

/** Of application providers: the real service stands at ca.gov.vn. */
export const AP_AUTHORITY = 'government-ca';

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** The one URI among the names of a certificate; Node writes what its list could not hold as JSON does. */
function uriOf({ subjectAltName = '' }: X509Certificate): string {
  const [, uri = ''] = /^URI:("(?:[^"\\]|\\.)*"|[^,"]*)$/.exec(subjectAltName) ?? [];
  return uri.startsWith('"') ? (JSON.parse(uri) as string) : uri;
}

function parsed(certificate: ClientCertificate): X509Certificate {
  try {
    return new X509Certificate(certificate);
  } catch {
    throw new Fault('client_certificate', 'the client certificate cannot be read');
  }
}

/** Why a certificate does not prove that its holder is this AP; undefined: it does. */
async function objection(
  x: Exchange,
  certificate: X509Certificate,
  apId: string,
): Promise<string | undefined> {
  const issuer = new X509Certificate((await authorityOf(x, AP_AUTHORITY)).certificate);
  if (!certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey))
    return 'was not issued by the authority of application providers';
  const { now } = x.clock;
  if (now < certificate.validFromDate.getTime()) return 'is not valid yet';
  if (now > certificate.validToDate.getTime()) return 'is expired';
  if (!certificate.keyUsage?.includes(CLIENT_AUTH)) return 'is not for clients of TLS';
  return uriOf(certificate) === apId ? undefined : 'is that of another AP';
}

/**
 * Where the workspace wants mutual TLS of everybody but the sandbox's own portals: nothing tells their calls from
 * another's by their AP_ID and password.
 * @throws Fault client_certificate, no_mutual_tls
 */
export async function refuseStrangers(x: Exchange, { apId }: SimpkiAccount): Promise<void> {
  if (x.workspace.settings.simpki.clientCertificates === 'off') return;
  if (ofTheHouse.some((portal) => portal.apId === apId)) return;
  const given = clientCertificateOf(x.request);
  if (given === undefined)
    throw new Fault('no_mutual_tls', 'a client certificate is required, and this address cannot see any');
  if (given === null) throw new Fault('client_certificate', 'there is no client certificate');
  const why = await objection(x, parsed(given), apId);
  if (why !== undefined) throw new Fault('client_certificate', `the client certificate ${why}`);
}
