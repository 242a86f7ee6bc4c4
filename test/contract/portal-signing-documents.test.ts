import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge as openJudge } from '../sign/openssl.ts';
import { pdfJudge } from '../sign/pdfsig.ts';
import { verify } from '../sign/xmlsec.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  approving,
  at,
  documentOf,
  type PortalName,
  rootOf,
  type Submitted,
  signaturesOf,
  signed,
  submitAs,
  ways,
} from './kit/portal-signing.ts';
import { certificatesAre } from './kit/signatures.ts';

const pdf = pdfJudge();
const xml = openJudge();
afterAll(() => {
  pdf.close();
  xml.close();
});

let ws: TestWorkspace;
let root: Buffer;
beforeAll(async () => {
  ws = await openWorkspace(approving);
  root = await rootOf(ws);
  await pdf.trust(root);
});

const valid = { signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.' };

const hexOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(Object.entries(ways))('a dossier signed by %s', (way, sign) => {
  let dossier: Submitted;
  beforeAll(async () => {
    dossier = await submitAs(ws, 'an');
  });

  test('as a PDF is valid for pdfsig', async () => {
    expect(await sign(dossier, { format: 'pdf' })).toMatchObject({ state: 'signed', failure: null });
    const [signature, ...others] = await pdf.signatures(await documentOf(dossier, 'pdf'));
    expect(others).toEqual([]);
    expect(signature).toMatchObject({ signer: 'Nguyễn Văn An', type: 'ETSI.CAdES.detached', ...valid });
  });

  test('as XML is valid for xmlsec1', async () => {
    expect(await sign(dossier, { format: 'xml' })).toMatchObject({ state: 'signed', failure: null });
    const document = await documentOf(dossier, 'xml');
    expect(verify(xml, document, root)).toMatchObject({ ok: true });
    expect(document.toString()).toContain(`<MaHoSo>${dossier.code}</MaHoSo>`);
  });

  test('tells who signed, how, and which bytes', async () => {
    const all = await signaturesOf(dossier);
    expect(all.map(({ format }) => format)).toEqual(['pdf', 'xml']);
    for (const { format, document, sha256, bytes, ...rest } of all) {
      const found = Buffer.from(await (await ws.fetch(document)).arrayBuffer());
      expect([format, sha256, bytes]).toEqual([format, hexOf(found), found.byteLength]);
      expect(rest).toMatchObject({ way, level: 'B-LT', signer: 'Nguyễn Văn An' });
    }
  });
});

describe('a document that was changed afterwards', () => {
  const tampered = { 'x-hopcat-fault': 'tampered' };
  let dossier: Submitted;
  beforeAll(async () => {
    dossier = await submitAs(ws, 'mai');
    for (const format of ['pdf', 'xml']) await ways.remote(dossier, { format });
  });

  test('still opens, and pdfsig says that the digest is another', async () => {
    const [signature] = await pdf.signatures(await documentOf(dossier, 'pdf', tampered));
    expect(signature).toMatchObject({ signer: 'Trần Thị Mai', signature: 'Digest Mismatch.' });
  });

  test('is well-formed XML, and xmlsec1 finds that the reference to the content fails', async () => {
    const { ok, text } = verify(xml, await documentOf(dossier, 'xml', tampered), root);
    expect(ok).toBe(false);
    expect(text).toMatch(/data and digest do not match/);
  });

  test.each(['pdf', 'xml'])('is read by the sandbox, and its content was changed: %s', async (format) => {
    const body = new Uint8Array(await documentOf(dossier, format, tampered));
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await ws.fetch(at(ws, '/pki/api/verify'), { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({
      status: 'invalid',
      reasons: [{ code: 'content-changed' }],
    });
  });

  test('differs by one byte', async () => {
    for (const format of ['pdf', 'xml']) {
      const [whole, other] = [await documentOf(dossier, format), await documentOf(dossier, format, tampered)];
      expect([...whole].filter((byte, index) => byte !== other[index])).toHaveLength(1);
    }
  });
});

test('B-T carries a time stamp and no proofs; B-LT is that and more', async () => {
  const [one, two] = [await submitAs(ws, 'an'), await submitAs(ws, 'an')];
  await signed(one, { format: 'xml', way: 'remote', level: 'B-T' });
  await signed(two, { format: 'xml', way: 'remote' });
  const [short, long] = [await documentOf(one, 'xml'), await documentOf(two, 'xml')].map(String);
  const has = (text = '', name = '') => text.includes(`${name}>`);
  expect(['SignatureTimeStamp', 'RevocationValues'].map((name) => has(short, name))).toEqual([true, false]);
  expect(['SignatureTimeStamp', 'RevocationValues'].map((name) => has(long, name))).toEqual([true, true]);
});

test.each<[PortalName, 'rsa3072' | 'p256']>([
  ['portal', 'p256'],
  ['bocongan', 'rsa3072'],
])('/%s signs with a key of %s', async (portal, key) => {
  const own = await openWorkspace(approving);
  await certificatesAre(own, 'an', { key });
  await pdf.trust(await rootOf(own));
  const dossier = await submitAs(own, 'an', { portal });
  for (const format of ['pdf', 'xml']) await ways.remote(dossier, { format });
  expect(await pdf.signatures(await documentOf(dossier, 'pdf'))).toMatchObject([valid]);
  expect(verify(xml, await documentOf(dossier, 'xml'), await rootOf(own))).toMatchObject({ ok: true });
  await pdf.trust(root);
});

test('an enterprise signs as itself, by its tax code', async () => {
  const dossier = await submitAs(ws, 'khanh', { door: 'vneid-organisation' });
  expect(await ways.remote(dossier, { format: 'pdf' })).toMatchObject({ state: 'signed' });
  const [signature] = await pdf.signatures(await documentOf(dossier, 'pdf'));
  expect(signature).toMatchObject({ signer: expect.stringContaining('Công ty'), ...valid });
});

test('the journal tells the whole way over the wires', async () => {
  const own = await openWorkspace(approving);
  const dossier = await submitAs(own, 'an');
  await ways.remote(dossier, { format: 'pdf' });
  const { entries } = (await (await own.control('/journal?limit=60')).json()) as {
    entries: { system: string; operation: string; client?: string; person?: string }[];
  };
  const told = entries.map(({ system, operation }) => `${system} ${operation}`);
  for (const step of ['ca769 getCertificate', 'ca769 sign', 'ca769 status', 'portal signingState'])
    expect(told).toContain(step);
  expect(entries.find(({ operation }) => operation === 'sign')).toMatchObject({ client: 'REFERENCE-PORTAL' });
  expect(entries.find(({ operation }) => operation === 'signingState')).toMatchObject({ person: 'an' });
});
