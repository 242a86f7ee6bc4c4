import { Fault } from '../_kit/fault.ts';
import { ascii } from '../_kit/wire.ts';
import { scan } from './scan.ts';

/** An element by what its name means, whatever prefix was written. */
export interface XmlElement {
  /** The namespace, empty for none. */
  uri: string;
  name: string;
  /** By name; one with a namespace as `{uri}name`. */
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** Its own characters, CDATA among them, without those of its children. */
  text: string;
}

/** As the parser gives it: one key that is the tag, `#text` or `#cdata`, and the attributes beside it. */
type Parsed = Readonly<Record<string, unknown>> & { ':@'?: Readonly<Record<string, string>> };

type Prefixes = Readonly<Record<string, string>>;

const XML = 'http://www.w3.org/XML/1998/namespace';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code < 0xd800) ||
  (code > 0xdfff && code < 0xfffe) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** The five names of XML itself and numbers of characters: a document without a DTD has no other references. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]{1,8})|#(\d{1,8})|(\w*));?/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(number ?? Number.NaN);
      const found =
        name !== undefined ? named[name] : isCharacter(code) ? String.fromCodePoint(code) : undefined;
      if (found === undefined || !whole.endsWith(';'))
        throw new Fault('not_xml', `a reference to no character: ${ascii(whole)}`);
      return found;
    },
  );

function split(qualified: string): [prefix: string, name: string] {
  const [first = '', second, ...more] = qualified.split(':');
  if (more.length > 0 || second === '') throw new Fault('not_xml', `no name: ${ascii(qualified)}`);
  return second === undefined ? ['', first] : [first, second];
}

function uriOf(prefix: string, prefixes: Prefixes): string {
  const uri = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  if (uri === undefined && prefix !== '')
    throw new Fault('not_xml', `prefix ${ascii(prefix)} is declared nowhere`);
  return uri ?? '';
}

function declaredIn(attributes: readonly [string, string][], outer: Prefixes): Prefixes {
  const own = attributes.flatMap(([name, uri]) =>
    name === 'xmlns' ? [['', uri]] : name.startsWith('xmlns:') ? [[name.slice(6), uri]] : [],
  );
  return own.length === 0 ? outer : { ...outer, ...(Object.fromEntries(own) as Prefixes) };
}

function attributesOf(all: readonly [string, string][], prefixes: Prefixes): Record<string, string> {
  const plain = all.filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'));
  const meant = plain.map(([qualified, value]) => {
    const [prefix, name] = split(qualified);
    return [prefix === '' ? name : `{${uriOf(prefix, prefixes)}}${name}`, value];
  });
  return Object.fromEntries(meant) as Record<string, string>;
}

const textOf = (nodes: readonly Parsed[]): string =>
  nodes
    .map((node) => {
      if (typeof node['#text'] === 'string') return decoded(node['#text']);
      return textOfCdata(node['#cdata']);
    })
    .join('');

const textOfCdata = (cdata: unknown): string =>
  Array.isArray(cdata) ? cdata.map((part: Parsed) => String(part['#text'] ?? '')).join('') : '';

function elementOf(node: Parsed, outer: Prefixes): XmlElement | undefined {
  const tag = Object.keys(node).find((key) => key !== ':@');
  if (tag === undefined || tag.startsWith('#')) return undefined;
  const raw = Object.entries(node[':@'] ?? {}).map(([name, value]): [string, string] => [
    name,
    decoded(value),
  ]);
  const prefixes = declaredIn(raw, outer);
  const [prefix, name] = split(tag);
  const inside = node[tag] as readonly Parsed[];
  return {
    uri: uriOf(prefix, prefixes),
    name,
    attributes: attributesOf(raw, prefixes),
    children: inside.flatMap((child) => elementOf(child, prefixes) ?? []),
    text: textOf(inside),
  };
}

const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  jPath: false,
  onDangerousProperty: (name: string) => name,
} as const;

async function nodesOf(text: string): Promise<readonly Parsed[]> {
  // When the first message comes: a function that only shows its WSDL does without.
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Fault('not_xml', ascii(`line ${valid.err.line}: ${valid.err.msg}`));
  try {
    return new XMLParser(options).parse(text) as readonly Parsed[];
  } catch (error) {
    throw new Fault('not_xml', ascii(error instanceof Error ? error.message : 'it cannot be parsed'));
  }
}

/**
 * The root element of an XML text that came from outside.
 * @throws Fault wrong_encoding, dtd_forbidden, instruction_forbidden, too_deep, too_large, not_xml
 */
export async function readXml(text: string, contentType?: string): Promise<XmlElement> {
  scan(text, contentType);
  const roots = (await nodesOf(text)).flatMap((node) => elementOf(node, { xml: XML }) ?? []);
  if (roots.length !== 1) throw new Fault('not_xml', `${roots.length} root elements`);
  return roots[0]!;
}
