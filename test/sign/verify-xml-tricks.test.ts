import { describe, expect, test } from 'vitest';
import type { SampleName } from '../../contracts/_pki/samples.ts';
import { verifyDocument } from '../../functions/_verify/verify-document.ts';
import { sampleOf } from '../../functions/pki/sample.ts';
import { contextOf } from '../../functions/pki/verify-context.ts';
import { request, store } from './exchange.ts';

async function sample(name: SampleName): Promise<string> {
  const { bytes, changes } = await sampleOf(request(), name);
  await store.commit(changes, 0);
  return Buffer.from(bytes).toString();
}

const verdictOn = async (xml: string) => verifyDocument(Buffer.from(xml), await contextOf(request()));

const codes = async (xml: string) => (await verdictOn(xml)).reasons.map(({ code }) => code);

const AMOUNT = '<SoTien xmlns="urn:hopcat:sample">9000000000</SoTien>';

describe('what is put into a signature and signed by nobody is something added', () => {
  test.each([
    ['an element beside the parts of the signature', '</ds:KeyInfo>', `</ds:KeyInfo>${AMOUNT}`],
    ['a text beside them', '</ds:KeyInfo>', '</ds:KeyInfo>9 tỷ đồng'],
    ['an element in KeyInfo', '</ds:KeyInfo>', `${AMOUNT}</ds:KeyInfo>`],
    ['a name of the key', '</ds:KeyInfo>', '<ds:KeyName>9 tỷ đồng</ds:KeyName></ds:KeyInfo>'],
    ['a second KeyInfo', '</ds:KeyInfo>', '</ds:KeyInfo><ds:KeyInfo/>'],
    ['an element in X509Data', '</ds:X509Data>', `${AMOUNT}</ds:X509Data>`],
    ['an element in the value', '</ds:SignatureValue>', '<SoTien>!!!</SoTien></ds:SignatureValue>'],
    ['a text behind the value', '</ds:SignatureValue>', '= 9 t</ds:SignatureValue>'],
    ['an attribute', '<ds:KeyInfo>', '<ds:KeyInfo SoTien="9000000000">'],
    [
      'an element beside the signed properties',
      '</xades:SignedProperties>',
      `</xades:SignedProperties>${AMOUNT}`,
    ],
    [
      'properties beside the signed ones',
      '</xades:SignedProperties>',
      '</xades:SignedProperties><xades:SignedProperties/>',
    ],
    [
      'an unsigned property that XAdES does not know',
      '<xades:SignatureTimeStamp>',
      '<xades:SoTien>9000000000</xades:SoTien><xades:SignatureTimeStamp>',
    ],
    ['an element in the time stamp', '</xades:SignatureTimeStamp>', `${AMOUNT}</xades:SignatureTimeStamp>`],
    ['a text in an object', '<ds:Object>', '<ds:Object>9 tỷ đồng'],
    ['an element in an object', '<ds:Object>', `<ds:Object>${AMOUNT}`],
  ])('%s', async (_what, from, to) => {
    const signed = await sample('valid-t.xml');
    expect(signed).toContain(from);
    expect((await codes(signed.replace(from, to)))[0]).toBe('added-after-signing');
  });

  test('also in the signature that holds the second one', async () => {
    const signed = await sample('two-signers.xml');
    expect(await codes(signed)).toEqual([]);
    const { signatures } = await verdictOn(
      signed.replace('</ds:Object></ds:Signature>', `</ds:Object>${AMOUNT}</ds:Signature>`),
    );
    expect(signatures.some(({ reasons }) => reasons.some(({ code }) => code === 'added-after-signing'))).toBe(
      true,
    );
  });
});

test('what only proves a signature may stand in it', async () => {
  const signed = await sample('valid-t.xml');
  const name = '<ds:X509SubjectName>CN=An</ds:X509SubjectName></ds:X509Data>';
  const key =
    '<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQ AB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>';
  const more = signed
    .replace('</ds:X509Data>', name)
    .replace('<ds:KeyInfo>', `<ds:KeyInfo>\n<!-- k -->${key}`);
  expect(await codes(more)).toEqual([]);
  expect(await codes(signed.replace('<ds:Object>', '<ds:Object/><ds:Object>'))).toEqual([]);
});
