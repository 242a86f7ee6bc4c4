import type { Attr, Element, Node } from '@xmldom/xmldom';

/** Exclusive XML Canonicalization 1.0, without comments. */
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

const [ELEMENT, TEXT, CDATA, COMMENT] = [1, 3, 4, 8];

const XMLNS = 'http://www.w3.org/2000/xmlns/';

type Prefixes = ReadonlyMap<string, string>;

/** How many characters may still be written. */
export interface Room {
  left: number;
}

/** A namespace with a long name is written at each element that uses it: of a small document comes a huge one. */
const MOST_CHARACTERS = 20_000_000;

export const newRoom = (): Room => ({ left: MOST_CHARACTERS });

interface Writing {
  without: Element | undefined;
  room: Room;
}

function counted(text: string, { room }: Writing): string {
  room.left -= text.length;
  if (room.left < 0) throw new RangeError(`canonical XML of more than ${MOST_CHARACTERS} characters`);
  return text;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

const inText = (text: string): string => text.replace(/[&<>\r]/g, (sign) => references[sign]!);

const inAttribute = (text: string): string => text.replace(/[&<"\t\n\r]/g, (sign) => references[sign]!);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const written = (name: string, value: string): string => ` ${name}="${inAttribute(value)}"`;

/** The prefixes that an element and its attributes use, and what they stand for. */
function usedBy(element: Element, attributes: readonly Attr[]): [prefix: string, uri: string][] {
  const used = new Map([[element.prefix ?? '', element.namespaceURI ?? '']]);
  for (const { prefix, namespaceURI } of attributes) if (prefix) used.set(prefix, namespaceURI ?? '');
  used.delete('xml');
  return [...used];
}

function elementText(element: Element, outer: Prefixes, writing: Writing): string {
  const attributes = [...element.attributes].filter(({ namespaceURI }) => namespaceURI !== XMLNS);
  const news = usedBy(element, attributes)
    .filter(([prefix, uri]) => (outer.get(prefix) ?? '') !== uri)
    .toSorted(([a], [b]) => compare(a, b));
  const declared = news.map(([prefix, uri]) => written(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, uri));
  const own = attributes
    .toSorted(
      (a, b) =>
        compare(a.namespaceURI ?? '', b.namespaceURI ?? '') ||
        compare(a.localName ?? a.name, b.localName ?? b.name),
    )
    .map(({ name, value }) => written(name, value));
  const { tagName } = element;
  const start = counted(`<${tagName}${declared.join('')}${own.join('')}>`, writing);
  const inner = news.length === 0 ? outer : new Map([...outer, ...news]);
  const inside = [...element.childNodes].map((node) => nodeText(node, inner, writing));
  return `${start}${inside.join('')}</${tagName}>`;
}

function nodeText(node: Node, outer: Prefixes, writing: Writing): string {
  if (node === writing.without || node.nodeType === COMMENT) return '';
  if (node.nodeType === TEXT || node.nodeType === CDATA)
    return counted(inText(node.nodeValue ?? ''), writing);
  if (node.nodeType === ELEMENT) return elementText(node as Element, outer, writing);
  throw new RangeError(`a node of type ${node.nodeType} has no canonical form here`);
}

/**
 * The canonical form of an element: what is digested and signed. `without`: an element in it that counts as absent,
 * as an enveloped signature does. `room`: what several of them have together.
 * @throws RangeError where it is too long
 */
export const canonical = (element: Element, without?: Element, room: Room = newRoom()): Buffer =>
  Buffer.from(nodeText(element, new Map(), { without, room }));
