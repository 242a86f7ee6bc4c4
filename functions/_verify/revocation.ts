import type { X509Certificate } from 'node:crypto';
import type { Chain } from './chain.ts';
import { type Said, saidIn } from './status.ts';
import type { Finding, StatusAnswers, StatusProof, VerifyContext } from './verdict.ts';

export interface Revocation {
  findings: Finding[];
  proof: StatusProof | null;
}

const SKEW_MS = 5 * 60_000;

const against = (all: readonly Said[], at: number): Said | undefined =>
  all.find(({ says, since = Infinity }) => says === 'revoked' && since <= at) ??
  all.find(({ says, since = Infinity }) => says === 'suspended' && since <= at);

/** A list names only what was taken back, so it says nothing of a certificate that was never issued. */
const saysNothing = ({ kind, says }: Said, isUnknown: boolean): boolean =>
  says === 'unknown' || (isUnknown && kind === 'crl' && says === 'good');

/** That it was not taken back until `at`: said then or later, or said before and not overdue then. */
const inFavour = (all: readonly Said[], at: number): Said | undefined => {
  const isUnknown = all.some(({ says }) => says === 'unknown');
  const usable = all.filter((each) => each.nextUpdate >= at && !saysNothing(each, isUnknown));
  return (
    usable.find(({ thisUpdate }) => thisUpdate >= at) ??
    usable.toSorted((a, b) => b.thisUpdate - a.thisUpdate)[0]
  );
};

const proofOf = (said: Said | undefined): StatusProof | null =>
  said ? { kind: said.kind, from: said.from, at: said.at } : null;

/** An answer about this very certificate, after it was used. */
const isEnough = ({ kind, says, thisUpdate }: Said, at: number): boolean =>
  kind === 'ocsp' && says !== 'unknown' && thisUpdate >= at;

/**
 * What is known of one certificate: what the document carries, and unless that is enough, what its authority says. Beside
 * a list it is asked whether it has issued the certificate at all; while it is silent, the list counts.
 */
async function known(
  own: X509Certificate,
  issuer: X509Certificate,
  at: number,
  carried: StatusAnswers,
  context: VerifyContext,
) {
  const isOfNow = ({ thisUpdate }: Said) => thisUpdate <= context.now + SKEW_MS;
  const held = saidIn(carried, own, issuer, 'document').filter(isOfNow);
  if (against(held, at) || held.some((said) => isEnough(said, at))) return held;
  const asked = await context.status?.(own.raw, issuer.raw).catch(() => undefined);
  return [...held, ...(asked ? saidIn(asked, own, issuer, 'authority').filter(isOfNow) : [])];
}

const finding = ({ says, since }: Said): Finding => ({
  code: says === 'suspended' ? 'suspended' : 'revoked',
  about: 'certificate',
  ...(since !== undefined && { since: new Date(since).toISOString() }),
});

/**
 * Whether a certificate of the chain had been taken back when it was used. `at`: proven by a time stamp, else now. The
 * signer's needs proof; of authorities only what speaks against them counts.
 */
export async function revocationOf(
  { links }: Chain,
  at: number,
  carried: StatusAnswers,
  context: VerifyContext,
): Promise<Revocation> {
  const findings: Finding[] = [];
  let proof: StatusProof | null = null;
  for (const [place, own] of links.slice(0, -1).entries()) {
    const all = await known(own, links[place + 1] as X509Certificate, at, carried, context);
    const [bad, good] = [against(all, at), inFavour(all, at)];
    if (bad) findings.push(finding(bad));
    else if (place === 0 && !good)
      findings.push({
        code: 'status-unknown',
        about: 'certificate',
        detail: 'no answer that can be believed',
      });
    if (place === 0) proof = proofOf(bad ?? good);
  }
  return { findings, proof };
}
