import type { Found, FoundIn } from './found.ts';
import { type CmsSigner, type ReadCms, readCms } from './reading.ts';
import type { StatusAnswers } from './verdict.ts';

/** A signer of a CMS as a signature of a document. */
export function foundSigner(
  cms: ReadCms,
  signer: CmsSigner,
  about: Pick<Found, 'form' | 'coversWhole' | 'added'> & {
    proofs?: StatusAnswers;
    claimed?: number | undefined;
  },
): Found {
  const { certificate, intact, genuine, hash, hashes, signature, timeStamp } = signer;
  // Only a CMS by itself may do without (RFC 5652, 5.3).
  if (!signer.hasAttributes && about.form !== 'CMS')
    throw new RangeError(`a signature without attributes in ${about.form}`);
  return {
    form: about.form,
    certificate,
    certificates: cms.certificates,
    intact,
    genuine,
    hash,
    hashes,
    claimed: signer.claimed ?? about.claimed,
    timeStamp: timeStamp && { token: timeStamp, over: signature },
    coversWhole: about.coversWhole,
    added: about.added,
    proofs: about.proofs ?? {},
    isAdes: signer.namesCertificate,
  };
}

/**
 * A CMS SignedData over the content that is given beside it, else over what it holds: a signature over another content
 * than the reader has must not be believed. @throws where it is none
 */
export function inCms(bytes: Uint8Array, beside: Uint8Array | undefined): FoundIn {
  const cms = readCms(bytes);
  const content = beside ?? cms.content;
  if (!content) throw new RangeError('what was signed is not there: send it with the signature');
  const signatures = cms.signers(content).map((signer) =>
    foundSigner(cms, signer, {
      form: signer.namesCertificate ? 'CAdES' : 'CMS',
      coversWhole: true,
      added: undefined,
    }),
  );
  return { format: 'cms', signatures };
}
