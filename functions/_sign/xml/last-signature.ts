import { canonical } from './canonical.ts';
import { readDocument } from './document.ts';
import { DS, isNamed } from './names.ts';

/** The last signature of a document as XML of its own. @throws RangeError where there is none */
export function lastSignature(document: Uint8Array): Buffer {
  const { elements } = readDocument(document);
  const last = elements.findLast((each) => isNamed(each, DS, 'Signature'));
  if (!last) throw new RangeError('XML without a signature');
  return canonical(last);
}
