import { beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../functions/_kit/fault.ts';
import { readCertificate, refuseForged } from '../../functions/_relying/certificate.ts';
import { readCms } from '../../functions/_relying/cms.ts';
import { signed as signedBy } from '../../functions/_sign/algorithms.ts';
import type { Certificate } from '../../functions/_sign/certificate.ts';
import { cmsOf } from '../../functions/_sign/cms.ts';
import { privateKeyOf } from '../../functions/_sign/keys.ts';
import {
  attributesIn,
  changed,
  contentOf,
  element,
  elementsOf,
  withContent,
  withData,
  withSigner,
} from './der.ts';
import { request } from './exchange.ts';
import { held } from './holder.ts';

// What a portal is given as somebody's CMS. The signature value is made anew where the attributes are others.

const content = Buffer.from('{"purpose":"sign-in"}');

let own: Certificate;
let signed: Buffer;

beforeAll(async () => {
  own = (await held('good', { key: 'rsa2048' })).certificate;
  signed = Buffer.from(await cmsOf(request(), own, { content }, { attached: true }));
});

/** What the portal makes of it: `believed`, or the code of its refusal. */
function said(cms: Uint8Array, asked: Uint8Array = content): string {
  try {
    const read = readCms(Buffer.from(cms).toString('base64'), asked);
    refuseForged(readCertificate(read.signed.certificate), read.signed);
    return 'believed';
  } catch (error) {
    return (error as Fault).code;
  }
}

const OIDS = {
  contentType: '06092a864886f70d010903',
  messageDigest: '06092a864886f70d010904',
  signingCertificateV2: '060b2a864886f70d010910022f',
} as const;

/** With another value of one attribute, or without it, signed by the same key. */
function resigned(name: keyof typeof OIDS, value?: Uint8Array): Buffer {
  return withSigner(signed, (parts) => {
    const attributes = elementsOf(parts[3] as Buffer).flatMap((each) => {
      const [oid] = elementsOf(each);
      if (oid?.toString('hex') !== OIDS[name]) return [each];
      return value ? [changed(each, () => [oid, element(0x31, value)])] : [];
    });
    const set = element(0x31, ...attributes.toSorted(Buffer.compare));
    const signature = signedBy(privateKeyOf(own.pkcs8), 'sha256', set);
    return [
      ...parts.slice(0, 3),
      element(0xa0, contentOf(set)),
      parts[4] as Buffer,
      element(0x04, signature),
    ];
  });
}

test('a CMS as a plug-in makes it is believed', () => {
  expect(said(signed)).toBe('believed');
});

describe('it is not', () => {
  test('where its type of content is another than the attributes say, or they say none', () => {
    const envelopedData = Buffer.from('06092a864886f70d010703', 'hex');
    expect(said(resigned('contentType', envelopedData))).toBe('signature_not_trusted');
    expect(said(resigned('contentType'))).toBe('signature_not_trusted');
  });

  test('where the attributes name another certificate; they need not name any', async () => {
    const other = (await held('good', { key: 'p256' })).certificate;
    const attributes = elementsOf(attributesIn(Buffer.from(await cmsOf(request(), other, { content }))));
    const named = attributes.find(
      (each) => elementsOf(each)[0]?.toString('hex') === OIDS.signingCertificateV2,
    );
    const value = contentOf(elementsOf(named as Buffer)[1] as Buffer);
    expect(said(resigned('signingCertificateV2', value))).toBe('signature_not_trusted');
    expect(said(resigned('signingCertificateV2'))).toBe('believed');
  });

  test('where the digest is none, and that is no failure', () => {
    expect(said(resigned('messageDigest', Buffer.of(0x02, 0x01, 0x05)))).toBe('signature_unreadable');
    expect(said(resigned('messageDigest'))).toBe('signature_not_trusted');
  });

  test('where it has elements that belong to no SignedData', () => {
    const twice = withData(signed, (parts) => [...parts, parts.at(-1) as Buffer]);
    expect(said(twice)).toBe('signature_unreadable');
    expect(said(Buffer.concat([signed, Buffer.of(0x05, 0x00)]))).toBe('signature_unreadable');
  });

  test('where the attributes are shown as the content', () => {
    const bare = withSigner(signed, (parts) => parts.filter((_, at) => at !== 3));
    const set = element(0x31, contentOf(attributesIn(signed)));
    expect(said(withContent(bare, set))).toBe('signature_not_trusted');
  });
});
