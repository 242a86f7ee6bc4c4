import type { Text } from '../../contracts/_contract.ts';
import { authorities } from '../../contracts/_sign/authorities.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { type Certificate, certificateBySerial } from '../_sign/certificate.ts';
import { type DocumentToSign, type HeldSigning, idOf, stageOf } from '../_sign/signing.ts';

/** Of every contract the title, read when something waits for the first time: most calls find nothing. */
async function providerTitle(system: string): Promise<Text> {
  const { contracts } = await import('../../contracts/index.ts');
  return contracts.find(({ name }) => name === system)?.title ?? { vi: system, en: system };
}

const iso = (ms: number): string => new Date(ms).toISOString();

const documentView = ({ id, name, hash, digest }: DocumentToSign) => ({
  id,
  name,
  hash,
  digest: Buffer.from(digest, 'base64').toString('hex'),
});

const certificateView = ({ serial, name, authority, notAfter }: Certificate) => ({
  serial,
  name,
  authority: authorities[authority].title,
  notAfter: iso(notAfter),
});

/** A request to sign as the signer sees it. */
export async function signingView(x: Exchange, held: HeldSigning) {
  const { system, person, asks, description, documents, serial, at, until } = held.value;
  const certificate = await certificateBySerial(x, serial);
  return {
    id: idOf(held),
    system,
    provider: await providerTitle(system),
    person,
    asks,
    description,
    documents: documents.map(documentView),
    certificate: certificate ? certificateView(certificate) : null,
    stage: stageOf(x, held.value),
    requestedAt: iso(at),
    expiresAt: iso(until),
  };
}
