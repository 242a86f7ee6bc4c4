import type { FaultKind } from '../../contracts/_contract.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import { envelope, xml } from './envelope.ts';
import type { Node } from './write.ts';

/** HopCat's own namespace for what stands in a fault's `detail`. */
export const FAULT = 'urn:hopcat:soap-fault';

const notTheClients = new Set(['broken', 'busy', 'unavailable']);

/** SOAP 1.1, 4.4.1. */
function faultCode(code: string): string {
  if (code === 'version_mismatch') return 'soap:VersionMismatch';
  if (code === 'must_understand') return 'soap:MustUnderstand';
  return notTheClients.has(code) ? 'soap:Server' : 'soap:Client';
}

const inBoth = (name: string, vi: string, en: string): Node[] => [
  { name, attributes: { 'xml:lang': 'vi' }, content: vi },
  { name, attributes: { 'xml:lang': 'en' }, content: en },
];

/** A field's message is Vietnamese, a slash, English. */
export function halves(message: string): [vi: string, en: string] {
  const at = message.indexOf(' / ');
  return at < 0 ? [message, message] : [message.slice(0, at), message.slice(at + 3)];
}

const fieldNode = ({ path, message }: { path: string; message: string }): Node => ({
  name: 'Field',
  attributes: { name: path },
  content: inBoth('Message', ...halves(message)),
});

const detailOf = ({ code, detail, extra }: Fault, { title, cure }: FaultKind): Node => ({
  name: 'Fault',
  attributes: { xmlns: FAULT, code },
  content: [
    ...inBoth('Title', title.vi, title.en),
    ...inBoth('Cure', cure.vi, cure.en),
    { name: 'Detail', content: detail },
    ...(extra.errors ?? []).map(fieldNode),
  ],
});

/** The fields that a refusal is about, each once. */
export const fieldsOf = ({ extra }: Fault): string[] => [
  ...new Set((extra.errors ?? []).map(({ path }) => path).filter(Boolean)),
];

const textOf = (fault: Fault, { title }: FaultKind): string =>
  [`${title.vi} / ${title.en}`, fieldsOf(fault).join(', ') || fault.detail].filter(Boolean).join(': ');

/** What the kit refuses as wrong input has 400 elsewhere; as a SOAP fault it has what SOAP says. */
const statusOf = ({ code }: Fault, { status }: FaultKind): number =>
  code === 'invalid_input' ? 500 : status;

/** A refusal as SOAP 1.1 words it. */
export const soapFault = (fault: Fault, kind: FaultKind): Answer =>
  xml(
    envelope({
      name: 'soap:Fault',
      content: [
        { name: 'faultcode', content: faultCode(fault.code) },
        { name: 'faultstring', content: textOf(fault, kind) },
        { name: 'detail', content: [detailOf(fault, kind)] },
      ],
    }),
    { status: statusOf(fault, kind), ...(fault.extra.headers && { headers: fault.extra.headers }) },
  );
