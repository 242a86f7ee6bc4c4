import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SampleName, samples } from '../../contracts/_pki/samples.ts';
import type { VerdictView } from '../../contracts/_pki/verify-data.ts';
import { judge } from '../sign/openssl.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { Pki } from './kit/pki.ts';

const openssl = judge();
afterAll(openssl.close);

let ws: TestWorkspace;
let pki: Pki;

const CONTENT = 'Quyết định';

beforeAll(async () => {
  ws = await openWorkspace();
  pki = new Pki(ws);
  const file = await pki.post('/api/people/an/pkcs12', { password: '123456', provider: 'file' });
  openssl.file('an.p12', Buffer.from(await file.arrayBuffer()));
  openssl.run('pkcs12', '-in', 'an.p12', '-nodes', '-passin', 'pass:123456', '-out', 'an.pem');
  openssl.run(
    'pkcs12',
    '-in',
    'an.p12',
    '-cacerts',
    '-nokeys',
    '-passin',
    'pass:123456',
    '-out',
    'chain.pem',
  );
  openssl.file('content', CONTENT);
});

/** A signature of An's, of the file `content`. */
function signedByOpenssl(...options: string[]): Buffer {
  const own = ['-signer', 'an.pem', '-inkey', 'an.pem', '-certfile', 'chain.pem'];
  const made = ['-in', 'content', '-outform', 'DER', '-md', 'sha256', '-out', 'signed', ...options];
  const { ok, text } = openssl.run('cms', '-sign', '-binary', ...own, ...made);
  expect(ok, text).toBe(true);
  return openssl.read('signed');
}

async function verified(document: Uint8Array): Promise<VerdictView> {
  const { answer } = await pki.ask('/api/verify', 'application/octet-stream', document);
  expect(answer.status).toBe(200);
  return answer.json();
}

async function posted(path: string, fields: Record<string, Uint8Array>, called?: string): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    body.set(name, new Blob([new Uint8Array(value)]), called ?? name);
  return ws.fetch(pki.base + path, { method: 'POST', body });
}

const codesOf = ({ reasons }: Pick<VerdictView, 'reasons'>) => reasons.map(({ code }) => code);

describe('a sample has the verdict that is said of it', () => {
  test.each(Object.keys(samples) as SampleName[])('%s', async (name) => {
    const answer = await pki.get(`/samples/${name}`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const verdict = await verified(new Uint8Array(await answer.arrayBuffer()));
    expect({ status: verdict.status, reasons: codesOf(verdict) }).toEqual(samples[name].expected);
  });

  test('and the list says which', async () => {
    const { samples: listed } = await (await pki.get('/api/samples')).json();
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(Object.keys(samples));
    expect(listed[0]).toMatchObject({
      url: `${pki.base}/samples/valid-b.pdf`,
      expected: { status: 'valid' },
    });
    expect((await pki.get('/samples/none.pdf')).status).toBe(404);
  });
});

describe('a verdict says', () => {
  test('who signed, when, who vouches for them, and what proves it', async () => {
    const { signatures, answer } = await verified(await pki.bytes('/samples/valid-lt.pdf'));
    expect(answer.vi).toBe('Chữ ký hợp lệ');
    expect(signatures).toHaveLength(1);
    expect(signatures[0]).toMatchObject({
      signer: { name: 'Nguyễn Văn An', number: '099090000001', numberKind: 'personal', organisation: null },
      time: { source: 'time-stamp', by: 'Time Stamping Authority (HopCat sandbox)' },
      proof: { kind: 'crl', from: 'document' },
      coversWhole: true,
      level: 'LT',
      form: 'ETSI.CAdES.detached',
    });
    expect(signatures[0]?.chain.map(({ name, trusted }) => [name, trusted])).toEqual([
      ['Nguyễn Văn An', false],
      ['VNPT-CA (HopCat sandbox)', false],
      ['Vietnam National Root CA (HopCat sandbox)', true],
    ]);
  });

  test('for whom somebody signed, with the tax code', async () => {
    const { signatures } = await verified(await pki.bytes('/samples/valid-enterprise.pdf'));
    expect(signatures[0]?.signer).toMatchObject({ numberKind: 'tax', number: expect.stringMatching(/^99/) });
    expect(signatures[0]?.signer?.organisation).toBe(signatures[0]?.signer?.name);
  });

  test('that a time is only claimed where no time stamp proves it', async () => {
    const { signatures } = await verified(await pki.bytes('/samples/valid-b.xml'));
    expect(signatures[0]?.time).toMatchObject({ source: 'claimed', by: null });
  });

  test('each signature by itself', async () => {
    const { signatures } = await verified(await pki.bytes('/samples/two-signers.pdf'));
    expect(signatures.map(({ status, signer }) => [status, signer?.name])).toEqual([
      ['valid', 'Nguyễn Văn An'],
      ['valid', 'Võ Minh Khánh'],
    ]);
  });

  test('since when a certificate is revoked, and what to do', async () => {
    const { reasons } = await verified(await pki.bytes('/samples/revoked.pdf'));
    expect(reasons).toEqual([
      expect.objectContaining({
        code: 'revoked',
        since: expect.stringMatching(/^20\d\d-/),
        title: { vi: 'Chứng thư số đã bị thu hồi', en: 'The certificate was revoked' },
        cure: expect.objectContaining({ vi: expect.stringContaining('dấu thời gian') }),
      }),
    ]);
  });
});

describe('what changes later', () => {
  test('a revocation ends what no time stamp proves, and nothing else', async () => {
    const workspace = await openWorkspace();
    const own = new Pki(workspace);
    await workspace.configure({ clockOffsetSeconds: -3600 });
    const bare = await own.bytes('/samples/valid-b.pdf');
    const stamped = await own.bytes('/samples/valid-t.pdf');
    await workspace.configure({ clockOffsetSeconds: 0 });
    const { serial } = await own.certificate('an');
    await own.post(`/api/certificates/${serial}/revoke`, { reason: 'keyCompromise' });
    const codes = async (document: Uint8Array) =>
      codesOf(await (await own.ask('/api/verify', 'application/octet-stream', document)).answer.json());
    expect([await codes(bare), await codes(stamped)]).toEqual([['revoked'], []]);
  });

  test('a signature of another workspace is of nobody whom this one knows', async () => {
    const other = new Pki(await openWorkspace());
    const verdict = await verified(await other.bytes('/samples/valid-t.pdf'));
    expect(verdict.status).not.toBe('valid');
  });
});

describe('a document comes', () => {
  test('as a file of a form, with what a detached signature is about', async () => {
    const [file, text] = [signedByOpenssl(), Buffer.from(CONTENT)];
    const codes = async (fields: Record<string, Uint8Array>) =>
      codesOf(await (await posted('/api/verify', fields)).json());
    expect(await codes({ file, content: text })).toEqual([]);
    expect(await codes({ file, content: Buffer.from('another text') })).toEqual(['content-changed']);
    expect(await codes({ file })).toEqual(['unreadable']);
  });

  test.each([['-nodetach'], ['-nodetach', '-stream'], ['-nodetach', '-noattr'], ['-nodetach', '-keyid']])(
    'as CMS that openssl made: %s %s',
    async (...options) => {
      expect(codesOf(await verified(signedByOpenssl(...options)))).toEqual([]);
    },
  );

  test('or it does not, and the caller is told', async () => {
    const answer = await posted('/api/verify', { content: Buffer.from('abc') });
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'no_document']);
  });

  test('from a browser, and the page says it in plain words', async () => {
    const answer = await posted('/verify', { file: await pki.bytes('/samples/changed.pdf') });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('data-status="invalid"');
    expect(html).toContain('Nội dung đã bị sửa sau khi ký');
  });

  test('or the page asks for it once more', async () => {
    const answer = await posted('/verify', { file: new Uint8Array() });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('data-testid="verify-form"');
  });

  test('and nothing of it is kept', async () => {
    await verified(Buffer.from('<DeNghi>bí mật 4711</DeNghi>'));
    expect(await (await ws.control('/journal?system=pki&limit=5')).text()).not.toContain('4711');
  });

  test('and the page says what its file is called, as a name and nothing else', async () => {
    const file = await pki.bytes('/samples/valid-b.pdf');
    const html = await (await posted('/verify', { file }, 'Đơn <i>& "đề nghị".pdf')).text();
    expect(html).toContain('data-testid="file-name">Đơn &lt;i&gt;&amp;');
    expect(html).not.toContain('<i>');
  });

  test('and one of more than 4 MB is refused by a fault of its own, which names the limit', async () => {
    const large = Buffer.alloc(4_400_000, 0x30);
    const { answer } = await pki.ask('/api/verify', 'application/octet-stream', large);
    const told = await answer.json();
    expect([answer.status, told.code]).toEqual([413, 'document_too_large']);
    expect([told.cure, told.en.cure]).toEqual([
      expect.stringContaining('4 MB'),
      expect.stringContaining('4 MB'),
    ]);
    const page = await posted('/verify', { file: large });
    const html = await page.text();
    expect(page.status).toBe(413);
    expect(html).toContain('Tệp lớn quá 4 MB');
    expect(html).toMatch(/href="[^"]+\/pki\/verify" {2}data-testid="back"/);
  });
});
