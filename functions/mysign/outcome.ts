import type { TransactionStatus } from '../../contracts/_mysign/data.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Change } from '../_kit/store.ts';
import { secret } from '../_oidc/secret.ts';
import { certificateBySerial, standingOf } from '../_sign/certificate.ts';
import { type NewSigning, type Signing, signings, stageOf } from '../_sign/signing.ts';

const DAY_SECONDS = 86_400;

/** The refusal that says of a synchronous call what a status says of a transaction. */
export const faults: Readonly<Record<TransactionStatus, readonly [code: string, detail: string]>> = {
  '1': ['broken', 'signed, but without signatures'],
  '4000': ['timed_out', 'the call waited as long as mysign.waitSeconds says'],
  '6000': ['timed_out', 'the call waited as long as mysign.waitSeconds says'],
  '4001': ['timed_out', 'the time of the signer is over'],
  '4002': ['signer_refused', 'the signer has refused'],
  '4004': ['signing_failed', 'the PIN is blocked, or signing failed'],
  '4005': ['quota_used', 'no signatures are left'],
  '13004': ['certificate_ended', 'the certificate is not good'],
  '50000': ['broken', 'asked for'],
};

const stages = {
  waiting: '4000',
  signed: '1',
  refused: '4002',
  blocked: '4004',
  expired: '4001',
} as const;

const isStatus = (status: unknown): status is TransactionStatus =>
  typeof status === 'string' && Object.hasOwn(faults, status);

/** What failed, as far as the certificate tells. */
async function failureOf(x: Exchange, serial: string): Promise<TransactionStatus> {
  const certificate = await certificateBySerial(x, serial);
  return certificate && (await standingOf(x, certificate)) !== 'good' ? '13004' : '4004';
}

/** Where a transaction stands, as `requests/status` says it. */
export async function statusOf(x: Exchange, signing: Signing): Promise<TransactionStatus> {
  const { ended } = signing.own;
  if (isStatus(ended)) return ended;
  const stage = stageOf(x, signing);
  return stage === 'failed' ? failureOf(x, signing.serial) : stages[stage];
}

/** A transaction that ends before its signer is asked; `end`: what its status says from the start. */
export function endedAtOnce(
  x: Exchange,
  { certificate, seconds: _, ...asked }: NewSigning,
  end: TransactionStatus,
): { id: string; signing: Signing; changes: Change[] } {
  const id = secret(x.deps.random, 18);
  const { now } = x.clock;
  const signing: Signing = {
    ...asked,
    person: certificate.person,
    serial: certificate.serial,
    at: now,
    until: now,
    outcome: { at: 'failed', when: now },
    own: { ...asked.own, ended: end, told: true },
  };
  return { id, signing, changes: [x.put(signings, id, signing, { lifetime: DAY_SECONDS, if: 'absent' })] };
}
