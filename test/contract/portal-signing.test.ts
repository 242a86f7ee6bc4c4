import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge as openJudge } from '../sign/openssl.ts';
import { pdfJudge } from '../sign/pdfsig.ts';
import { verify } from '../sign/xmlsec.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  api,
  approving,
  beginAt,
  documentOf,
  rootOf,
  type Submitted,
  signed,
  submitAs,
} from './kit/portal-signing.ts';
import { vnpt, vnptResult } from './kit/usbtoken.ts';
import { jsonBody } from './kit/wire.ts';

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

const wishes = {
  remote: { way: 'remote', ca: 'viettel-ca' },
  sim: { way: 'sim' },
} as const;

/** As the page's script does, with the plug-in's answers. */
async function signedByToken(dossier: Submitted, wish: object) {
  const begun = await beginAt(dossier, { way: 'usb', ...wish });
  const { base64, serial } = JSON.parse(await vnpt(ws, 'an', 0));
  const path = `/signings/${begun.body.id}`;
  const { body } = await api(dossier, `${path}/certificate`, jsonBody({ certificate: base64 }));
  const { data } = await vnptResult(ws, 'an', 9, body.digest, serial);
  return (await api(dossier, `${path}/signature`, jsonBody({ signature: data }))).body;
}

const ways = {
  remote: (dossier: Submitted, wish: object) => signed(dossier, { ...wishes.remote, ...wish }),
  sim: (dossier: Submitted, wish: object) => signed(dossier, { ...wishes.sim, ...wish }),
  usb: signedByToken,
} as const;

describe.each(Object.entries(ways))('a dossier signed by %s', (_way, sign) => {
  let dossier: Submitted;
  beforeAll(async () => {
    dossier = await submitAs(ws, 'an');
  });

  test('as a PDF is valid for pdfsig', async () => {
    expect(await sign(dossier, { format: 'pdf' })).toMatchObject({ state: 'signed', failure: null });
    const [signature, ...others] = await pdf.signatures(await documentOf(dossier, 'pdf'));
    expect(others).toEqual([]);
    expect(signature).toMatchObject({
      signer: 'Nguyễn Văn An',
      signature: 'Signature is Valid.',
      certificate: 'Certificate is Trusted.',
    });
  });

  test('as XML is valid for xmlsec1', async () => {
    expect(await sign(dossier, { format: 'xml' })).toMatchObject({ state: 'signed', failure: null });
    expect(verify(xml, await documentOf(dossier, 'xml'), root)).toMatchObject({ ok: true });
  });
});
