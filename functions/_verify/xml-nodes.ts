import type { Element } from '@xmldom/xmldom';
import { isNamed } from '../_sign/xml/names.ts';

export const children = (of: Element): Element[] =>
  [...of.childNodes].filter(({ nodeType }) => nodeType === 1) as Element[];

export const childrenNamed = (of: Element | undefined, uri: string, name: string): Element[] =>
  of ? children(of).filter((each) => isNamed(each, uri, name)) : [];

/** The one child of this name. @throws RangeError where there are more, or none */
export function child(of: Element, uri: string, name: string): Element {
  const [only, ...more] = childrenNamed(of, uri, name);
  if (!only || more.length > 0) throw new RangeError(`no ${name}, or several`);
  return only;
}

/** Elements of this name anywhere below. */
export const below = (of: Element | undefined, uri: string, name: string): Element[] =>
  of ? [...of.getElementsByTagNameNS(uri, name)] : [];

export const bytesIn = ({ textContent }: Element): Buffer => Buffer.from(textContent ?? '', 'base64');
