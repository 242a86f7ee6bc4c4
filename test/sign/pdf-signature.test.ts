import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeyType, keyTypes } from '../../contracts/_sign/authorities.ts';
import type { CertificateState } from '../../contracts/_sign/signer.ts';
import { authorityOf } from '../../functions/_sign/authority.ts';
import { preparePdf } from '../../functions/_sign/pades.ts';
import { request } from './exchange.ts';
import { held } from './holder.ts';
import { cmsIn, plainPdf, signedPdf } from './pdf-file.ts';
import { type PdfJudge, type Program, packages, pdfJudge, said } from './pdfsig.ts';

const VALID = 'Signature is Valid.';
const TRUSTED = 'Certificate is Trusted.';

let judge: PdfJudge;
beforeAll(async () => {
  judge = pdfJudge();
  await judge.trust((await authorityOf(request(), 'root')).certificate);
});
afterAll(() => judge.close());

test.each(Object.entries(packages))(
  'a test that needs %s where there is none fails and names the package %s',
  async (program, name) => {
    await expect(said(program as Program, [], '/nonexistent')).rejects.toThrow(`install the package ${name}`);
  },
);

describe('pdfsig', () => {
  test.each(keyTypes)('believes a signature by a %s key', async (key) => {
    const { pdf } = await signedPdf({ key });
    expect(await judge.signatures(pdf)).toEqual([
      {
        field: 'Signature1',
        signer: 'Nguyễn Văn An',
        type: 'ETSI.CAdES.detached',
        signature: VALID,
        certificate: TRUSTED,
        whole: true,
      },
    ]);
  });

  test.each(['sha256', 'sha384', 'sha512'] as const)('believes one over %s', async (hash) => {
    const [signature] = await judge.signatures((await signedPdf({ hash })).pdf);
    expect(signature).toMatchObject({ signature: VALID, certificate: TRUSTED });
  });

  test('believes one in a PDF whose cross-references are a stream', async () => {
    const { pdf } = await signedPdf({ document: await plainPdf({ streams: true }) });
    expect(pdf.toString('latin1').match(/\nxref\n/)).toBeNull();
    expect(await judge.signatures(pdf)).toMatchObject([{ signature: VALID, certificate: TRUSTED }]);
  });

  test.each([false, true])(
    'believes a first signature after a second, which signs all of it (streams: %s)',
    async (streams) => {
      const { pdf: document } = await signedPdf({ document: await plainPdf({ streams }), level: 'B-LT' });
      const { pdf } = await signedPdf({ document, key: 'p256' });
      expect(pdf.subarray(0, document.length).equals(document)).toBe(true);
      expect(await judge.signatures(pdf)).toMatchObject([
        { field: 'Signature1', signature: VALID, certificate: TRUSTED, whole: false },
        { field: 'Signature2', signature: VALID, certificate: TRUSTED, whole: true },
      ]);
    },
  );

  test('sees a changed byte', async () => {
    const { pdf } = await signedPdf();
    const at = pdf.indexOf('MediaBox');
    pdf.write('300', pdf.indexOf('300', at) - 1);
    expect(await judge.signatures(pdf)).toMatchObject([{ signature: 'Digest Mismatch.' }]);
  });

  test('sees a value that the key did not make', async () => {
    const spoil = (signature: Uint8Array) => signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
    expect(await judge.signatures((await signedPdf({ spoil })).pdf)).toMatchObject([
      { signature: 'Signature is Invalid.' },
    ]);
  });

  test.each<[CertificateState, string]>([
    ['expired', 'Certificate has Expired'],
    ['unknown-issuer', "Certificate issuer isn't Trusted."],
    ['missing-intermediate', 'Certificate issuer is unknown.'],
  ])('does not trust a certificate that is %s', async (state, reason) => {
    expect(await judge.signatures((await signedPdf({ state })).pdf)).toMatchObject([
      { signature: VALID, certificate: reason },
    ]);
  });

  test('does not trust anybody where another root is trusted', async () => {
    const other = pdfJudge();
    await other.trust((await authorityOf(request(), 'stranger')).certificate);
    const [signature] = await other.signatures((await signedPdf()).pdf);
    other.close();
    expect(signature).toMatchObject({ signature: VALID, certificate: "Certificate issuer isn't Trusted." });
  });
});

describe('a PDF that waits for its signature', () => {
  const asked = async (key: KeyType = 'rsa2048') => {
    const { own, chain } = await held('good', { key });
    const signingTime = Date.parse('2026-03-15T05:00:00Z');
    const shown = { reason: 'Nộp hồ sơ (lần 1) \\ thử', location: 'Đắk Lắk' };
    return {
      document: await plainPdf(),
      certificate: own,
      chain,
      hash: 'sha256' as const,
      signingTime,
      ...shown,
    };
  };

  test('is the same at every request, and another with another time or reason', async () => {
    const once = await asked();
    const [first, second] = [await preparePdf(once), await preparePdf({ ...once })];
    expect(Buffer.compare(first.toSign, second.toSign)).toBe(0);
    expect(Buffer.compare(first.digest, second.digest)).toBe(0);
    for (const other of [{ signingTime: once.signingTime + 1000 }, { reason: 'khác' }]) {
      const { toSign } = await preparePdf({ ...once, ...other });
      expect(Buffer.compare(first.toSign, toSign)).not.toBe(0);
    }
  });

  test('says when, why and where it was signed as text that readers understand', async () => {
    const pdf = Buffer.from(await (await preparePdf(await asked())).finish(new Uint8Array(256)));
    const utf16 = (text: string) =>
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex').toUpperCase();
    const text = pdf.toString('latin1');
    expect(text).toContain('/M (D:20260315050000Z)');
    expect(text).toContain(`/Reason <${utf16('Nộp hồ sơ (lần 1) \\ thử')}>`);
    expect(text).toContain(`/Location <${utf16('Đắk Lắk')}>`);
  });

  test('has room for what is signed with large keys and certificates, and says so where there is none', async () => {
    const { finish } = await preparePdf(await asked());
    expect(cmsIn(Buffer.from(await finish(new Uint8Array(512))))).toHaveLength(1);
    await expect(finish(new Uint8Array(20_000))).rejects.toThrow(RangeError);
  });

  test.each(['', 'no PDF', '%PDF-1.7\n', '%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF'])(
    'cannot be made of %j',
    async (text) => {
      const document = Buffer.from(text);
      await expect(preparePdf({ ...(await asked()), document })).rejects.toThrow(RangeError);
    },
  );

  test('is prepared, or refused by a RangeError, whatever came', async () => {
    const once = await asked();
    const spoilt = fc.tuple(fc.boolean(), fc.nat(), fc.nat(255), fc.nat(20));
    await fc.assert(
      fc.asyncProperty(spoilt, async ([streams, at, byte, length]) => {
        const document = await plainPdf({ streams });
        const from = at % document.length;
        document.fill(byte, from, from + length);
        const prepared = await preparePdf({ ...once, document }).catch((error: unknown) => error);
        expect(
          prepared instanceof RangeError || (prepared as { digest: Uint8Array }).digest.length === 32,
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
