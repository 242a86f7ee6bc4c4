import 'reflect-metadata';
import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { BasicConstraints, Certificate, id_ce_basicConstraints } from '@peculiar/asn1-x509';
import { sameBytes } from './algorithm.ts';

/** From a certificate upwards, as far as it goes. */
export interface Chain {
  links: X509Certificate[];
  /** `trusted`: the last link is a trusted root. `unknown`: nobody trusts where it ends. `incomplete`: the next is missing. */
  end: 'trusted' | 'unknown' | 'incomplete';
}

const LONGEST = 8;

/** Certificates of one name and key, each under others, would make ways without end. */
const MOST_STEPS = 60;

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

const pathLengthOf = ({ raw }: X509Certificate): number => {
  const { extensions } = AsnConvert.parse(raw, Certificate).tbsCertificate;
  const found = extensions?.find(({ extnID }) => extnID === id_ce_basicConstraints);
  const said = found && AsnConvert.parse(found.extnValue.buffer, BasicConstraints).pathLenConstraint;
  return said ?? Number.POSITIVE_INFINITY;
};

/** How many authorities stand below counts; one that has issued itself anew does not (RFC 5280, 4.2.1.9). */
const isTooHigh = (above: X509Certificate, [, ...below]: readonly X509Certificate[]): boolean =>
  below.filter(({ subject, issuer }) => subject !== issuer).length > pathLengthOf(above);

/** Where a way ends that nobody trusts. */
function lost(links: X509Certificate[], all: readonly X509Certificate[]): Chain {
  const { subject, issuer } = links.at(-1) as X509Certificate;
  const isKnown = subject === issuer || all.some((each) => each.subject === issuer);
  return { links, end: isKnown ? 'unknown' : 'incomplete' };
}

/** The way from a certificate to a trusted root, over certificates that lie about; of several the first. */
export function chainFrom(
  leaf: X509Certificate,
  lyingAbout: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): Chain {
  const all = [...roots, ...lyingAbout];
  let left = MOST_STEPS;
  const from = (links: X509Certificate[]): Chain => {
    const last = links.at(-1) as X509Certificate;
    if (isOneOf(roots, last)) return { links, end: 'trusted' };
    if (links.length > LONGEST) return { links, end: 'unknown' };
    let first: Chain | undefined;
    for (const above of all) {
      if (isOneOf(links, above) || !isIssuedBy(last, above) || isTooHigh(above, links)) continue;
      if (left-- <= 0) break;
      const found = from([...links, above]);
      if (found.end === 'trusted') return found;
      first ??= found;
    }
    return first ?? lost(links, all);
  };
  return from([leaf]);
}
