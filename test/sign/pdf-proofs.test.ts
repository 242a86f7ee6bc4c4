import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { ContentInfo, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { afterAll, describe, expect, test } from 'vitest';
import { keyTypes } from '../../contracts/_sign/authorities.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { request } from './exchange.ts';
import { judge, pemOf } from './openssl.ts';
import { cmsIn, type Options, plainPdf, signedPdf } from './pdf-file.ts';
import { pdfJudge } from './pdfsig.ts';

const openssl = judge();
const pdfsig = pdfJudge();
afterAll(() => {
  openssl.close();
  pdfsig.close();
});

/** Files: cms, content, root.pem, own.pem, middle.pem. */
async function files(options: Options) {
  const signed = await signedPdf(options);
  const { cms, covered } = cmsIn(signed.pdf).at(-1)!;
  openssl.file('cms', cms);
  openssl.file('content', covered);
  openssl.pem('root.pem', signed.root);
  openssl.pem('own.pem', signed.own);
  openssl.pem('middle.pem', signed.chain[0]!);
  return { ...signed, cms };
}

const verify = () =>
  openssl.run(
    ...['cms', '-verify', '-binary', '-cades', '-purpose', 'smimesign', '-inform', 'DER'],
    ...['-in', 'cms', '-content', 'content', '-CAfile', 'root.pem', '-out', 'seen'],
  );

const signerOf = (cms: Uint8Array) => {
  const { content } = AsnConvert.parse(cms, ContentInfo);
  return AsnConvert.parse(content, SignedData).signerInfos[0]!;
};

const TIME_STAMP = '1.2.840.113549.1.9.16.2.14';

describe('openssl', () => {
  test.each(keyTypes)('verifies what a %s key made as CAdES, without a claim of when', async (key) => {
    const { cms } = await files({ key });
    expect(verify()).toEqual({ ok: true, text: expect.stringContaining('CAdES Verification successful') });
    const types = signerOf(cms).signedAttrs?.map(({ attrType }) => attrType);
    expect(types?.toSorted()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
  });

  test('verifies both where the same person signs twice', async () => {
    const { pdf: document } = await files({});
    expect(verify().ok).toBe(true);
    const { pdf } = await files({ document });
    expect(verify().ok).toBe(true);
    expect(cmsIn(pdf)).toHaveLength(2);
  });

  test.each(keyTypes)('verifies the time stamp over the value of a %s key', async (key) => {
    const { cms } = await files({ key, level: 'B-T' });
    expect(verify().ok).toBe(true);
    const { signature, unsignedAttrs } = signerOf(cms);
    const stamp = unsignedAttrs?.find(({ attrType }) => attrType === TIME_STAMP);
    openssl.file('token', Buffer.from(stamp!.attrValues[0]!));
    openssl.file('value', Buffer.from(signature.buffer));
    const args = ['-token_in', '-in', 'token', '-data', 'value', '-CAfile', 'root.pem'];
    expect(openssl.run('ts', '-verify', ...args).text).toContain('Verification: OK');
    openssl.file('value', 'another');
    expect(openssl.run('ts', '-verify', ...args).text).toContain('message imprint mismatch');
  });
});

/** What the document security store of a PDF has. */
async function store(pdf: Uint8Array): Promise<Record<'Certs' | 'OCSPs' | 'CRLs', Buffer[]>> {
  const { catalog, context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const dss = catalog.lookup(PDFName.of('DSS'), PDFDict);
  const values = (name: string) =>
    (dss.lookupMaybe(PDFName.of(name), PDFArray)?.asArray() ?? []).map((ref) => {
      const stream = context.lookup(ref);
      return stream instanceof PDFRawStream ? Buffer.from(stream.getContents()) : Buffer.alloc(0);
    });
  return { Certs: values('Certs'), OCSPs: values('OCSPs'), CRLs: values('CRLs') };
}

describe('the document security store of level B-LT', () => {
  test.each([false, true])(
    'has what openssl needs to check it all, offline (streams: %s)',
    async (streams) => {
      const { pdf, chain } = await files({ level: 'B-LT', document: await plainPdf({ streams }) });
      const { Certs, OCSPs, CRLs } = await store(pdf);
      const time = Buffer.from((await authorityOf(request(), 'time')).certificate);
      expect(Certs.map((der) => der.toString('hex'))).toEqual(
        [...chain, time].map((der) => der.toString('hex')),
      );
      openssl.file('answer', OCSPs[0]!);
      const asked = ['-issuer', 'middle.pem', '-cert', 'own.pem', '-respin', 'answer', '-no_nonce'];
      const trusted = ['-CAfile', 'root.pem', '-verify_other', 'middle.pem'];
      expect(openssl.run('ocsp', ...asked, ...trusted).text).toMatch(
        /own\.pem: good[\s\S]*Response verify OK/,
      );
      openssl.file('lists.pem', CRLs.map((der) => pemOf(der, 'X509 CRL')).join(''));
      const lists = ['-crl_check_all', '-CRLfile', 'lists.pem', '-CAfile', 'root.pem'];
      expect(openssl.run('verify', ...lists, '-untrusted', 'middle.pem', 'own.pem').text).toBe(
        'own.pem: OK\n',
      );
    },
  );

  test('leaves the signature as it was, which pdfsig still believes', async () => {
    const { pdf, root } = await files({ level: 'B-LT' });
    expect(verify().ok).toBe(true);
    await pdfsig.trust(root);
    expect(await pdfsig.signatures(pdf)).toMatchObject([
      { signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.', whole: false },
    ]);
  });

  test('keeps what an earlier signature needs, and has nothing twice', async () => {
    const { pdf: document } = await files({ level: 'B-LT' });
    const before = await store(document);
    const { pdf } = await files({ document, level: 'B-LT', key: 'p256' });
    const after = await store(pdf);
    expect(after.Certs).toHaveLength(before.Certs.length);
    expect(after.OCSPs).toHaveLength(2);
    for (const der of [...before.OCSPs, ...before.CRLs])
      expect([...after.OCSPs, ...after.CRLs].some((each) => each.equals(der))).toBe(true);
  });
});
