import { X509Certificate } from 'node:crypto';
import type { SignatureLevel } from '../../contracts/_portal/signing-data.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Proofs } from '../_sign/prepared.ts';
import { bytesAt, publishedAt, revocationList } from './pki.ts';

/** A signer's certificate, with those above it. */
export interface Chain {
  leaf: X509Certificate;
  issuer: X509Certificate;
  root: X509Certificate;
}

/** The authority whose time stamps the portal uses, as it was told once. */
const TIME_AUTHORITY = 'time';

const der = ({ raw }: X509Certificate): Uint8Array => new Uint8Array(raw);

/**
 * What goes into a signed document beside the signature, asked of the authorities over their wires and checked: time
 * stamps, and for B-LT what shows later that no certificate was revoked when it was used.
 * @throws Fault signature_not_trusted, register_unavailable
 */
export async function proofsFor(x: Exchange, chain: Chain, level: SignatureLevel): Promise<Proofs> {
  const { leaf, issuer, root } = chain;
  const stamps = new X509Certificate(await bytesAt(x, `${publishedAt(x)}/ca/${TIME_AUTHORITY}.cer`));
  const [{ statusProof }, { timeStampOf }] = await Promise.all([
    import('./ocsp.ts'),
    import('./time-stamp.ts'),
  ]);
  const timeStamp = (digest: Uint8Array) => timeStampOf(x, stamps, digest);
  if (level === 'B-T') return { timeStamp };
  const [ocsp, list] = await Promise.all([statusProof(x, leaf, issuer), revocationList(x, 'root', root)]);
  return {
    timeStamp,
    revocation: {
      certificates: [issuer, root, stamps].map(der),
      ocsp: [ocsp],
      crls: [new Uint8Array(list.rawData)],
    },
  };
}
