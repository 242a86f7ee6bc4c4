import type { Answer } from '../_kit/answer.ts';
import { Fault } from '../_kit/fault.ts';
import { readXml, type XmlElement } from './read.ts';
import { DECLARATION, type Node, written } from './write.ts';

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

const isSoap = (element: XmlElement, name: string): boolean => element.uri === SOAP && element.name === name;

function refuseHeaders(header: XmlElement | undefined): void {
  const needed = header?.children.find(({ attributes }) =>
    /^(1|true)$/.test(attributes[`{${SOAP}}mustUnderstand`] ?? ''),
  );
  if (needed) throw new Fault('must_understand', `header entry ${needed.name}`);
}

/**
 * The one element in the Body of a SOAP 1.1 message. Header entries are passed over, unless they must be
 * understood. The content type's charset counts as part of the message.
 * @throws Fault as `readXml`; not_soap, version_mismatch, must_understand
 */
export async function messageOf(text: string, contentType?: string): Promise<XmlElement> {
  const envelope = await readXml(text, contentType);
  if (envelope.name !== 'Envelope') throw new Fault('not_soap', `the root is ${envelope.name}, not Envelope`);
  if (envelope.uri !== SOAP)
    throw new Fault('version_mismatch', `the Envelope's namespace is '${envelope.uri}'`);
  const bodies = envelope.children.filter((child) => isSoap(child, 'Body'));
  if (bodies.length !== 1) throw new Fault('not_soap', `the Envelope has ${bodies.length} Body elements`);
  refuseHeaders(envelope.children.find((child) => isSoap(child, 'Header')));
  const messages = bodies[0]!.children;
  if (messages.length !== 1) throw new Fault('not_soap', `the Body holds ${messages.length} elements`);
  return messages[0]!;
}

/** A whole SOAP 1.1 message around one element. */
export const envelope = (content: Node): string =>
  DECLARATION +
  written({
    name: 'soap:Envelope',
    attributes: { 'xmlns:soap': SOAP },
    content: [{ name: 'soap:Body', content: [content] }],
  });

export const xml = (body: string, more: Partial<Answer> = {}): Answer => ({
  status: 200,
  body,
  type: 'text/xml; charset=utf-8',
  ...more,
});
