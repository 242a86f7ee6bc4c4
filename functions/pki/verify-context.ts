import { X509Certificate } from 'node:crypto';
import { type AuthorityName, authorities } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { authorityOf } from '../_sign/authority.ts';
import { ocspAnswer } from '../_sign/ocsp.ts';
import { statusRequest } from '../_sign/ocsp-request.ts';
import type { StatusAnswers, VerifyContext } from '../_verify/verdict.ts';

/** Which of the workspace's authorities has this certificate. */
async function nameOf(x: Exchange, certificate: Uint8Array): Promise<AuthorityName | undefined> {
  const names = Object.keys(authorities) as AuthorityName[];
  const all = await Promise.all(names.map((name) => authorityOf(x, name)));
  return all.find((each) => Buffer.compare(each.certificate, certificate) === 0)?.name;
}

/**
 * What the sandbox gives a verdict: its root, its clock, and what its authorities answer. No certificate of theirs: what
 * does not come with the document is missing.
 */
export async function contextOf(x: Exchange, content?: Uint8Array): Promise<VerifyContext> {
  const { certificate: root } = await authorityOf(x, 'root');
  const status = async (certificate: Uint8Array, issuer: Uint8Array): Promise<StatusAnswers> => {
    const name = await nameOf(x, issuer);
    if (!name) return {};
    const { serialNumber } = new X509Certificate(certificate);
    return { ocsp: [await ocspAnswer(x, name, statusRequest(issuer, serialNumber))] };
  };
  return { now: x.clock.now, roots: [root], status, isOurs: x.isOurs, ...(content && { content }) };
}
