import { codes, type RefusalName, type Status, statuses } from '../../contracts/_simpki/codes.ts';
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

/** To whom a response goes, under which number, and how it is written. */
export type Addressee = Pick<Head, 'apId' | 'transId' | 'mssp' | 'instant' | 'version' | 'bare'>;

const headNodes = (x: Exchange, { apId, transId, mssp, instant: asked }: Addressee): Node[] => [
  // AP_PWD is required there too; nobody's password goes back out.
  element('AP_Info', '', {
    AP_ID: apId,
    AP_TransID: transId,
    AP_PWD: '',
    Instant: asked,
  }),
  element('MSSP_Info', [element('MSSP_ID', [element('URI', mssp)])], { Instant: instant(x.clock.now) }),
];

export const mobileUser = (msisdn: string): Node => element('MobileUser', [element('MSISDN', msisdn)]);

export const uri = (name: string, value: string, more: readonly Node[] = []): Node =>
  element(name, [element('mssURI', value), ...more]);

const statusNode = (value: number, message: string, services: readonly Node[] = []): Node =>
  element('Status', [
    element('StatusCode', '', { Value: String(value) }),
    element('StatusMessage', message),
    ...(services.length > 0
      ? [
          element('StatusDetail', [
            { name: 'fi:ServiceResponses', attributes: { 'xmlns:fi': FICOM }, content: services },
          ]),
        ]
      : []),
  ]);

/** `Status`, with what additional services answer in its detail. */
export const status = (value: Status, services: readonly Node[] = []): Node =>
  statusNode(value, statuses[value], services);

/** What a fault would say, where there can be none: in a notice to the AP. */
export const refusalStatus = (name: RefusalName): Node => statusNode(codes[name].value, name.toUpperCase());

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
export function response(x: Exchange, head: Addressee, told: Response): Answer {
  const { operation, name, content, attributes, changes = [] } = told;
  const inner: Node = {
    name: head.bare ? `mss:${name}` : name,
    attributes: { 'xmlns:mss': MSS, MajorVersion: '1', MinorVersion: '1', ...attributes },
    content: [...headNodes(x, head), ...content],
  };
  const outer = head.bare ? inner : { name: `${operation}Response`, content: [inner] };
  return enveloped(head.version, outer, { changes });
}
