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

describe('what a document can cost is bounded', () => {
  const dsig = 'http://www.w3.org/2000/09/xmldsig#';
  const exclusive = 'Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"';
  const reference =
    `<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${dsig}enveloped-signature"/>` +
    `<ds:Transform ${exclusive}/></ds:Transforms><ds:DigestMethod Algorithm="${dsig}sha1"/>` +
    '<ds:DigestValue>AA==</ds:DigestValue></ds:Reference>';
  const signature = (references: number) =>
    `<ds:Signature xmlns:ds="${dsig}"><ds:SignedInfo><ds:CanonicalizationMethod ${exclusive}/>` +
    `<ds:SignatureMethod Algorithm="${dsig}rsa-sha1"/>${reference.repeat(references)}</ds:SignedInfo>` +
    '<ds:SignatureValue>AA==</ds:SignatureValue></ds:Signature>';
  const detailOf = async (xml: string) => (await verdictOn(xml)).reasons[0]?.detail;

  test('a signature has four references, and what they are all to is digested once', async () => {
    expect(await detailOf(`<a>${signature(5)}</a>`)).toBe('no references, or too many');
    // Four times this would be more than a document may cost.
    const large = 'x'.repeat(3_900_000);
    expect(await codes(`<a>&lt;${large}${signature(4)}${signature(4)}</a>`)).toContain('content-changed');
  });

  test('twenty signatures over a large document are not all looked at', async () => {
    expect(await detailOf(`<a>${'x'.repeat(3_000_000)}${signature(1).repeat(20)}</a>`)).toContain(
      'canonical XML',
    );
  });

  test('a namespace with a long name does not make a small document a huge one', async () => {
    const many = `<a xmlns:p="${'u'.repeat(300_000)}">${'<p:a/>'.repeat(9_000)}${signature(1)}</a>`;
    expect(await detailOf(many)).toContain('canonical XML');
  });
});
