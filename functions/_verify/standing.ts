import 'reflect-metadata';
import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, id_ce_keyUsage, KeyUsage, KeyUsageFlags } from '@peculiar/asn1-x509';
import { isForDocuments } from '../_sign/purposes.ts';
import { hashUnder, isWeak } from './algorithm.ts';
import type { Chain } from './chain.ts';
import type { Finding } from './verdict.ts';

const about = (code: Finding['code'], since?: number, detail?: string): Finding => ({
  code,
  about: 'certificate',
  ...(since !== undefined && { since: new Date(since).toISOString() }),
  ...(detail && { detail }),
});

const nameOf = ({ subject }: X509Certificate): string => /^CN=(.+)$/m.exec(subject)?.[1] ?? 'a certificate';

/** What a certificate's validity says of a moment. */
function timeFindings(own: X509Certificate, at: number): Finding[] {
  const [from, to] = [Date.parse(own.validFrom), Date.parse(own.validTo)];
  if (at < from) return [about('not-yet-valid', from)];
  return at > to ? [about('expired', to)] : [];
}

/** Of a signer: digitalSignature or nonRepudiation, where the certificate says anything of usage. */
function maySign({ tbsCertificate }: Certificate): boolean {
  const found = tbsCertificate.extensions?.find(({ extnID }) => extnID === id_ce_keyUsage);
  if (!found) return true;
  const usage = AsnConvert.parse(found.extnValue.buffer, KeyUsage).toNumber();
  return (usage & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) !== 0;
}

/** A root's own signature proves nothing, so its hash does not matter. */
const isWeakBelow = ({ links, end }: Chain): boolean =>
  links
    .slice(0, end === 'trusted' ? -1 : undefined)
    .filter(({ subject, issuer }) => subject !== issuer)
    .some(({ raw }) =>
      isWeak(hashUnder(AsnConvert.parse(raw, Certificate).signatureAlgorithm.algorithm, 'sha256')),
    );

/**
 * What the chain itself says: where it ends, when it is valid, what it is for. `moments`: proven or not, each of them has
 * to lie within the signer's validity.
 */
export function chainFindings(chain: Chain, moments: readonly number[]): Finding[] {
  const [own, ...above] = chain.links;
  if (!own) return [];
  const found: Finding[] = moments.flatMap((at) => timeFindings(own, at)).slice(0, 1);
  found.push(...above.flatMap((each) => timeFindings(each, moments[0] as number)));
  if (chain.end === 'unknown')
    found.push(
      about('issuer-unknown', undefined, `nobody trusts ${nameOf(chain.links.at(-1) as X509Certificate)}`),
    );
  if (chain.end === 'incomplete')
    found.push(about('chain-incomplete', undefined, 'no certificate of the issuer'));
  if (!maySign(AsnConvert.parse(own.raw, Certificate)) || !isForDocuments(own))
    found.push(about('wrong-usage'));
  if (isWeakBelow(chain)) found.push(about('weak-hash', undefined, 'a certificate is signed over SHA-1'));
  return found;
}
