import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { xml } from '../_soap/envelope.ts';
import { DECLARATION, type Node, written } from '../_soap/write.ts';
import { FICOM } from './answer-xml.ts';
import { MSS } from './envelope.ts';
import { schemas } from './schema.ts';

/** Of the provider's services. */
const SERVICES = 'http://ae.mobile-id.vn/TS102204/etsi204';

/** By port: the operation, and what stands before `Req` and `Resp` in its messages. */
const ports: Readonly<Record<string, { operation: string; messages: string }>> = {
  MSS_SignaturePort: { operation: 'MSS_Signature', messages: 'MSS_Signature' },
  MSS_StatusQueryPort: { operation: 'MSS_StatusQuery', messages: 'MSS_Status' },
  MSS_ReceiptPort: { operation: 'MSS_Receipt', messages: 'MSS_Receipt' },
  MSS_ProfileQueryPort: { operation: 'MSS_ProfileQuery', messages: 'MSS_Profile' },
  MSS_RegistrationPort: { operation: 'MSS_Registration', messages: 'MSS_Registration' },
};

const each = <T>(make: (port: string, operation: string, messages: string) => T): T[] =>
  Object.entries(ports).map(([port, { operation, messages }]) => make(port, operation, messages));

const wsdl = (name: string, attributes: Node['attributes'], content: readonly Node[] = []): Node => ({
  name: `wsdl:${name}`,
  ...(attributes && { attributes }),
  content,
});

const soap = (name: string, attributes: Node['attributes']): Node => ({
  name: `soap12:${name}`,
  ...(attributes && { attributes }),
});

const message = (name: string, part: string): Node =>
  wsdl('message', { name }, [wsdl('part', { name: part, type: `mss:${part}Type` })]);

const portTypes = each((_, operation) =>
  wsdl('portType', { name: `${operation}Type` }, [
    wsdl('operation', { name: operation }, [
      wsdl('input', { message: `tns:${operation}Input` }),
      wsdl('output', { message: `tns:${operation}Output` }),
    ]),
  ]),
);

const bindings = each((_, operation) =>
  wsdl('binding', { name: `${operation}Binding`, type: `tns:${operation}Type` }, [
    soap('binding', { style: 'rpc', transport: 'http://schemas.xmlsoap.org/soap/http' }),
    wsdl('operation', { name: operation }, [
      soap('operation', { soapActionRequired: 'false', style: 'rpc' }),
      wsdl('input', {}, [soap('body', { use: 'literal' })]),
      wsdl('output', {}, [soap('body', { use: 'literal' })]),
    ]),
  ]),
);

const service = (base: string): Node =>
  wsdl(
    'service',
    { name: 'MSS_SignatureService' },
    each((port, operation) =>
      wsdl('port', { name: port, binding: `tns:${operation}Binding` }, [
        soap('address', { location: `${base}/soap/services/${port}` }),
      ]),
    ),
  );

const namespaces = {
  'xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/',
  'xmlns:soap12': 'http://schemas.xmlsoap.org/wsdl/soap12/',
  'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:tns': SERVICES,
  'xmlns:mss': MSS,
  'xmlns:fi': FICOM,
};

/** What a client generates its calls from: all five ports, whichever was asked. @throws Fault post_only */
export function describe(x: Exchange): Answer {
  const asks = Object.keys(x.query).some((name) => name.toLowerCase() === 'wsdl');
  if (!asks || !Object.hasOwn(ports, x.params.port ?? ''))
    throw new Fault('post_only', `POST a message, or GET ${x.base}/soap/services/MSS_SignaturePort?wsdl`);
  const content = [
    wsdl('types', {}, schemas),
    ...each((_, operation, messages) => [
      message(`${operation}Input`, `${messages}Req`),
      message(`${operation}Output`, `${messages}Resp`),
    ]).flat(),
    ...portTypes,
    ...bindings,
    service(x.base),
  ];
  const attributes = { ...namespaces, name: 'MOBILE-ID', targetNamespace: SERVICES };
  return xml(DECLARATION + written(wsdl('definitions', attributes, content)));
}
