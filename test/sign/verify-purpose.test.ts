import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { requireTrusted } from '../../functions/_relying/pki.ts';
import { digestOf, signed } from '../../functions/_sign/algorithms.ts';
import { authorityOf, publishedAt } from '../../functions/_sign/authority.ts';
import { clientCertificate } from '../../functions/_sign/client-x509.ts';
import { prepareCms } from '../../functions/_sign/cms.ts';
import { crlOf } from '../../functions/_sign/crl.ts';
import { newKey, privateKeyOf } from '../../functions/_sign/keys.ts';
import { verifyDocument } from '../../functions/_verify/verify-document.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { asSigner, type Certified, certified, issuerOf, publishedBy } from './certified.ts';
import { request } from './exchange.ts';

const content = Buffer.from('Quyết định');

async function reasonsOf({ der, privateKey }: Pick<Certified, 'der' | 'privateKey'>) {
  const { certificate: above } = await authorityOf(request(), 'government-ca');
  const digest = digestOf('sha256', content);
  const asked = { certificate: der, chain: [above], hash: 'sha256', digest, content } as const;
  const { toSign, finish } = prepareCms(asked);
  const cms = finish(signed(privateKey, 'sha256', toSign));
  const { reasons } = await verifyDocument(cms, await contextOf(request()));
  return reasons.map(({ code }) => code);
}

const purposes = {
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  any: '2.5.29.37.0',
} as const;

describe('a certificate signs no documents', () => {
  test.each(['clientAuth', 'codeSigning', 'timeStamping'] as const)('that is for %s alone', async (name) => {
    const by = await issuerOf('government-ca');
    const own = await certified({ name: 'Lê Thị Ngọc', by, extensions: asSigner(purposes[name]) });
    // Nor does its authority know it.
    expect(await reasonsOf(own)).toEqual(['wrong-usage', 'status-unknown']);
  });

  test('that an application provider has for mutual TLS', async () => {
    const pkcs8 = await newKey('p256');
    const issuer = await authorityOf(request(), 'government-ca');
    const times = { notBefore: new Date(Date.now() - 1000), notAfter: new Date(Date.now() + 1_000_000) };
    const facts = { name: 'Lê Thị Ngọc', uri: 'urn:ap', serial: '5A01' };
    const der = Buffer.from(await clientCertificate({ issuer, pkcs8, ...times, ...facts }));
    expect(await reasonsOf({ der, privateKey: privateKeyOf(pkcs8) })).toContain('wrong-usage');
  });
});

test.each([[], [purposes.documentSigning], [purposes.clientAuth, purposes.emailProtection], [purposes.any]])(
  'a certificate for %s signs them',
  async (...all) => {
    const by = await issuerOf('government-ca');
    const own = await certified({ name: 'Lê Thị Ngọc', by, extensions: asSigner(...all) });
    expect(await reasonsOf(own)).toEqual(['status-unknown']);
  },
);

describe('a portal', () => {
  /** A portal's request; what it asks the authorities is answered. */
  function portal() {
    const x = request();
    const answers = async (path: string): Promise<Uint8Array> => {
      const name = path.includes('root') ? 'root' : 'government-ca';
      return path.endsWith('.crl') ? crlOf(x, name) : (await authorityOf(x, name)).certificate;
    };
    const fetch = async (url: string) => new Response(new Uint8Array(await answers(url)));
    return Object.assign(x, { deps: Object.assign(x.deps, { fetch }) });
  }

  async function leafFor(purpose: string) {
    const by = await issuerOf('government-ca');
    const extensions = [...asSigner(purpose), publishedBy(publishedAt(request()), 'government-ca')];
    return new X509Certificate((await certified({ name: 'Lê Thị Ngọc', by, extensions })).der);
  }

  test('believes nobody either whose certificate is for something else', async () => {
    await expect(requireTrusted(portal(), await leafFor(purposes.documentSigning))).resolves.toBeTruthy();
    await expect(requireTrusted(portal(), await leafFor(purposes.clientAuth))).rejects.toThrow(
      'for something else than documents',
    );
  });
});
