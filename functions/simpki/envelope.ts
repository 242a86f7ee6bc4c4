import type { Answer } from '../_kit/answer.ts';
import { Fault } from '../_kit/fault.ts';
import { SOAP } from '../_soap/envelope.ts';
import { readXml, type XmlElement } from '../_soap/read.ts';
import { DECLARATION, type Node, written } from '../_soap/write.ts';

/** SOAP 1.2, which ETSI TS 102 204 and the provider's WSDL name. */
export const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';

/** Of ETSI's messages. */
export const MSS = 'http://uri.etsi.org/TS102204/v1.1.2#';

export type Version = '1.1' | '1.2';

const namespaces: Readonly<Record<Version, string>> = { '1.1': SOAP, '1.2': SOAP12 };

const types: Readonly<Record<Version, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

/** What a message asks, and in which version it was sent: it is answered in the same. */
export interface Asked {
  version: Version;
  /** `MSS_SignatureReq` and its like. */
  request: XmlElement;
  /** No element of the operation was around it: the answer has none either. */
  bare: boolean;
}

function versionOf(envelope: XmlElement): Version {
  if (envelope.name !== 'Envelope') throw new Fault('not_soap', `the root is ${envelope.name}, not Envelope`);
  if (envelope.uri === SOAP12) return '1.2';
  if (envelope.uri === SOAP) return '1.1';
  throw new Fault('version_mismatch', `the Envelope's namespace is '${envelope.uri}'`);
}

function onlyChild(element: XmlElement, what: string): XmlElement {
  const [first, ...more] = element.children;
  if (!first || more.length > 0)
    throw new Fault('not_soap', `${what} holds ${element.children.length} elements`);
  return first;
}

function refuseHeaders(envelope: XmlElement, soap: string): void {
  const header = envelope.children.find(({ name, uri }) => name === 'Header' && uri === soap);
  const needed = header?.children.find(({ attributes }) =>
    /^(1|true)$/.test(attributes[`{${soap}}mustUnderstand`] ?? ''),
  );
  if (needed) throw new Fault('must_understand', `header entry ${needed.name}`);
}

/** In which version a refusal goes out, where the message was read that far. */
const versions = new WeakMap<Fault, Version>();

/** As the caller's message has it; else as the caller calls it: SOAP 1.1 has a media type of its own. */
export const versionFor = (fault: Fault, request?: Request): Version =>
  versions.get(fault) ?? (/^text\/xml\b/i.test(request?.headers.get('content-type') ?? '') ? '1.1' : '1.2');

/** Remembers of a refusal in which version it goes out. */
export function refusedIn(version: Version, error: unknown): unknown {
  if (error instanceof Fault) versions.set(error, version);
  return error;
}

/**
 * The one request in a message. The provider's binding is rpc/literal: the Body holds an element called like the
 * operation, and that the request. The request alone is taken too.
 * @throws Fault as `readXml`; not_soap, version_mismatch, must_understand, wrong_message
 */
export async function askedIn(text: string, operation: string, contentType: string): Promise<Asked> {
  const envelope = await readXml(text, contentType);
  const version = versionOf(envelope);
  try {
    const soap = namespaces[version];
    const bodies = envelope.children.filter(({ name, uri }) => name === 'Body' && uri === soap);
    if (bodies.length !== 1) throw new Fault('not_soap', `the Envelope has ${bodies.length} Body elements`);
    refuseHeaders(envelope, soap);
    const outer = onlyChild(bodies[0]!, 'the Body');
    const request = outer.name === operation ? onlyChild(outer, operation) : outer;
    const expected = requestNames[operation];
    if (request.name !== expected || (request.uri !== MSS && request.uri !== ''))
      throw new Fault('wrong_message', `the Body holds {${request.uri}}${request.name}, not ${expected}`);
    return { version, request, bare: outer === request };
  } catch (error) {
    throw refusedIn(version, error);
  }
}

/** By operation. */
const requestNames: Readonly<Record<string, string>> = {
  MSS_Signature: 'MSS_SignatureReq',
  MSS_StatusQuery: 'MSS_StatusReq',
  MSS_Receipt: 'MSS_ReceiptReq',
  MSS_ProfileQuery: 'MSS_ProfileReq',
  MSS_Registration: 'MSS_RegistrationReq',
};

/** A whole message around one element. */
export const enveloped = (version: Version, content: Node, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  body:
    DECLARATION +
    written({
      name: 'soap:Envelope',
      attributes: { 'xmlns:soap': namespaces[version] },
      content: [{ name: 'soap:Body', content: [content] }],
    }),
  type: types[version],
  ...more,
});
