import type { X509Certificate } from 'node:crypto';
import { sameBytes } from './algorithm.ts';

/** From a certificate upwards, as far as it goes. */
export interface Chain {
  links: X509Certificate[];
  /** `trusted`: the last link is a trusted root. `unknown`: nobody trusts where it ends. `incomplete`: the next is missing. */
  end: 'trusted' | 'unknown' | 'incomplete';
}

const LONGEST = 8;

const isOneOf = (list: readonly X509Certificate[], one: X509Certificate): boolean =>
  list.some(({ raw }) => sameBytes(raw, one.raw));

/** Names alone prove nothing: the issuer is who has signed it, and who may sign certificates. */
const isIssuedBy = (one: X509Certificate, above: X509Certificate): boolean => {
  try {
    return above.ca && one.checkIssued(above) && one.verify(above.publicKey);
  } catch {
    return false;
  }
};

/** The way from a certificate to a trusted root, over certificates that lie about. */
export function chainFrom(
  leaf: X509Certificate,
  lyingAbout: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): Chain {
  const links = [leaf];
  const ended = (end: Chain['end']): Chain => ({ links, end });
  for (let last = leaf; links.length <= LONGEST; ) {
    if (isOneOf(roots, last)) return ended('trusted');
    const next = [...roots, ...lyingAbout].find((above) => !isOneOf(links, above) && isIssuedBy(last, above));
    if (!next) {
      const claims = [...roots, ...lyingAbout].some(({ subject }) => subject === last.issuer);
      return ended(last.subject === last.issuer || claims ? 'unknown' : 'incomplete');
    }
    links.push(next);
    last = next;
  }
  return ended('unknown');
}
