import { DECLARATION, type Node, written } from './write.ts';

export const XSD = 'http://www.w3.org/2001/XMLSchema';

/** One SOAP 1.1 operation, document/literal, at one address. */
export interface Wsdl {
  /** Of the service, its port type and its operation. */
  name: string;
  /** Where it is called. */
  address: string;
  namespace: string;
  input: { element: string; namespace: string; schema: string };
  output: { element: string; namespace: string; schema: string };
}

const imported = ({ namespace, schema }: Wsdl['input']): Node => ({
  name: 'xsd:import',
  attributes: { namespace, schemaLocation: schema },
});

const message = (name: string, element: string): Node => ({
  name: 'wsdl:message',
  attributes: { name },
  content: [{ name: 'wsdl:part', attributes: { name: 'parameters', element } }],
});

const literal = (name: 'input' | 'output'): Node => ({
  name: `wsdl:${name}`,
  content: [{ name: 'soap:body', attributes: { use: 'literal' } }],
});

const portType = (name: string): Node => ({
  name: 'wsdl:portType',
  attributes: { name: `${name}PortType` },
  content: [
    {
      name: 'wsdl:operation',
      attributes: { name },
      content: [
        { name: 'wsdl:input', attributes: { message: `tns:${name}Input` } },
        { name: 'wsdl:output', attributes: { message: `tns:${name}Output` } },
      ],
    },
  ],
});

const binding = (name: string): Node => ({
  name: 'wsdl:binding',
  attributes: { name: `${name}Binding`, type: `tns:${name}PortType` },
  content: [
    {
      name: 'soap:binding',
      attributes: { transport: 'http://schemas.xmlsoap.org/soap/http', style: 'document' },
    },
    {
      name: 'wsdl:operation',
      attributes: { name },
      content: [
        { name: 'soap:operation', attributes: { soapAction: '' } },
        literal('input'),
        literal('output'),
      ],
    },
  ],
});

const service = ({ name, address }: Wsdl): Node => ({
  name: 'wsdl:service',
  attributes: { name },
  content: [
    {
      name: 'wsdl:port',
      attributes: { name: `${name}Port`, binding: `tns:${name}Binding` },
      content: [{ name: 'soap:address', attributes: { location: address } }],
    },
  ],
});

/** WSDL 1.1 with its schemas imported from where `input.schema` and `output.schema` say. */
export function wsdl(about: Wsdl): string {
  const { name, namespace, input, output } = about;
  return (
    DECLARATION +
    written({
      name: 'wsdl:definitions',
      attributes: {
        'xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/',
        'xmlns:soap': 'http://schemas.xmlsoap.org/wsdl/soap/',
        'xmlns:xsd': XSD,
        'xmlns:tns': namespace,
        'xmlns:in': input.namespace,
        'xmlns:out': output.namespace,
        name,
        targetNamespace: namespace,
      },
      content: [
        {
          name: 'wsdl:types',
          content: [{ name: 'xsd:schema', content: [imported(input), imported(output)] }],
        },
        message(`${name}Input`, `in:${input.element}`),
        message(`${name}Output`, `out:${output.element}`),
        portType(name),
        binding(name),
        service(about),
      ],
    })
  );
}
