import { type Status, statuses } from '../../contracts/_simpki/codes.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Change } from '../_kit/store.ts';
import type { Node } from '../_soap/write.ts';
import { enveloped, MSS } from './envelope.ts';
import type { Head } from './read.ts';

/** Of the extension that additional services answer with. */
export const FICOM = 'http://mss.ficom.fi/TS102204/v1.0.0#';

const instant = (ms: number): string => new Date(ms).toISOString();

export const element = (
  name: string,
  content: Node['content'] = '',
  attributes: Node['attributes'] = {},
): Node => ({
  name: `mss:${name}`,
  attributes,
  content,
});

/** What every response says: to whom, under which number. */
const headNodes = (x: Exchange, { apId, transId, mssp, request }: Head): Node[] => [
  // AP_PWD is required there too; nobody's password goes back out.
  element('AP_Info', '', {
    AP_ID: apId,
    AP_TransID: transId,
    AP_PWD: '',
    Instant: request.children.find(({ name }) => name === 'AP_Info')?.attributes.Instant,
  }),
  element('MSSP_Info', [element('MSSP_ID', [element('URI', mssp)])], { Instant: instant(x.clock.now) }),
];

export const mobileUser = (msisdn: string): Node => element('MobileUser', [element('MSISDN', msisdn)]);

export const uri = (name: string, value: string, more: readonly Node[] = []): Node =>
  element(name, [element('mssURI', value), ...more]);

/** `Status`, with what additional services answer in its detail. */
export const status = (value: Status, services: readonly Node[] = []): Node =>
  element('Status', [
    element('StatusCode', '', { Value: String(value) }),
    element('StatusMessage', statuses[value]),
    ...(services.length > 0
      ? [
          element('StatusDetail', [
            { name: 'fi:ServiceResponses', attributes: { 'xmlns:fi': FICOM }, content: services },
          ]),
        ]
      : []),
  ]);

interface Response {
  /** `MSS_Signature` and its like. */
  operation: string;
  /** `MSS_SignatureResp` and its like. */
  name: string;
  content: readonly Node[];
  attributes?: Node['attributes'];
  changes?: readonly Change[];
}

/** A response in the version and the style of its request. */
export function response(x: Exchange, head: Head, told: Response): Answer {
  const { operation, name, content, attributes, changes = [] } = told;
  const inner: Node = {
    name: head.bare ? `mss:${name}` : name,
    attributes: { 'xmlns:mss': MSS, MajorVersion: '1', MinorVersion: '1', ...attributes },
    content: [...headNodes(x, head), ...content],
  };
  const outer = head.bare ? inner : { name: `${operation}Response`, content: [inner] };
  return enveloped(head.version, outer, { changes });
}
