import { afterAll, describe, expect, test } from 'vitest';
import { prepareXml } from '../../functions/_sign/xades.ts';
import { judge } from './openssl.ts';
import { signedXml, verify, XML, xmlsec } from './xmlsec.ts';

const folder = judge();
afterAll(folder.close);

describe('documents of every kind', () => {
  test.each([
    ['an empty root', '<a/>'],
    ['an empty root with attributes and blanks', '<p:a xmlns:p="urn:p" p:x="1"  />'],
    ['a byte order mark', '\ufeff<?xml version="1.0"?><a>ă</a>'],
    ['line ends of Windows', '<a\r\n  x="1\r\n2">\r\nmột\r\n</a>\r\n'],
    ['line ends that XML 1.0 has not', '<a>một\u0085hai\u2028ba</a>'],
    ['references to characters', '<a x="&#9;&#xA;&quot;&lt;">&#13;&amp;&gt;&#128512;</a>'],
    ['CDATA, also empty', '<a><![CDATA[<b>&amp;]]><![CDATA[]]><b/></a>'],
    ['comments, also around the root', '<!-- một --><a><!-- <b> -->x</a><!-- hai -->'],
    [
      'prefixes whose order is not the alphabet’s',
      '<dk:a xmlns:dk="urn:d" xmlns:Ab="urn:a" xmlns:ab="urn:b" Ab:x="1" ab:x="2" x="3"/>',
    ],
    [
      'a prefix that means something else within',
      '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c xmlns:p="urn:1"/></p:b></p:a>',
    ],
    ['a default namespace that is taken back', '<a xmlns="urn:a"><b xmlns=""><c xmlns="urn:a"/></b></a>'],
    ['namespaces that nothing uses', '<a xmlns:x="urn:x"><b xmlns:y="urn:y" y:z="1"/></a>'],
    ['attributes like namespaces and xml:lang', '<a xmlnsfoo="1" xml:lang="vi" Z="1" a="2"/>'],
    [
      'our own prefixes in other hands',
      '<ds:a xmlns:ds="urn:khac" xmlns:xades="urn:khac2"><xades:b/></ds:a>',
    ],
    ['a > in an attribute', '<a x="/a>">y</a >'],
  ])('xmlsec1 takes a signature over %s', async (_what, document) => {
    const { xml, root } = await signedXml(document, { key: 'p256' });
    const said = verify(folder, xml, root);
    expect(said.ok, said.text).toBe(true);
    // What was there is there to the letter.
    const bare = document.replace('\ufeff', '').replace(/\s*\/>$/, '');
    const [before = ''] = xml.split('<ds:Signature ');
    expect(bare.startsWith(before.slice(0, bare.length).replace(/\s*>$/, ''))).toBe(true);
  });

  test.each([
    ['no XML', 'đây không phải XML'],
    ['nothing', ''],
    ['two roots', '<a/><b/>'],
    ['an element that is not closed', '<a><b></a>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['a prefix that is declared nowhere', '<p:a/>'],
    ['a DTD', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an entity of nobody’s', '<a>&x;</a>'],
    ['a processing instruction', '<?xml-stylesheet href="x"?><a/>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['two elements of one Id', '<a><b Id="1"/><c Id="1"/></a>'],
    ['two elements of one identifier, written otherwise', '<a><b xml:id="1"/><c ID="1"/></a>'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
    ['bytes that are not UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['too many levels', '<a>'.repeat(65) + '</a>'.repeat(65)],
    ['too many elements', `<a>${'<b/>'.repeat(20_001)}</a>`],
    ['too many bytes', `<a>${'x'.repeat(4_000_000)}</a>`],
  ])('%s is refused', async (_what, document) => {
    const { asked } = await signedXml(XML);
    const signing = prepareXml({ ...asked, document: Buffer.from(document) });
    await expect(signing).rejects.toThrow(RangeError);
  });
});

describe('a document that is signed already', () => {
  const everyone = async (xml: string, root: Buffer, count: number) => {
    for (let at = 0; at < count; at++) {
      const said = verify(folder, xml, root, at);
      expect(said.ok, `signature ${at + 1}: ${said.text}`).toBe(true);
    }
  };

  test('keeps its signatures valid at the second and the third', async () => {
    const first = await signedXml(XML);
    const second = await signedXml(first.xml, { key: 'p256' });
    const third = await signedXml(second.xml);
    await everyone(third.xml, third.root, 3);
    // The second covers the first: without its value only that one fails, and the third.
    const without = third.xml.replace(/(<ds:SignatureValue[^>]*>)[^<]{8}/, '$1AAAAAAAA');
    expect([0, 1, 2].map((at) => verify(folder, without, third.root, at).ok)).toEqual([false, false, false]);
  });

  test('changes with what it says fail every signature', async () => {
    const first = await signedXml(XML);
    const second = await signedXml(first.xml, { key: 'p256' });
    const changed = second.xml.replace('tờ khai', 'tờ trình');
    expect([0, 1].map((at) => verify(folder, changed, second.root, at).ok)).toEqual([false, false]);
  });

  test('keeps a plain signature of another program valid', async () => {
    const template =
      '<a><b>ấ</b><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>' +
      '<CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/>' +
      '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI=""><Transforms>' +
      '<Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></Transforms>' +
      '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference></SignedInfo>' +
      '<SignatureValue/><KeyInfo><KeyValue/></KeyInfo></Signature></a>';
    folder.file('template.xml', template);
    folder.run('genrsa', '-out', 'other.pem', '2048');
    xmlsec(folder, '--sign', '--privkey-pem', 'other.pem', '--output', 'other.xml', 'template.xml');
    const { xml, root } = await signedXml(folder.read('other.xml'));
    const ours = verify(folder, xml, root, 1);
    expect(ours.ok, ours.text).toBe(true);
    folder.file('both.xml', xml);
    folder.run('rsa', '-in', 'other.pem', '-pubout', '-out', 'public.pem');
    const theirs = xmlsec(folder, '--verify', '--pubkey-pem', 'public.pem', 'both.xml');
    expect(theirs.ok, theirs.text).toBe(true);
  });
});
