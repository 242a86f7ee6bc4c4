import type { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { TSTInfo } from '@peculiar/asn1-tsp';
import { digestBy, hashByOid, isWeak, sameBytes } from './algorithm.ts';
import { type Chain, chainFrom } from './chain.ts';
import { readCms } from './reading.ts';
import type { Finding } from './verdict.ts';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A clock that is a little ahead of the reader's is not of the future. */
const SKEW_MS = 5 * 60_000;

/** What a time stamp says, and whether it can be believed. */
export interface ReadStamp {
  at: number;
  /** Undefined: nobody's certificate is there. */
  chain: Chain | undefined;
  findings: Finding[];
}

const about = (code: Finding['code'], detail: string): Finding => ({ code, about: 'time-stamp', detail });

const isWithin = ({ validFrom, validTo }: X509Certificate, at: number): boolean =>
  at >= Date.parse(validFrom) && at <= Date.parse(validTo);

function trustFindings(chain: Chain | undefined, at: number): Finding[] {
  const [own] = chain?.links ?? [];
  if (!chain || !own) return [about('time-stamp-untrusted', 'its certificate is not there')];
  if (chain.end !== 'trusted')
    return [about('time-stamp-untrusted', `issued by ${own.issuer.replaceAll('\n', ', ')}`)];
  if (!own.keyUsage?.includes(TIME_STAMPING))
    return [about('time-stamp-untrusted', 'no certificate for time stamps')];
  return chain.links.every((each) => isWithin(each, at))
    ? []
    : [about('time-stamp-untrusted', 'its certificate was not valid at that time')];
}

/** Holds a time stamp (RFC 3161) against what it is to be over. */
export function readStamp(
  token: Uint8Array,
  over: Uint8Array,
  {
    lyingAbout,
    roots,
    now,
  }: { lyingAbout: readonly X509Certificate[]; roots: readonly X509Certificate[]; now: number },
): ReadStamp {
  const cms = readCms(token);
  if (cms.contentType !== TST_INFO || !cms.content) throw new RangeError('no time stamp');
  const info = AsnConvert.parse(cms.content, TSTInfo);
  const [signer, ...more] = cms.signers(cms.content);
  if (more.length > 0) throw new RangeError('a time stamp has one signer');
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const hash = hashByOid(hashAlgorithm.algorithm);
  const at = info.genTime.getTime();
  const isOver = hash !== undefined && sameBytes(new Uint8Array(hashedMessage.buffer), digestBy(hash, over));
  const chain =
    signer?.certificate && chainFrom(signer.certificate, [...cms.certificates, ...lyingAbout], roots);
  const findings = trustFindings(chain, at);
  if (!isOver) findings.unshift(about('time-stamp-wrong', 'it is over other bytes'));
  else if (!signer?.intact || !signer.genuine)
    findings.unshift(about('time-stamp-wrong', 'its own signature does not match'));
  else if (at > now + SKEW_MS) findings.unshift(about('time-stamp-wrong', 'it is of the future'));
  if (isWeak(hash) || signer?.hashes.some(isWeak))
    findings.push(about('weak-hash', 'the time stamp is over SHA-1'));
  return { at, chain, findings };
}
