import { DOMParser, type Document, type Element, ParseError } from '@xmldom/xmldom';
import { Fault } from '../../_kit/fault.ts';
import { piecesOf } from '../../_soap/scan.ts';

/** A document that came from outside: its text to the letter, and what it means. */
export interface XmlDocument {
  text: string;
  root: Element;
  /** Every one, in the order of their start tags. */
  elements: readonly Element[];
}

/** What is read at all: none of these costs more than a second. */
const [MOST_BYTES, MOST_ELEMENTS, DEEPEST] = [4_000_000, 10_000, 64];

/** XML 1.0, 2.2: also a reference to a character may name none of these. */
const forbidden = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]|\p{Surrogate}/u;

/** Attributes that are taken for identifiers by one verifier or another. */
const identifiers = new Set(['id', 'Id', 'ID', 'xml:id']);

function textOf(bytes: Uint8Array): string {
  if (bytes.byteLength > MOST_BYTES) throw new RangeError(`XML of more than ${MOST_BYTES} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RangeError('the bytes are not UTF-8');
  }
}

/** Before any parser sees it: no DTD, no entity, no processing instruction, no depth. */
function refuseShape(text: string): void {
  let [depth, tags] = [0, 0];
  for (const piece of piecesOf(text)) {
    depth += piece.depth;
    tags += piece.isTag ? 1 : 0;
    if (depth > DEEPEST) throw new RangeError(`XML of more than ${DEEPEST} levels`);
    if (tags > 2 * MOST_ELEMENTS) throw new RangeError(`XML of more than ${MOST_ELEMENTS} elements`);
  }
}

function parsed(text: string): Document {
  const parser = new DOMParser({
    onError: (_level, message) => {
      // U+FFFD is a character like others: the bytes were found to be UTF-8.
      if (!message.startsWith('Unicode replacement character')) throw new RangeError(message);
    },
    // XML 1.0, 2.11; the parser's own rule is that of XML 1.1.
    normalizeLineEndings: (source) => source.replace(/\r\n?/g, '\n'),
  });
  return parser.parseFromString(text, 'application/xml');
}

function valuesOf(element: Element): string[] {
  const own = [...element.childNodes].map(({ nodeValue }) => nodeValue ?? '');
  return [...own, ...[...element.attributes].map(({ value }) => value)];
}

/** Of two elements with one identifier, a verifier takes one, and whoever reads the document another. */
function refuseDuplicates(elements: readonly Element[]): void {
  const seen = new Set<string>();
  for (const { attributes } of elements)
    for (const { name, value } of attributes) {
      if (!identifiers.has(name)) continue;
      if (seen.has(value)) throw new RangeError(`two elements have the identifier ${value.slice(0, 100)}`);
      seen.add(value);
    }
}

/** @throws RangeError where it is no XML, or none that is read here */
export function readDocument(bytes: Uint8Array | string): XmlDocument {
  const text = typeof bytes === 'string' ? bytes : textOf(bytes);
  try {
    refuseShape(text);
    const { documentElement } = parsed(text);
    if (!documentElement) throw new RangeError('XML without a root element');
    const elements = [documentElement, ...documentElement.getElementsByTagName('*')];
    if (elements.some((element) => valuesOf(element).some((value) => forbidden.test(value))))
      throw new RangeError('a reference to no character of XML');
    refuseDuplicates(elements);
    return { text, root: documentElement, elements };
  } catch (error) {
    if (error instanceof Fault) throw new RangeError(`${error.code}: ${error.detail}`);
    if (error instanceof ParseError) throw new RangeError(error.message);
    throw error;
  }
}

/** Where the content of the `at`th element ends in the text; `name`: its tag closes itself. */
function endOfContent(text: string, at: number): { from: number; end: number; name?: string } {
  const open: number[] = [];
  let count = 0;
  for (const { from, end, depth, isTag } of piecesOf(text)) {
    if (!isTag) continue;
    if (depth === -1) {
      if (open.pop() === at) return { from, end: from };
    } else if (depth === 1) {
      open.push(count++);
    } else if (count++ === at) {
      return { from: end - 2, end, name: /^<([^\s/>]+)/.exec(text.slice(from, end))![1]! };
    }
  }
  throw new RangeError(`XML without an element ${at}`);
}

/** The text with `xml` at the end of this element's content, and not a letter changed elsewhere. */
export function inserted({ text, elements }: XmlDocument, into: Element, xml: string): string {
  const { from, end, name } = endOfContent(text, elements.indexOf(into));
  const inside = name === undefined ? xml : `>${xml}</${name}>`;
  return `${text.slice(0, from)}${inside}${text.slice(end)}`;
}
