import type { FaultKind } from '../../contracts/_contract.ts';
import { codes, isRefusal } from '../../contracts/_simpki/codes.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Fault } from '../_kit/fault.ts';
import type { Node } from '../_soap/write.ts';
import { refusalStatus } from './answer-xml.ts';
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

/**
 * ETSI's name first, because clients show it; then what happened, in both languages. One text: clients such as `soap`
 * of npm show nothing readable where there are two.
 */
const reason = (fault: Fault, { title }: FaultKind): Node => ({
  name: 'soap:Reason',
  content: [
    {
      name: 'soap:Text',
      attributes: { 'xml:lang': 'vi' },
      content: `${codeOf(fault).toUpperCase()}: ${title.vi} / ${title.en}`,
    },
  ],
});

const detail = (fault: Fault, { title, cure }: FaultKind): Node => ({
  name: 'Fault',
  attributes: { xmlns: FAULT, code: fault.code },
  content: [
    ...inBoth('Title', title.vi, title.en),
    ...inBoth('Cure', cure.vi, cure.en),
    { name: 'Detail', content: fault.detail },
  ],
});

const statusOf = ({ code }: Fault, { status }: FaultKind): number => (code === 'broken' ? 500 : status);

/** SOAP 1.1 knows no subcodes: ETSI's code stands in the detail, as it does in a response. */
function oldContent(fault: Fault, kind: FaultKind): Node[] {
  const name = codeOf(fault);
  const who = codes[name].by === 'Sender' ? 'soap:Client' : 'soap:Server';
  const { title } = kind;
  const { name: element, content } = refusalStatus(name);
  return [
    { name: 'faultcode', content: ofSoap[fault.code] ?? who },
    {
      name: 'faultstring',
      content: `${name.toUpperCase()}: ${title.vi} / ${title.en}: ${fault.detail}`,
    },
    {
      name: 'detail',
      content: [
        { name: element, attributes: { 'xmlns:mss': MSS }, content: content ?? '' },
        detail(fault, kind),
      ],
    },
  ];
}

/** A refusal with ETSI's code, in the version of SOAP that the caller spoke. */
export function words(
  fault: Fault,
  kind: FaultKind,
  _operation: string,
  _base: string,
  request?: Request,
): Answer {
  const version = versionFor(fault, request);
  const details: Node = { name: 'soap:Detail', content: [detail(fault, kind)] };
  const content =
    version === '1.1' ? oldContent(fault, kind) : [codeNode(fault), reason(fault, kind), details];
  const more = {
    status: statusOf(fault, kind),
    ...(fault.extra.headers && { headers: fault.extra.headers }),
  };
  return enveloped(version, { name: 'soap:Fault', content }, more);
}
