import { digestOf } from './algorithms.ts';
import { prepareCms } from './cms.ts';
import type { DocumentRequest, PreparedDocument } from './prepared.ts';

/**
 * Prepares a PAdES baseline signature (ETSI EN 319 142-1) as an incremental update, so that signatures which are
 * already there stay valid: level B-B; B-T with a time stamp; B-LT with proofs of revocation.
 * @throws RangeError where the document is no PDF that can be signed
 */
export async function preparePdf(asked: DocumentRequest): Promise<PreparedDocument> {
  const { reserve } = await import('./pdf-update.ts');
  const reserved = await reserve(asked);
  const { certificate, chain, hash } = asked;
  // No signing time: in a PDF it stands in the signature dictionary.
  const cms = prepareCms({ certificate, chain, hash, digest: digestOf(hash, reserved.covered) });
  return {
    toSign: cms.toSign,
    digest: cms.digest,
    async finish(signature, { timeStamp, revocation } = {}) {
      const token = await timeStamp?.(digestOf('sha256', signature));
      const signed = reserved.fill(cms.finish(signature, token));
      if (!revocation) return signed;
      const { withProofs } = await import('./pdf-proofs.ts');
      return withProofs(signed, revocation);
    },
  };
}
