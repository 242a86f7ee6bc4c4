import 'reflect-metadata';
import { sign, X509Certificate } from 'node:crypto';
import { Extension } from '@peculiar/x509';
import { expect, test } from 'vitest';
import { prepareXml } from '../../functions/_sign/xades.ts';
import { linkOf, maskedName, signerIn } from '../../functions/_verify/names.ts';
import { verifyDocument } from '../../functions/_verify/verify-document.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { asSigner, type Certified, certified } from './certified.ts';
import { request } from './exchange.ts';
import { XML } from './xmlsec.ts';

const UID = '0.9.2342.19200300.100.1.1';
const nobody = () => false;

async function signedBy({ der, privateKey }: Certified): Promise<Uint8Array> {
  const asked = { document: Buffer.from(XML), certificate: der, chain: [], hash: 'sha256' } as const;
  const prepared = await prepareXml({ ...asked, signingTime: Date.now() });
  return prepared.finish(sign('sha256', prepared.toSign, privateKey));
}

const verdictOn = async (document: Uint8Array) =>
  verifyDocument(document, { ...(await contextOf(request())), isOurs: nobody });

test('numbers of nobody’s are masked in the reasons too', async () => {
  const signer = await certified({
    name: `Nguyễn Văn An 001199012345+${UID}=CMND:123456789`,
    extensions: asSigner(),
  });
  const verdict = await verdictOn(await signedBy(signer));
  const [{ reasons, chain, signer: named } = {}] = verdict.signatures;
  const shown = 'Nguyễn Văn An ************';
  expect(reasons?.map(({ code, detail }) => [code, detail])).toEqual([
    ['issuer-unknown', `nobody trusts ${shown} + UID=CMND:************`],
  ]);
  expect(named).toMatchObject({ name: shown, number: '************', numberKind: 'personal' });
  expect(chain?.[0]).toMatchObject({ name: shown, subject: `CN=${shown} + UID=CMND:************` });
  expect(JSON.stringify(verdict)).not.toMatch(/123456789|001199012345/);
});

test('what a document that cannot be read is quoted with is masked', async () => {
  const twice = '<a><b Id="so-001199012345"/><c Id="so-001199012345"/></a>';
  const { reasons } = await verdictOn(Buffer.from(twice));
  expect(reasons).toMatchObject([
    { code: 'unreadable', detail: 'two elements have the identifier so-************' },
  ]);
});

test.each([
  ['CN=An\nUID=CCCD:123456789', 'CN=An, UID=CCCD:************'],
  ['CN=An\nUID=123456789', 'CN=An, UID=************'],
  ['UID=MST:0101243150\nO=Cục', 'UID=MST:0101243150, O=Cục'],
  ['issued by CN=CA, UID=HC:B1234567, O=x', 'issued by CN=CA, UID=HC:************, O=x'],
  ['O=UID=UID=CCCD:123456789\nCN=x', 'O=UID=UID=CCCD:************, CN=x'],
  ['CN=x\nUID=', 'CN=x, UID='],
])('of %j only what is public is shown', (name, shown) => {
  expect(maskedName(name, nobody)).toBe(shown);
});

test('a number of the sandbox’s own is shown', () => {
  expect(maskedName('UID=CCCD:099090000001', () => true)).toBe('UID=CCCD:099090000001');
});

test('a name of a hundred thousand characters is read in no time, and cut', async () => {
  const { der } = await certified({ name: `x,O=Đ${'UID='.repeat(50_000)}`, extensions: asSigner() });
  const own = new X509Certificate(der);
  const started = performance.now();
  const { subject } = linkOf(own, false, nobody);
  const { organisation } = signerIn(own, nobody);
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(subject.length).toBeLessThan(100);
  expect(organisation?.length).toBe(2_001);
});

test('a certificate that is none beyond its name leaves a verdict too', async () => {
  const extensions = [new Extension('2.5.29.15', false, Buffer.from('?'))];
  const { reasons } = await verdictOn(await signedBy(await certified({ name: 'x', extensions })));
  expect(reasons.map(({ code }) => code)).toEqual(['unreadable']);
});

test('a certificate of more than 16 kB in an XML document counts for none', async () => {
  const small = await certified({ name: 'x', extensions: asSigner() });
  const large = await certified({ name: `x,O=${'y'.repeat(17_000)}`, extensions: asSigner() });
  const found = await Promise.all([small, large].map(async (each) => verdictOn(await signedBy(each))));
  expect(found.map(({ signatures }) => signatures[0]?.chain.length)).toEqual([1, 0]);
});
