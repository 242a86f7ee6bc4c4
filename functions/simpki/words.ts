import type { FaultKind } from '../../contracts/_contract.ts';
import { codes, isRefusal } from '../../contracts/_simpki/codes.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import { soapFault } from '../_soap/fault.ts';
import type { Node } from '../_soap/write.ts';
import { enveloped, MSS, versionFor } from './envelope.ts';

/** HopCat's own namespace for what stands in a fault's `Detail`. */
const FAULT = 'urn:hopcat:soap-fault';

/** What the kit and the SOAP layer refuse, by ETSI's codes. */
const meant: Readonly<Record<string, keyof typeof codes>> = {
  too_large: 'wrong_data_length',
  busy: 'internal_error',
  broken: 'internal_error',
  unavailable: 'internal_error',
  unknown_workspace: 'internal_error',
  client_certificate: 'unauthorized_access',
  no_mutual_tls: 'unauthorized_access',
};

const ofSoap: Readonly<Record<string, string>> = {
  version_mismatch: 'soap:VersionMismatch',
  must_understand: 'soap:MustUnderstand',
};

const text = (lang: string, content: string): Node => ({
  name: 'soap:Text',
  attributes: { 'xml:lang': lang },
  content,
});

const inBoth = (name: string, vi: string, en: string): Node[] => [
  { name, attributes: { 'xml:lang': 'vi' }, content: vi },
  { name, attributes: { 'xml:lang': 'en' }, content: en },
];

const codeOf = (fault: Fault) =>
  isRefusal(fault.code) ? fault.code : (meant[fault.code] ?? ('wrong_param' as const));

function codeNode(fault: Fault): Node {
  const name = codeOf(fault);
  const { by, value } = codes[name];
  const who = ofSoap[fault.code] ?? `soap:${by}`;
  const subcode: Node = {
    name: 'soap:Subcode',
    content: [{ name: 'soap:Value', attributes: { 'xmlns:mss': MSS }, content: `mss:_${value}` }],
  };
  return { name: 'soap:Code', content: [{ name: 'soap:Value', content: who }, subcode] };
}

/** ETSI's name first, because clients show it; then what happened, in both languages. */
const reason = (fault: Fault, { title }: FaultKind): Node => ({
  name: 'soap:Reason',
  content: [text('en', codeOf(fault).toUpperCase()), text('vi', title.vi)],
});

const detail = (fault: Fault, { title, cure }: FaultKind): Node => ({
  name: 'soap:Detail',
  content: [
    {
      name: 'Fault',
      attributes: { xmlns: FAULT, code: fault.code },
      content: [
        ...inBoth('Title', title.vi, title.en),
        ...inBoth('Cure', cure.vi, cure.en),
        { name: 'Detail', content: fault.detail },
      ],
    },
  ],
});

const statusOf = ({ code }: Fault, { status }: FaultKind): number => (code === 'broken' ? 500 : status);

/** A refusal as SOAP 1.2 has it, with ETSI's code; a caller who spoke SOAP 1.1 gets a fault of SOAP 1.1. */
export function words(fault: Fault, kind: FaultKind): Answer {
  if (versionFor(fault) === '1.1') return soapFault(fault, kind);
  const content = [codeNode(fault), reason(fault, kind), detail(fault, kind)];
  const more = {
    status: statusOf(fault, kind),
    ...(fault.extra.headers && { headers: fault.extra.headers }),
  };
  return enveloped('1.2', { name: 'soap:Fault', content }, more);
}
