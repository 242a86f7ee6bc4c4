import { Certificate } from '@peculiar/asn1-x509';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { asItIs, inOrder, octets, positive, read, written } from '../../functions/_sign/asn1.ts';
import { statuses } from '../../functions/_sign/certificate.ts';
import { crlOf } from '../../functions/_sign/crl.ts';
import { tbsOf } from '../../functions/_sign/read-certificate.ts';
import { request, store } from './exchange.ts';
import { held } from './holder.ts';
import { judge } from './openssl.ts';

const openssl = judge();
afterAll(openssl.close);

const hex = (bytes: ArrayBuffer | Uint8Array): string => Buffer.from(new Uint8Array(bytes)).toString('hex');

describe('structures of ASN.1', () => {
  test('a certificate is read whole, and nothing may stand after it', async () => {
    const { own } = await held();
    expect(read(own, Certificate)).toBeInstanceOf(Certificate);
    expect(() => read(Buffer.concat([own, Buffer.of(0)]), Certificate)).toThrow(RangeError);
    expect(() => read(own.subarray(0, -1), Certificate)).toThrow(RangeError);
    expect(() => read(Buffer.from('3003020101', 'hex'), Certificate)).toThrow(RangeError);
  });

  test('whatever comes is a certificate or a RangeError', async () => {
    const { own } = await held();
    const spoilt = fc.tuple(fc.nat(own.length - 1), fc.nat(255));
    fc.assert(
      fc.property(spoilt, ([at, byte]) => {
        const copy = Buffer.from(own);
        copy[at] = byte;
        try {
          read(copy, Certificate);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('what is quoted as it is stays so, even where it is not how one would write it', () => {
    // A length in two bytes where one does.
    const strange = Buffer.from('30810302010a', 'hex');
    expect(hex(written(asItIs(Certificate, strange)))).toBe(hex(strange));
  });

  test('an INTEGER is never negative, and has no zeros that it does not need', () => {
    expect(
      ['', '00', '7f', '80', '0000ff', '01ff'].map((text) => hex(positive(Buffer.from(text, 'hex')))),
    ).toEqual(['00', '00', '7f', '0080', '00ff', '01ff']);
  });

  test('a SET OF has its members in the order of their bytes', () => {
    const all = ['bb', 'a1', 'aaaa', 'a0'].map((text) => octets(Buffer.from(text, 'hex')));
    expect(inOrder(all).map(({ buffer }) => hex(buffer))).toEqual(['a0', 'a1', 'bb', 'aaaa']);
  });

  test('names are quoted byte by byte, in whatever strings they are written', () => {
    openssl.file(
      'odd.cnf',
      [
        ...['[req]', 'distinguished_name=dn', 'prompt=no', 'string_mask=default', '[dn]'],
        ...['C=VN', 'O=Caf\\xe9 T61', 'CN=Nguyen', '+UID=CCCD:099090000001', 'serialNumber=12 34'],
      ].join('\n'),
    );
    for (const mask of ['utf8only', 'pkix', 'nombstr', 'default']) {
      const args = ['-config', 'odd.cnf', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
      const config = openssl
        .read('odd.cnf')
        .toString()
        .replace(/^string_mask=.*$/m, `string_mask=${mask}`);
      openssl.file('odd.cnf', config);
      const { ok, text } = openssl.run(
        'req',
        '-x509',
        ...args,
        '-keyout',
        'k',
        '-outform',
        'DER',
        '-out',
        'odd.cer',
      );
      expect({ ok, text: ok ? '' : text }).toEqual({ ok: true, text: '' });
      const der = openssl.read('odd.cer');
      expect(der.includes(Buffer.from(written(tbsOf(der).issuer)))).toBe(true);
    }
  });
});

test('a list says nothing of a reason where none was given: no empty extensions', async () => {
  const x = request();
  const { certificate } = await held('good', { authority: 'bkav-ca' });
  const status = { at: 'revoked' as const, since: x.clock.now - 1000, reason: 0 };
  await store.commit([x.put(statuses, `bkav-ca,${certificate.serial}`, status)], 0);
  openssl.file('list', await crlOf(x, 'bkav-ca'));
  const { text } = openssl.run('asn1parse', '-inform', 'DER', '-in', 'list');
  expect(text).toContain(certificate.serial);
  expect(text).not.toMatch(/l= +0 cons: SEQUENCE/);
});
