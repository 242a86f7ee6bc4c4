import type { Fault } from '../_kit/fault.ts';
import type { XmlElement } from './read.ts';

/** What an element holds: texts by name, and objects of them. Empty and `xsi:nil` elements count as absent. */
export interface Plain {
  [name: string]: string | Plain;
}

type FieldError = NonNullable<Fault['extra']['errors']>[number];

const NIL = '{http://www.w3.org/2001/XMLSchema-instance}nil';

const refusals = {
  repeated: 'Phần tử này chỉ được có một lần / This element may stand once only',
  foreign: 'Phần tử này thuộc không gian tên khác / This element is of another namespace',
  mixed: 'Có chữ xen giữa các phần tử / There is text between the elements',
} as const;

const contentOf = (element: XmlElement, namespaces: readonly string[], at: string, errors: FieldError[]) => {
  if (element.children.length > 0) return plainOf(element, namespaces, at, errors);
  return /^(1|true)$/.test(element.attributes[NIL] ?? '') ? '' : element.text.trim();
};

/**
 * The children of an element as plain data. They stand in any order; their namespace is one of those named, or
 * none, because clients differ. What is wrong is added to `errors`, by path.
 */
export function plainOf(
  element: XmlElement,
  namespaces: readonly string[],
  at = '',
  errors: FieldError[] = [],
): Plain {
  const found: Plain = Object.create(null) as Plain;
  const seen = new Set<string>();
  if (element.text.trim() !== '') errors.push({ path: at, message: refusals.mixed });
  for (const child of element.children) {
    const path = at === '' ? child.name : `${at}.${child.name}`;
    if (child.uri !== '' && !namespaces.includes(child.uri)) errors.push({ path, message: refusals.foreign });
    else if (seen.has(child.name)) errors.push({ path, message: refusals.repeated });
    else {
      seen.add(child.name);
      const value = contentOf(child, namespaces, path, errors);
      if (value !== '') found[child.name] = value;
    }
  }
  return found;
}
