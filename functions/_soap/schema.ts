import { DECLARATION, type Node, written } from './write.ts';
import { XSD } from './wsdl.ts';

/** A simple type of XML Schema (`xsd:string`), or the children of an element. */
export type Shape = string | Children;

export interface Children {
  /** `any`: in whatever order. */
  order: 'any' | 'fixed';
  /** Those whose name ends with `?` may be left out. */
  elements: Readonly<Record<string, Shape>>;
  /** All of them optional; name and type. */
  attributes?: Readonly<Record<string, string>>;
}

function elementNode(name: string, shape: Shape): Node {
  const optional = name.endsWith('?');
  const attributes = { name: optional ? name.slice(0, -1) : name, ...(optional && { minOccurs: '0' }) };
  return typeof shape === 'string'
    ? { name: 'xsd:element', attributes: { ...attributes, type: shape } }
    : { name: 'xsd:element', attributes, content: [complexType(shape)] };
}

const complexType = ({ order, elements, attributes = {} }: Children): Node => ({
  name: 'xsd:complexType',
  content: [
    {
      name: order === 'any' ? 'xsd:all' : 'xsd:sequence',
      content: Object.entries(elements).map(([name, shape]) => elementNode(name, shape)),
    },
    ...Object.entries(attributes).map(([name, type]) => ({
      name: 'xsd:attribute',
      attributes: { name, type },
    })),
  ],
});

/** An XML Schema of one namespace with one element in it. */
export const schema = (namespace: string, name: string, shape: Shape): string =>
  DECLARATION +
  written({
    name: 'xsd:schema',
    attributes: { 'xmlns:xsd': XSD, targetNamespace: namespace, elementFormDefault: 'qualified' },
    content: [elementNode(name, shape)],
  });
