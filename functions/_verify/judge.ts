import type { X509Certificate } from 'node:crypto';
import { reasonCodes, undecidedBy, type VerdictStatus } from '../../contracts/_sign/verdict.ts';
import { isWeak } from './algorithm.ts';
import { type Chain, chainFrom } from './chain.ts';
import type { Found } from './found.ts';
import { linkOf, signerIn } from './names.ts';
import { type Revocation, revocationOf } from './revocation.ts';
import { type ReadStamp, readStamp } from './stamp.ts';
import { chainFindings } from './standing.ts';
import type { Finding, SignatureVerdict, SigningTime, VerifyContext } from './verdict.ts';

/** Trusted roots, and what else lies about to build chains from. */
export interface Known {
  roots: readonly X509Certificate[];
  certificates: readonly X509Certificate[];
}

/** Each code once, the weightiest first. */
export function ordered(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  for (const each of findings) if (!first.has(each.code)) first.set(each.code, each);
  return reasonCodes.flatMap((code) => first.get(code) ?? []);
}

export const statusOf = (findings: readonly Finding[]): VerdictStatus => {
  if (findings.length === 0) return 'valid';
  return findings.every(({ code }) => undecidedBy.has(code)) ? 'undecided' : 'invalid';
};

function ownFindings({ intact, genuine, added, hashes, certificate }: Found): Finding[] {
  const found: Finding[] = [];
  if (!intact) found.push({ code: 'content-changed', about: 'document' });
  if (!certificate)
    found.push({
      code: 'chain-incomplete',
      about: 'signature',
      detail: "the signer's certificate is not there",
    });
  else if (!genuine) found.push({ code: 'signature-wrong', about: 'signature' });
  if (added !== undefined) found.push({ code: 'added-after-signing', about: 'document', detail: added });
  if (hashes.some(isWeak))
    found.push({ code: 'weak-hash', about: 'signature', detail: hashes.map(String).join(', ') });
  return found;
}

function stampOf({ timeStamp, certificates }: Found, known: Known, now: number): ReadStamp | undefined {
  if (!timeStamp) return undefined;
  const lyingAbout = [...certificates, ...known.certificates];
  try {
    return readStamp(timeStamp.token, timeStamp.over, { lyingAbout, roots: known.roots, now });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'it cannot be read';
    return {
      at: Number.NaN,
      chain: undefined,
      findings: [{ code: 'time-stamp-wrong', about: 'time-stamp', detail }],
    };
  }
}

const commonName = (own: X509Certificate | undefined): string | null =>
  /^CN=(.+)$/m.exec(own?.subject ?? '')?.[1] ?? null;

function timeOf({ claimed }: Found, stamp: ReadStamp | undefined): SigningTime | null {
  if (stamp && stamp.findings.length === 0)
    return {
      at: new Date(stamp.at).toISOString(),
      source: 'time-stamp',
      by: commonName(stamp.chain?.links[0]),
    };
  if (claimed === undefined || Number.isNaN(claimed)) return null;
  return { at: new Date(claimed).toISOString(), source: 'claimed', by: null };
}

function levelOf({ isAdes, proofs }: Found, time: SigningTime | null): SignatureVerdict['level'] {
  if (!isAdes) return null;
  if (time?.source !== 'time-stamp') return 'B';
  return (proofs.ocsp?.length ?? 0) + (proofs.crls?.length ?? 0) > 0 ? 'LT' : 'T';
}

const NOTHING: Revocation = { findings: [], proof: null };

interface Judged {
  chain: Chain | undefined;
  findings: Finding[];
  proof: Revocation['proof'];
}

/** Whether the certificate could be used: at the proven time; without proof now, and when the signer claims that it was. */
async function certificateJudged(
  found: Found,
  time: SigningTime | null,
  known: Known,
  context: VerifyContext,
): Promise<Judged> {
  if (!found.certificate) return { chain: undefined, ...NOTHING };
  const lyingAbout = [...found.certificates, ...known.certificates];
  const chain = chainFrom(found.certificate, lyingAbout, known.roots);
  const [at, claimed] =
    time?.source === 'time-stamp' ? [Date.parse(time.at)] : [context.now, time && Date.parse(time.at)];
  const findings = chainFindings(chain, [at, ...(claimed ? [claimed] : [])]);
  if (chain.end !== 'trusted') return { chain, findings, proof: null };
  const { findings: taken, proof } = await revocationOf(chain, at, found.proofs, context);
  return { chain, findings: [...findings, ...taken], proof };
}

/** What is to be said of one signature. */
export async function judged(found: Found, known: Known, context: VerifyContext): Promise<SignatureVerdict> {
  const { certificate, coversWhole, form, hash } = found;
  const stamp = stampOf(found, known, context.now);
  const time = timeOf(found, stamp);
  const { chain, findings, proof } = await certificateJudged(found, time, known, context);
  const reasons = ordered([...ownFindings(found), ...findings, ...(stamp?.findings ?? [])]);
  const links = chain?.links ?? [];
  return {
    status: statusOf(reasons),
    reasons,
    signer: certificate ? signerIn(certificate, context.isOurs) : null,
    time,
    chain: links.map((each, place) =>
      linkOf(each, chain?.end === 'trusted' && place === links.length - 1, context.isOurs),
    ),
    coversWhole,
    proof,
    form,
    level: levelOf(found, time),
    hash,
    key: certificate?.publicKey.asymmetricKeyType ?? 'unknown',
  };
}
