import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { readXml, type XmlElement } from '../_soap/read.ts';
import { DECLARATION, type Node, written } from '../_soap/write.ts';
import { call, unavailable } from './call.ts';
import type { RelyingParty } from './party.ts';

// Signatures by the key on a SIM: ETSI TS 102 204, asynchronously.

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
const MSS = 'http://uri.etsi.org/TS102204/v1.1.2#';
const PROFILE = 'http://mobile-id.vn/digitalSignature';
const SERVICES = 'http://mobile-id.vn/MSSP/v1.0.0#';

const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

const mss = (name: string, content: Node['content'] = '', attributes: Node['attributes'] = {}): Node => ({
  name: `mss:${name}`,
  attributes,
  content,
});

const uri = (name: string, value: string): Node => mss(name, [mss('mssURI', value)]);

const apInfo = (x: Exchange, { apId, secret }: RelyingParty): Node =>
  mss('AP_Info', '', {
    AP_ID: apId,
    AP_PWD: secret,
    AP_TransID: `A${Buffer.from(x.deps.random(5)).toString('hex').slice(0, 9)}`,
    Instant: new Date(x.clock.now).toISOString(),
  });

const msspInfo = mss('MSSP_Info', [mss('MSSP_ID', [mss('URI', 'http://hmssp.mobile-id.vn')])]);

interface Message {
  port: string;
  operation: string;
  request: string;
  attributes: Node['attributes'];
  content?: readonly Node[];
}

/** Everything below an element, itself first. */
const within = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(within)];

const textOf = (all: readonly XmlElement[], name: string): string | undefined =>
  all.find((each) => each.name === name)?.text.trim();

/** What ETSI's codes mean here. */
const refusals: Readonly<Record<string, string>> = {
  _105: 'no_certificate',
  _109: 'no_certificate',
  _208: 'signature_expired',
  _401: 'signature_refused',
  _402: 'pin_blocked',
  _403: 'no_certificate',
  _404: 'no_certificate',
  _406: 'signer_busy',
  _422: 'no_certificate',
  _425: 'signature_not_trusted',
};

function refuseFault(all: readonly XmlElement[]): void {
  if (!all.some(({ name }) => name === 'Fault')) return;
  const values = all
    .filter(({ name }) => name === 'Value')
    .map(({ text }) => text.trim().split(':').at(-1) ?? '');
  const code = values.find((value) => /^_\d{3}$/.test(value)) ?? 'no code';
  const known = refusals[code];
  if (known === undefined) throw unavailable('simpki', `it answered ${code}`);
  throw new Fault(known, `SIM PKI answered ${code}`);
}

/** The elements of an answer. @throws Fault for every refusal */
async function asked(
  x: Exchange,
  party: RelyingParty,
  { port, operation, request, attributes, content = [] }: Message,
) {
  const inner: Node = {
    name: request,
    attributes: { 'xmlns:mss': MSS, MajorVersion: '1', MinorVersion: '1', ...attributes },
    content: [apInfo(x, party), msspInfo, ...content],
  };
  const body: Node = { name: 'soap:Body', content: [{ name: operation, content: [inner] }] };
  const envelope = { name: 'soap:Envelope', attributes: { 'xmlns:soap': SOAP }, content: [body] };
  const reply = await call(x, 'simpki', `/soap/services/${port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
    body: DECLARATION + written(envelope),
  });
  const root = await readXml(reply.text).catch(() => undefined);
  if (!root) throw unavailable('simpki', `it answered ${reply.status}, and no XML`);
  const all = within(root);
  refuseFault(all);
  return all;
}

const statusIn = (all: readonly XmlElement[]): string =>
  all.find(({ name, attributes }) => name === 'StatusCode' && attributes.Value)?.attributes.Value ?? '';

export interface SimWish {
  phone: string;
  /** Of the enterprise that the subscriber represents, not of the subscriber. */
  enterprise: boolean;
  /** SHA-256 of what is signed, and what the phone shows. */
  digest: Uint8Array;
  shown: string;
}

/** For how long the subscriber is asked. */
export const SIM_SECONDS = 300;

/** Asks the subscriber to sign; gives the transaction. @throws Fault */
export async function askSim(
  x: Exchange,
  party: RelyingParty,
  { phone, enterprise, digest, shown }: SimWish,
): Promise<string> {
  const info = Buffer.concat([DIGEST_INFO, digest]).toString('base64');
  const services = ['signingCertificate', 'signatureValidation'];
  const all = await asked(x, party, {
    port: 'MSS_SignaturePort',
    operation: 'MSS_Signature',
    request: 'MSS_SignatureReq',
    attributes: { MessagingMode: 'asynchClientServer', TimeOut: String(SIM_SECONDS) },
    content: [
      mss('MobileUser', [mss('MSISDN', phone.replace(/^0/, '84'))]),
      mss('DataToBeSigned', info, { MimeType: 'application/octet-stream', Encoding: 'base64' }),
      mss('DataToBeDisplayed', shown, { MimeType: 'text/plain', Encoding: 'UTF-8' }),
      uri('MSS_Format', `${MSS}PKCS1`),
      uri('SignatureProfile', enterprise ? `${PROFILE}#enterprise` : PROFILE),
      mss(
        'AdditionalServices',
        services.map((name) => mss('Service', [uri('Description', SERVICES + name)])),
      ),
    ],
  });
  const status = statusIn(all);
  const transaction = all.find(({ name }) => name === 'MSS_SignatureResp')?.attributes.MSSP_TransID;
  if (status === '501') throw new Fault('signature_not_trusted', 'the certificate on the SIM was revoked');
  if (status !== '100' || !transaction) throw unavailable('simpki', `it answered ${status}`);
  return transaction;
}

/** The subscriber's certificates as the service hands them out before anything is signed: DER, base64. @throws Fault */
export async function simCertificate(
  x: Exchange,
  party: RelyingParty,
  { phone, enterprise }: Pick<SimWish, 'phone' | 'enterprise'>,
): Promise<string> {
  if (enterprise)
    throw new Fault(
      'no_certificate',
      'the service hands out no certificates of enterprises before they sign',
    );
  const all = await asked(x, party, {
    port: 'MSS_RegistrationPort',
    operation: 'MSS_Registration',
    request: 'MSS_RegistrationReq',
    attributes: {},
    content: [mss('MobileUser', [mss('MSISDN', phone.replace(/^0/, '84'))])],
  });
  const certificate = textOf(all, 'X509Certificate');
  if (!certificate) throw unavailable('simpki', `it answered ${statusIn(all)}, and no certificate`);
  return certificate;
}

const GOOD = new Set(['500', '502', '408']);

/** Signature and certificate, base64; undefined: the signer has not answered. @throws Fault */
export async function simSignature(
  x: Exchange,
  party: RelyingParty,
  transaction: string,
): Promise<{ signature: string; certificate: string } | undefined> {
  const all = await asked(x, party, {
    port: 'MSS_StatusQueryPort',
    operation: 'MSS_StatusQuery',
    request: 'MSS_StatusReq',
    attributes: { MSSP_TransID: transaction },
  });
  const status = statusIn(all);
  if (status === '504') return undefined;
  const [signature, certificate] = [textOf(all, 'Base64Signature'), textOf(all, 'any')];
  if (!GOOD.has(status) || !signature || !certificate)
    throw new Fault('signature_not_trusted', `SIM PKI answered ${status}`);
  return { signature, certificate };
}
