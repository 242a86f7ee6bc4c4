import type { AuthorityName, KeyType } from '../../contracts/_sign/authorities.ts';
import type { CertificateState } from '../../contracts/_sign/signer.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { type Certificate, certificateOf, chainOf } from '../../functions/_sign/certificate.ts';
import { castDirectory } from '../../people/cast.ts';
import { request, store } from './exchange.ts';

/** A certificate of An's, in this state, with everything above it; its files for openssl, DER. */
export async function held(
  state: CertificateState = 'good',
  { authority = 'vnpt-ca', key = 'rsa2048' }: { authority?: AuthorityName; key?: KeyType } = {},
): Promise<{ certificate: Certificate; own: Buffer; chain: Buffer[]; root: Buffer }> {
  const person = { ...castDirectory.findBySlug('an')!, signer: { certificate: state, key } };
  const x = request();
  const provider = `test-${state}-${key}`;
  const { certificate, changes } = await certificateOf(x, { provider, authority, person, kind: 'citizen' });
  await store.commit(changes, 0);
  const chain = (await chainOf(x, certificate)).map((der) => Buffer.from(der, 'base64'));
  const root = Buffer.from((await authorityOf(x, 'root')).certificate);
  return { certificate, own: Buffer.from(certificate.der, 'base64'), chain, root };
}
