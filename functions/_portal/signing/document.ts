import type { Exchange } from '../../_kit/exchange.ts';
import type { Chain } from '../../_relying/proofs.ts';
import type { DocumentRequest, PreparedDocument } from '../../_sign/prepared.ts';
import type { Dossier } from '../dossiers/dossier.ts';
import type { Portal } from '../portal.ts';
import type { Preparation, Signing } from './signing.ts';

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** The document of a dossier, not signed: the same at every call. Loaded when somebody signs. */
async function documentOf(portal: Portal, dossier: Dossier, format: Signing['format']): Promise<Uint8Array> {
  if (format === 'pdf') return (await import('../dossiers/document-pdf.ts')).dossierPdf(dossier, portal.name);
  return (await import('../dossiers/document-xml.ts')).dossierXml(dossier, portal.name);
}

/** The document of a dossier, ready for the key of this certificate. */
export async function prepared(
  portal: Portal,
  dossier: Dossier,
  format: Signing['format'],
  { certificate, chain, signingTime }: Omit<Preparation, 'digest'>,
): Promise<PreparedDocument> {
  const asked: DocumentRequest = {
    document: await documentOf(portal, dossier, format),
    certificate: bytes(certificate),
    chain: chain.map(bytes),
    hash: 'sha256',
    signingTime,
    reason: `Ký hồ sơ ${dossier.code}`,
    location: 'Việt Nam',
  };
  if (format === 'pdf') {
    const { signatureBox } = await import('../dossiers/document-pdf.ts');
    return (await import('../../_sign/pades.ts')).preparePdf({ ...asked, box: signatureBox });
  }
  return (await import('../../_sign/xades.ts')).prepareXml(asked);
}

const base64 = ({ raw }: { raw: Buffer }): string => raw.toString('base64');

/** What has to be kept until the signature is there. Times in documents are whole seconds. */
export async function preparation(
  x: Exchange,
  portal: Portal,
  dossier: Dossier,
  { format, chain: { leaf, issuer } }: { format: Signing['format']; chain: Chain },
): Promise<Preparation> {
  const kept = {
    certificate: base64(leaf),
    chain: [base64(issuer)],
    signingTime: Math.floor(x.clock.now / 1000) * 1000,
  };
  const { digest } = await prepared(portal, dossier, format, kept);
  return { ...kept, digest: Buffer.from(digest).toString('hex') };
}
