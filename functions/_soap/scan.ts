import { Fault } from '../_kit/fault.ts';

/** Deeper than any message of ours, far below what could cost anything. */
const DEEPEST = 32;

// A record has about a hundred tags. What a parser does with names and namespaces costs more than their length.
const MOST_TAGS = 1_000;
const LONGEST_TAG = 4_096;

// XML 1.0, 2.2: control characters and two that are none. A zero byte tells of UTF-16; U+FFFD is what the platform
// puts where bytes are not UTF-8.
const isNotUtf8 = (text: string): boolean => text.includes('\0') || text.includes('\ufffd');
const forbidden = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/u;
const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;

const isUtf8 = (encoding: string): boolean => /^utf-?8$/i.test(encoding.trim());

function refuseEncoding(text: string, contentType: string): void {
  const charset = /;\s*charset\s*=\s*"?([^";]*)/i.exec(contentType)?.[1];
  if (charset !== undefined && !isUtf8(charset)) throw new Fault('wrong_encoding', 'Content-Type: charset');
  if (isNotUtf8(text)) throw new Fault('wrong_encoding', 'the bytes of the body are not UTF-8');
}

function refuseDeclared(text: string): void {
  const [, double, single] = declared.exec(text) ?? [];
  const encoding = double ?? single;
  if (encoding !== undefined && !isUtf8(encoding)) throw new Fault('wrong_encoding', 'the XML declaration');
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  if (at < 0) throw new Fault('not_xml', `something is not closed by ${end}`);
  return at + end.length;
}

/** Where a tag that begins at `from` ends; a `>` in an attribute's value does not end it. */
function afterTag(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '>') return at + 1;
    if (sign === '<') break;
    if (sign === '"' || sign === "'") at = after(text, sign, at + 1) - 1;
  }
  throw new Fault('not_xml', 'a tag is not closed');
}

function afterInstruction(text: string, at: number): number {
  if (at > 0 || !/^<\?xml\s/.test(text)) throw new Fault('instruction_forbidden', `at character ${at}`);
  return after(text, '?>', at);
}

function afterExclamation(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9);
  throw new Fault('dtd_forbidden', `at character ${at}`);
}

/** What stands between two `<`: a tag, or a declaration, comment or CDATA section. */
export interface Piece {
  from: number;
  end: number;
  /** What a tag does to the depth; 0 too where it is no tag. */
  depth: -1 | 0 | 1;
  isTag: boolean;
}

const depthChange = (tag: string): Piece['depth'] => (tag[1] === '/' ? -1 : tag.endsWith('/>') ? 0 : 1);

/**
 * The markup of a text that says it is XML, in its order: no control characters, no DTD, no processing instruction.
 * Linear in the text's length, and keeps nothing.
 * @throws Fault wrong_encoding, dtd_forbidden, instruction_forbidden, not_xml
 */
export function* piecesOf(text: string): Generator<Piece> {
  refuseDeclared(text);
  if (forbidden.test(text)) throw new Fault('not_xml', 'there is a control character');
  for (let from = text.indexOf('<'); from >= 0; ) {
    const next = text[from + 1];
    const isTag = next !== '!' && next !== '?';
    const endOf = next === '!' ? afterExclamation : next === '?' ? afterInstruction : afterTag;
    const end = endOf(text, from);
    yield { from, end, depth: isTag ? depthChange(text.slice(from, end)) : 0, isTag };
    from = text.indexOf('<', end);
  }
}

function refuseSize(pieces: number, length: number): void {
  if (pieces > MOST_TAGS) throw new Fault('too_large', `more than ${MOST_TAGS} tags`);
  if (length > LONGEST_TAG) throw new Fault('too_large', `a tag of more than ${LONGEST_TAG} characters`);
}

/**
 * One walk over a text that says it is XML, before any parser sees it: UTF-8, no DTD (so no entity of anybody's),
 * no processing instruction, not deep, neither many tags nor long ones.
 * @throws Fault wrong_encoding, dtd_forbidden, instruction_forbidden, too_deep, too_large, not_xml
 */
export function scan(text: string, contentType = ''): void {
  refuseEncoding(text, contentType);
  let [depth, pieces] = [0, 0];
  for (const { from, end, depth: change } of piecesOf(text)) {
    depth += change;
    if (depth > DEEPEST) throw new Fault('too_deep', `more than ${DEEPEST} levels`);
    pieces += 1;
    refuseSize(pieces, text[from + 1] === '!' ? 0 : end - from);
  }
}
