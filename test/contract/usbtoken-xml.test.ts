import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../sign/openssl.ts';
import { plainPdf } from '../sign/pdf-file.ts';
import { type PdfJudge, pdfJudge } from '../sign/pdfsig.ts';
import { verify, XML } from '../sign/xmlsec.ts';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { serveDocuments } from './kit/document-server.ts';
import { certificateIn } from './kit/signatures.ts';
import { type VnptResult, vgca, vnpt, vnptResult } from './kit/usbtoken.ts';

const folder = judge();
let pdfsig: PdfJudge;
let ws: TestWorkspace;

const base64 = (content: Uint8Array | string): string => Buffer.from(content).toString('base64');

const opened = (more: object = {}) =>
  openWorkspace({ signing: { autopilot: 'approve' }, allowedHosts: ['127.0.0.1'], ...more } as never);

const rootOf = async (at: TestWorkspace): Promise<Uint8Array> =>
  new Uint8Array(await (await at.fetch(`${at.origin}/${at.id}/pki/ca/root.cer`)).arrayBuffer());

beforeAll(async () => {
  ws = await opened();
  pdfsig = pdfJudge();
  await pdfsig.trust(await rootOf(ws));
});

afterAll(() => {
  pdfsig.close();
  folder.close();
});

/** As the pages that use VGCA ask for it. */
const asked = {
  Base64Content: base64(XML),
  ReturnSignatureOnly: 'false',
  HashAlg: 'Sha256',
  XmlDsigForm: 'false',
};

async function expectValid(xml: Uint8Array | string, at = ws): Promise<void> {
  const said = verify(folder, xml, await rootOf(at));
  expect(said.ok, said.text).toBe(true);
}

const signedXml = async (message: unknown = asked, at = ws): Promise<string> => {
  const { Status, Signature } = await vgca(at, 'khanh', 'SignXML', message);
  expect(Status).toBe(0);
  return Buffer.from(Signature, 'base64').toString();
};

describe('VGCA SignXML', () => {
  test.each(['rsa2048', 'rsa3072', 'p256'] as const)('by a %s key satisfies xmlsec1', async (key) => {
    const own = await opened({ signing: { autopilot: 'approve', key } });
    await expectValid(await signedXml(asked, own), own);
  });

  test('signs the message where it is XML itself, and over SHA-512', async () => {
    await expectValid(await signedXml(XML));
    const xml = await signedXml({ ...asked, HashAlg: 'SHA-512' });
    expect(xml).toContain('rsa-sha512');
    await expectValid(xml);
  });

  test('leaves the document out where only the signature is wanted', async () => {
    const signature = await signedXml({ ...asked, ReturnSignatureOnly: 'true' });
    expect(signature).toMatch(/^<ds:Signature /);
    await expectValid(XML.replace('</hoSo>', `${signature}</hoSo>`));
  });

  test('has a time stamp where the plug-in is configured so', async () => {
    const own = await opened({ usbtoken: { timeStamp: true } });
    const xml = await signedXml(asked, own);
    expect(xml).toContain('<xades:EncapsulatedTimeStamp>');
    await expectValid(xml, own);
  });

  test.each([
    ['no XML', { Base64Content: base64('không phải XML') }, 11],
    ['a DTD', { Base64Content: base64('<!DOCTYPE a><a/>') }, 11],
    ['no base64', { Base64Content: '***' }, 7],
    ['a hash that is none', { ...asked, HashAlg: 'MD5' }, 7],
  ])('refuses %s', async (_what, message, Status) => {
    expect(await vgca(ws, 'khanh', 'SignXML', message)).toMatchObject({ Status, Signature: '' });
  });
});

describe('VGCA VerifyXML', () => {
  const verified = async (Data: string) =>
    (await vgca(ws, 'khanh', 'VerifyXML', { Data, Format: 'XML' })) as unknown as Record<
      'SigInfo' | 'ValidationDetails',
      Record<string, Record<string, unknown>>
    >[];

  test('says who signed, and that the certificate is good', async () => {
    const { CertBase64, Signature } = await vgca(ws, 'khanh', 'SignXML', asked);
    const [first, ...more] = await verified(Buffer.from(Signature, 'base64').toString());
    expect(more).toEqual([]);
    expect(first!.SigInfo.SignerCert!.SerialNumber).toBe(certificateIn(CertBase64).serialNumber);
    expect(first!.ValidationDetails.SignerCertStatus).toEqual({ Status: 0, Description: '' });
  });

  test('says why not, of what was changed and of who was revoked', async () => {
    const [changed] = await verified((await signedXml()).replace('tờ khai', 'tờ trình'));
    expect(changed!.ValidationDetails.SignerCertStatus).toMatchObject({ Status: 1 });
    expect(changed!.ValidationDetails.SignerCertStatus!.Description).toContain('bị sửa sau khi ký');
    const { Signature } = await vgca(ws, 'son', 'SignXML', asked);
    const [revoked] = await verified(Buffer.from(Signature, 'base64').toString());
    expect(revoked!.ValidationDetails.SignerCertStatus!.Description).toContain('thu hồi');
  });

  test('believes each of two signers', async () => {
    const first = await signedXml();
    const { Signature } = await vgca(ws, 'an', 'SignXML', { Base64Content: base64(first) });
    const both = await verified(Buffer.from(Signature, 'base64').toString());
    expect(
      both.map(({ SigInfo, ValidationDetails }) => [SigInfo.SignerName, ValidationDetails.SignatureStatus]),
    ).toEqual([
      ['Công ty TNHH Hạt Cát (thử nghiệm)', true],
      ['Nguyễn Văn An', true],
    ]);
  });

  test('has nothing to say of what is not signed, and refuses what is no XML', async () => {
    expect(await verified(XML)).toEqual([]);
    expect(await vgca(ws, 'khanh', 'VerifyXML', { Data: 'không' })).toMatchObject({ Status: 11 });
    expect(await vgca(ws, 'khanh', 'VerifyXML', { Data: '' })).toMatchObject({ Status: 7 });
  });
});

describe('VGCA VerifyMsg', () => {
  const content = base64('Đơn đề nghị');

  test.each(['true', 'false'])(
    'believes CMS (content left out: %s), and not over another content',
    async (only) => {
      const message = { Base64Content: content, ReturnSignatureOnly: only };
      const { Signature } = await vgca(ws, 'khanh', 'SignMsg', message);
      const verifies = (Base64Content: string) =>
        vgca(ws, 'khanh', 'VerifyMsg', { Base64Content, Signature });
      expect(await verifies(content)).toMatchObject({ Status: 0 });
      expect(await verifies(base64('Đơn khác'))).toMatchObject({ Status: 14 });
    },
  );

  test('refuses what is no CMS', async () => {
    expect(await vgca(ws, 'khanh', 'VerifyMsg', { Base64Content: content })).toMatchObject({ Status: 7 });
    const message = { Base64Content: content, Signature: 'QUJD' };
    expect(await vgca(ws, 'khanh', 'VerifyMsg', message)).toMatchObject({ Status: 14 });
  });
});

describe('VGCA VerifyPDF', () => {
  needs('calls to loopback');

  test('fetches the PDF, and says what its signature is worth', async () => {
    const { data } = await vnptResult(ws, 'an', 2, base64(await plainPdf()));
    const [signed, plain] = [Buffer.from(data, 'base64'), await plainPdf()];
    await using server = await serveDocuments({ '/a.pdf': signed, '/b.pdf': plain });
    const verifies = (FileName: string) => vgca(ws, 'khanh', 'VerifyPDF', { SessionId: '', FileName });
    expect(await verifies(`${server.url}/a.pdf`)).toMatchObject({ Status: 0 });
    expect(await verifies(`${server.url}/b.pdf`)).toMatchObject({
      Status: 14,
      Message: expect.stringContaining('không có chữ ký'),
    });
    expect(await verifies(`${server.url}/c.pdf`)).toMatchObject({ Status: 10 });
    expect(await verifies('')).toMatchObject({ Status: 7 });
  });
});

describe('VNPT-CA', () => {
  const expectPdf = async (data: string) =>
    expect(await pdfsig.signatures(Buffer.from(data, 'base64'))).toMatchObject([
      { signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.', whole: true },
    ]);

  test('SignXML takes base64 or the XML itself; xmlsec1 takes what it gives', async () => {
    for (const given of [base64(XML), XML]) {
      const { code, data } = await vnptResult(ws, 'an', 1, given);
      expect(code).toBe(0);
      await expectValid(Buffer.from(data, 'base64'));
    }
  });

  test('SignPDF and SignPDFMultiplePages satisfy pdfsig', async () => {
    const pdf = base64(await plainPdf());
    await expectPdf((await vnptResult(ws, 'an', 2, pdf)).data);
    await expectPdf((await vnptResult(ws, 'an', 12, pdf, JSON.stringify({ page: 1 }))).data);
  });

  test('signArrDataAdvanced signs documents beside messages, with one PIN', async () => {
    const item = (type: string, data: Uint8Array | string) => JSON.stringify({ data: base64(data), type });
    const items = [item('xml', XML), item('pdf', await plainPdf()), item('pdf', 'không'), item('cms', 'chữ')];
    const all = (JSON.parse(await vnpt(ws, 'an', 10, items)) as string[]).map(
      (each) => JSON.parse(each) as VnptResult,
    );
    expect(all.map(({ code }) => code)).toEqual([0, 0, 3, 0]);
    await expectValid(Buffer.from(all[0]!.data, 'base64'));
    await expectPdf(all[1]!.data);
  });

  test.each([
    ['SignXML of nothing', 1, [], 1],
    ['SignXML of no XML', 1, [base64('không')], 3],
    ['SignPDF of no PDF', 2, [base64('không')], 3],
    ['SignPDFMultiplePages without pages', 12, [base64('%PDF-1.7')], 6],
    ['SignPDFMultiplePages with pages that are none', 12, [base64('%PDF-1.7'), '***'], 7],
  ])('%s answers its code', async (_what, functionID, args, code) => {
    expect((await vnptResult(ws, 'an', functionID, ...args)).code).toBe(code);
  });
});
