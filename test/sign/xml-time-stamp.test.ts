import { afterAll, expect, test } from 'vitest';
import { authorityOf } from '../../functions/_sign/authority.ts';
import type { Proofs } from '../../functions/_sign/prepared.ts';
import { type TimeAuthority, timeStampToken } from '../../functions/_sign/timestamp.ts';
import { request } from './exchange.ts';
import { held } from './holder.ts';
import { judge } from './openssl.ts';
import { signedXml, verify, XML } from './xmlsec.ts';

const folder = judge();
afterAll(folder.close);

const stamps = (by: TimeAuthority): Required<Pick<Proofs, 'timeStamp'>> => ({
  timeStamp: (digest) => timeStampToken(request(), by, { hash: 'sha256', digest, certificates: true }),
});

const all = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<xades:${name}>([^<]+)<`, 'g'))].map(([, base64]) => base64!);

/** What openssl says of the token over the canonical SignatureValue, written by hand. */
function verifiesStamp(xml: string, root: Uint8Array): string {
  const [, id, value] = /<ds:SignatureValue Id="([^"]*)">([^<]*)</.exec(xml)!;
  const namespace = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';
  folder.file('value', `<ds:SignatureValue ${namespace} Id="${id}">${value}</ds:SignatureValue>`);
  folder.file('token', Buffer.from(all(xml, 'EncapsulatedTimeStamp')[0]!, 'base64'));
  folder.pem('root.pem', root);
  const args = ['-token_in', '-in', 'token', '-data', 'value', '-CAfile', 'root.pem'];
  return folder.run('ts', '-verify', ...args).text;
}

test.each(['rsa2048', 'p256'] as const)(
  'level T of a %s key: openssl ts takes its stamp, xmlsec1 the signature',
  async (key) => {
    const { xml, root } = await signedXml(XML, { key, proofs: stamps('time') });
    expect(verifiesStamp(xml, root)).toContain('Verification: OK');
    const said = verify(folder, xml, root);
    expect(said.ok, said.text).toBe(true);
  },
);

test('the stamp is over this value and no other', async () => {
  const { xml, root } = await signedXml(XML, { proofs: stamps('time') });
  const changed = xml.replace(/(<ds:SignatureValue[^>]*>)[^<]{4}/, '$1AAAA');
  expect(verifiesStamp(changed, root)).toContain('message imprint mismatch');
});

test('a stamp by an authority that nobody trusts is found out', async () => {
  const { xml, root } = await signedXml(XML, { proofs: stamps('stranger-time') });
  expect(verifiesStamp(xml, root)).toContain('Verification: FAILED');
});

test('level LT carries certificates, answers and lists, and leaves the signature valid', async () => {
  const { chain } = await held();
  const time = (await authorityOf(request(), 'time')).certificate;
  const [ocsp, crl] = [Buffer.from('OCSP'), Buffer.from('CRL')];
  const revocation = { certificates: [...chain, time], ocsp: [ocsp], crls: [crl] };
  const { xml, root } = await signedXml(XML, { proofs: { ...stamps('time'), revocation } });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  expect(all(xml, 'EncapsulatedX509Certificate')).toEqual([...chain, time].map(base64));
  expect(all(xml, 'EncapsulatedOCSPValue')).toEqual([base64(ocsp)]);
  expect(all(xml, 'EncapsulatedCRLValue')).toEqual([base64(crl)]);
  const said = verify(folder, xml, root);
  expect(said.ok, said.text).toBe(true);
});
