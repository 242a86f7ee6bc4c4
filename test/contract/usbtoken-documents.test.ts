import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../sign/openssl.ts';
import { plainPdf } from '../sign/pdf-file.ts';
import { type PdfJudge, pdfJudge } from '../sign/pdfsig.ts';
import { verify, XML } from '../sign/xmlsec.ts';
import { needs, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type DocumentServer, serveDocuments } from './kit/document-server.ts';
import { comingUp, decide, tokenApi, toVgca, type VgcaReply, vgca } from './kit/usbtoken.ts';
import { jsonBody } from './kit/wire.ts';

const folder = judge();
let pdfsig: PdfJudge;
let pdf: Buffer;
let signing: TestWorkspace;

const allowed = { allowedHosts: ['127.0.0.1'] };

const rootOf = async (ws: TestWorkspace): Promise<Uint8Array> =>
  new Uint8Array(await (await ws.fetch(`${ws.origin}/${ws.id}/pki/ca/root.cer`)).arrayBuffer());

beforeAll(async () => {
  signing = await openWorkspace({ ...allowed, signing: { autopilot: 'approve' } });
  pdfsig = pdfJudge();
  await pdfsig.trust(await rootOf(signing));
  pdf = Buffer.from(await plainPdf());
});

afterAll(() => {
  pdfsig.close();
  folder.close();
});

const serve = (answer?: (name: string) => Response) =>
  serveDocuments({ '/t%E1%BB%9D%20tr%C3%ACnh.pdf': pdf, '/ho-so.xml': Buffer.from(XML) }, answer);

const TO_SIGN = '/t%E1%BB%9D%20tr%C3%ACnh.pdf';

const messageTo = (server: DocumentServer, more: object = {}) => ({
  FileUploadHandler: server.handler,
  SessionId: '',
  FileName: server.url + TO_SIGN,
  ...more,
});

describe('a document that a page names', () => {
  needs('calls to loopback');

  test('is shown by name and digest, signed after the PIN, and handed in; pdfsig takes it', async () => {
    await using server = await serve();
    const ws = await openWorkspace(allowed);
    const call = vgca(ws, 'khanh', 'SignApproved', {
      ...messageTo(server, { SessionId: 'phien-1', JWTToken: 'the-1' }),
      DocNumber: '12/QĐ',
      IssuedDate: '2026-03-20T10:00:00+07:00',
      MetaData: [{ Key: 'maHoSo', Value: 'H01' }],
    });
    const window = await comingUp(ws, 'khanh');
    const digest = createHash('sha256').update(pdf).digest('hex');
    expect(window.documents).toEqual([{ name: 'tờ trình.pdf', hash: 'sha256', digest }]);
    expect(server.taken).toEqual([]);
    expect((await decide(ws, 'khanh', window, { pin: '123456' })).status).toBe(204);
    expect(await call).toMatchObject({
      Status: 0,
      FileName: 'luu-tờ trình.signed.pdf',
      FileServer: 'https://kho.example/tờ trình.signed.pdf',
      DocumentNumber: '12/QĐ',
      DocumentDate: '2026-03-20T10:00:00+07:00',
      CertBase64: expect.stringMatching(/^MII/),
    });
    const [taken] = server.taken;
    expect(taken).toMatchObject({ name: 'tờ trình.signed.pdf', fields: { maHoSo: 'H01' } });
    for (const { headers } of [server.asked[0]!, taken!])
      expect(headers).toMatchObject({ cookie: 'ASP.NET_SessionId=phien-1', authorization: 'Bearer the-1' });
    await pdfsig.trust(await rootOf(ws));
    expect(await pdfsig.signatures(taken!.content)).toMatchObject([
      { signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.', whole: true },
    ]);
  });

  test.each([
    ['SignPDF', 'Ký số'],
    ['SignIssued', 'Phát hành văn bản số 12/QĐ ngày 20/03/2026'],
    ['SignCopy', 'Sao văn bản điện tử số 12/QĐ ngày 20/03/2026'],
    ['Comment', 'Cho ý kiến'],
  ])('by %s says why it was signed', async (path, reason) => {
    await using server = await serve();
    const more = { DocNumber: '12/QĐ', IssuedDate: '2026-03-20T10:00:00+07:00' };
    expect(await vgca(signing, 'khanh', path, messageTo(server, more))).toMatchObject({ Status: 0 });
    const text = server.taken[0]!.content;
    const written = Buffer.from(`\ufeff${reason}`, 'utf16le').swap16();
    expect(text.includes(written.toString('hex').toUpperCase()) || text.includes(written)).toBe(true);
  });

  test('that is XML is signed by SignFile; xmlsec1 takes it', async () => {
    await using server = await serve();
    const message = messageTo(server, { FileName: `${server.url}/ho-so.xml` });
    expect(await vgca(signing, 'khanh', 'SignFile', message)).toMatchObject({ Status: 0 });
    const said = verify(folder, server.taken[0]!.content, await rootOf(signing));
    expect(said.ok, said.text).toBe(true);
  });

  test('is signed once where the call waits on, unless it is another one by then', async () => {
    await using server = await serve();
    const ws = await openWorkspace({ ...allowed, usbtoken: { waitSeconds: 0 } });
    for (const [changed, Status] of [
      [false, 0],
      [true, 12],
    ] as const) {
      const message = messageTo(server);
      const first = await toVgca(ws, 'khanh', 'SignPDF', message);
      expect(first.status).toBe(202);
      const { dialogue } = (await first.json()) as { dialogue: string };
      await decide(ws, 'khanh', await comingUp(ws, 'khanh'), { pin: '123456' });
      if (changed) server.documents[TO_SIGN] = Buffer.from(await plainPdf({ streams: true }));
      const on = () => tokenApi(ws, `/khanh/vgca/SignPDF?dialogue=${dialogue}`, jsonBody(message));
      expect(await (await on()).json()).toMatchObject({ Status });
      expect((await on()).status).toBe(409);
      expect(server.taken).toHaveLength(1);
    }
  });
});

describe('several documents', () => {
  needs('calls to loopback');

  test('are signed with one PIN, and each says what became of it', async () => {
    await using server = await serve((name) => Response.json({ fileEntryId: 7, url: `/${name}` }));
    server.documents['/van-ban.docx'] = Buffer.from('PK\u0003\u0004');
    const Files = [TO_SIGN, '/khong-co.pdf', '/van-ban.docx', '/ho-so.xml'].map((path, FileID) => ({
      FileID,
      FileName: `Tệp ${FileID}`,
      URL: server.url + path,
    }));
    const reply = (await vgca(signing, 'khanh', 'SignFiles', {
      FileUploadHandler: server.handler,
      Files,
    })) as VgcaReply & { Files: Record<string, unknown>[] };
    expect(reply).toMatchObject({ Status: 0, Message: 'Đã ký 2/4 tệp' });
    expect(reply.Files.map(({ Status }) => Status)).toEqual([0, 10, 11, 0]);
    expect(reply.Files.map(({ FileID, FileName, URL }) => ({ FileID, FileName, URL }))).toEqual(Files);
    // What the server answers in its own words is passed on.
    expect(JSON.parse(reply.Files[0]!.FileSignedURL as string)).toEqual({
      fileEntryId: 7,
      url: '/Tệp 0.signed.pdf',
    });
    expect(server.taken.map(({ name }) => name)).toEqual(['Tệp 0.signed.pdf', 'Tệp 3.signed.xml']);
  });

  test('of which none can be fetched open no window', async () => {
    await using server = await serve();
    const ws = await openWorkspace(allowed);
    const Files = [{ FileID: 1, FileName: 'a', URL: `${server.url}/khong-co.pdf` }];
    const reply = await vgca(ws, 'khanh', 'SignFiles', { FileUploadHandler: server.handler, Files });
    expect(reply).toMatchObject({ Status: 10 });
  });
});

describe('what is not signed', () => {
  needs('calls to loopback');

  test.each<[string, (server: DocumentServer) => object, number]>([
    ['no document', () => ({ FileName: '' }), 7],
    ['nobody to take it', () => ({ FileUploadHandler: '' }), 7],
    ['a document that is not there', ({ url }) => ({ FileName: `${url}/khong-co.pdf` }), 10],
    ['a file of this machine', () => ({ FileName: 'file:///etc/passwd' }), 10],
    ['a path', () => ({ FileName: 'C:\\don.pdf' }), 10],
    ['a host that is not allowed', () => ({ FileName: 'https://khong-duoc-phep.example/a.pdf' }), 10],
    ['the address of a cloud’s metadata', () => ({ FileName: 'http://169.254.169.254/a.pdf' }), 10],
    ['a redirect', ({ url }) => ({ FileName: `${url}/di-noi-khac` }), 10],
    ['what is too large', ({ url }) => ({ FileName: `${url}/lon.pdf` }), 10],
    ['XML by SignPDF', ({ url }) => ({ FileName: `${url}/ho-so.xml` }), 11],
    ['a PDF that is none', ({ url }) => ({ FileName: `${url}/hong.pdf` }), 11],
    ['a session that is no header', () => ({ SessionId: 'a\r\nb' }), 10],
    ['a server that is not allowed to take it', () => ({ FileUploadHandler: 'https://khong.example/' }), 13],
  ])('%s', async (_what, change, Status) => {
    await using server = await serve();
    server.documents['/di-noi-khac'] = Response.redirect(server.url + TO_SIGN);
    server.documents['/lon.pdf'] = Buffer.alloc(4_000_001, '%PDF-1.7 ');
    server.documents['/hong.pdf'] = Buffer.from('%PDF-1.7 hỏng');
    const reply = await vgca(signing, 'khanh', 'SignPDF', messageTo(server, change(server)));
    expect(reply).toMatchObject({ Status, FileServer: '' });
    expect(server.taken).toEqual([]);
  });

  test('a page that nobody has agreed with yet does not learn what answers at an address', async () => {
    await using server = await serve();
    server.documents['/loi'] = new Response('', { status: 500 });
    server.documents['/cam'] = new Response('', { status: 401 });
    const ws = await openWorkspace(allowed);
    const told = new Set<string>();
    for (const FileName of [
      ...['/loi', '/cam', '/khong-co'].map((path) => server.url + path),
      'http://127.0.0.1:1/',
    ])
      told.add(JSON.stringify(await vgca(ws, 'khanh', 'SignPDF', messageTo(server, { FileName }))));
    expect([...told]).toEqual([expect.stringContaining('could not be fetched')]);
    const journal = await (await ws.control('/journal')).text();
    for (const status of [500, 401, 404]) expect(journal).toContain(`"status":${status}`);
  });

  test.each([
    ['says no', () => Response.json({ Status: false, Message: 'Hết chỗ' }), 'Hết chỗ'],
    ['fails', () => new Response('', { status: 500 }), 'the server answers 500'],
  ])('a server that %s has its word passed on', async (_what, answer, word) => {
    await using server = await serve(answer);
    const reply = await vgca(signing, 'khanh', 'SignPDF', messageTo(server));
    expect(reply).toMatchObject({ Status: 13, Error: `Máy chủ không nhận tệp đã ký: ${word}` });
  });

  test('what lets the plug-in in at the page’s server stays out of the journal', async () => {
    await using server = await serve();
    const message = messageTo(server, { SessionId: 'phien-bi-mat', JWTToken: 'the-bi-mat' });
    await vgca(signing, 'khanh', 'SignPDF', message);
    await vgca(signing, 'khanh', 'SignPDF', `${JSON.stringify(message)} `);
    const journal = await (await signing.control('/journal')).text();
    expect(journal).toContain('/upload');
    expect(journal).not.toContain('bi-mat');
  });
});
