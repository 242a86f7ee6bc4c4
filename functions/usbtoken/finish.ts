import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Certificate, standingOf } from '../_sign/certificate.ts';
import type { DialogueDocument } from './dialogue.ts';
import { type Job, Unable } from './job.ts';

/** A token asks no OCSP: what was revoked signs, and the portal has to find out. */
export async function isUnfit(x: Exchange, certificate: Certificate): Promise<boolean> {
  const standing = await standingOf(x, certificate);
  return standing === 'expired' || standing === 'not-yet-valid';
}

/** What cannot be done with a document is the plug-in's to say. */
export async function attempted(job: Job, make: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof Unable) return job.refuse(error.trouble, error.message);
    throw error;
  }
}

/** Does what was agreed to, if the certificate is still good. */
export async function finished(
  x: Exchange,
  job: Job,
  chosen: Certificate,
  all: readonly Certificate[],
  shown?: readonly DialogueDocument[],
): Promise<Answer> {
  if (job.pin && (await isUnfit(x, chosen))) return job.refuse('not-valid');
  return attempted(job, () => job.finish(chosen, all, shown));
}
