/** An element to be written; names as they stand, prefix included. Without content it is empty. */
export interface Node {
  name: string;
  attributes?: Readonly<Record<string, string | undefined>>;
  content?: string | readonly Node[];
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 has no way to write. */
const unwritable = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]|\p{Surrogate}/gu;

const escaped = (text: string, which: RegExp): string =>
  text.replace(unwritable, '\ufffd').replace(which, (sign) => signs[sign] ?? sign);

export const escapedText = (text: string): string => escaped(text, /[&<>\r]/g);

const attributesOf = ({ attributes = {} }: Node): string =>
  Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(value, /[&<>"\t\n\r]/g)}"`)
    .join('');

/** The text of an element, all characters escaped where XML needs it. */
export function written(node: Node): string {
  const { name, content = '' } = node;
  const inside = typeof content === 'string' ? escapedText(content) : content.map(written).join('');
  return inside === ''
    ? `<${name}${attributesOf(node)}/>`
    : `<${name}${attributesOf(node)}>${inside}</${name}>`;
}

/** Plain data on its way to XML: names in the order in which they are written, undefined left out. */
export interface Tree {
  readonly [name: string]: string | Tree | undefined;
}

/** Elements of plain data; `prefix` (with its colon) goes before each name. */
export const nodesOf = (tree: Tree, prefix = ''): Node[] =>
  Object.entries(tree).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [{ name: prefix + name, content: typeof value === 'string' ? value : nodesOf(value, prefix) }];
  });

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
