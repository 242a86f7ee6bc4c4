import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  ContentInfo,
  EncryptedContent,
  EncryptedContentInfo,
  id_data,
  id_encryptedData,
} from '@peculiar/asn1-cms';
import {
  AuthenticatedSafe,
  CertBag,
  id_certBag,
  id_pkcs_9,
  id_pkcs8ShroudedKeyBag,
  id_x509Certificate,
  MacData,
  PFX,
  PKCS8ShroudedKeyBag,
  PKCS12Attribute,
  SafeBag,
  SafeContents,
} from '@peculiar/asn1-pfx';
import { DigestInfo } from '@peculiar/asn1-rsa';
import { AsnBmpStringConverter, AsnProp, AsnPropTypes } from '@peculiar/asn1-schema';
import { digestOf } from './algorithms.ts';
import { bufferOf, hashIdentifier, inOrder, octets, written } from './asn1.ts';
import { encrypted, ITERATIONS } from './encryption.ts';

/** A key with its certificates, to be carried elsewhere. */
export interface Pkcs12Content {
  /** For people. */
  name: string;
  /** PKCS #8, DER. */
  key: Uint8Array;
  /** DER; the key's own first. */
  certificates: readonly Uint8Array[];
}

/** RFC 5652, 8: the library has none. */
class EncryptedData {
  version = 0;
  content = new EncryptedContentInfo();
}
AsnProp({ type: AsnPropTypes.Integer })(EncryptedData.prototype, 'version');
AsnProp({ type: EncryptedContentInfo })(EncryptedData.prototype, 'content');

const info = (contentType: string, content: object): ContentInfo =>
  new ContentInfo({ contentType, content: bufferOf(written(content)) });

/** Its constructor forgets what it is given. */
const attribute = (attrId: string, value: object): PKCS12Attribute =>
  Object.assign(new PKCS12Attribute(), { attrId, attrValues: [bufferOf(written(value))] });

/** By which key and certificate find each other, and their name for people. */
const bagAttributes = ({ name, certificates }: Pkcs12Content): PKCS12Attribute[] =>
  inOrder([
    attribute(`${id_pkcs_9}.20`, AsnBmpStringConverter.toASN(name)),
    attribute(`${id_pkcs_9}.21`, octets(digestOf('sha1', certificates[0] as Uint8Array))),
  ]);

const bag = (bagId: string, value: object, bagAttributes?: PKCS12Attribute[]): SafeBag =>
  new SafeBag({ bagId, bagValue: bufferOf(written(value)), ...(bagAttributes && { bagAttributes }) });

function certificateBags(content: Pkcs12Content): SafeContents {
  const bags = content.certificates.map((certificate, at) => {
    const held = new CertBag({
      certId: id_x509Certificate,
      certValue: bufferOf(written(octets(certificate))),
    });
    return bag(id_certBag, held, at === 0 ? bagAttributes(content) : undefined);
  });
  return new SafeContents(bags);
}

async function encryptedCertificates(password: string, content: Pkcs12Content): Promise<ContentInfo> {
  const { algorithm, hidden } = await encrypted(password, written(certificateBags(content)));
  const held = new EncryptedContentInfo({
    contentType: id_data,
    contentEncryptionAlgorithm: algorithm,
    encryptedContent: new EncryptedContent({ value: octets(hidden) }),
  });
  return info(id_encryptedData, Object.assign(new EncryptedData(), { content: held }));
}

async function shroudedKey(password: string, content: Pkcs12Content): Promise<ContentInfo> {
  const { algorithm, hidden } = await encrypted(password, content.key);
  const held = new PKCS8ShroudedKeyBag({ encryptionAlgorithm: algorithm, encryptedData: octets(hidden) });
  const bags = new SafeContents([bag(id_pkcs8ShroudedKeyBag, held, bagAttributes(content))]);
  return info(id_data, octets(written(bags)));
}

const repeated = (bytes: Uint8Array, length: number): Buffer => Buffer.alloc(length, bytes);

/** RFC 7292, appendix B.2, for one block of SHA-256: the key of the MAC (ID 3). */
function macKey(password: string, salt: Uint8Array): Buffer {
  const text = Buffer.concat([Buffer.from(password, 'utf16le').swap16(), Buffer.alloc(2)]);
  const long = Math.ceil(text.length / 64) * 64;
  let key: Buffer = Buffer.concat([Buffer.alloc(64, 3), repeated(salt, 64), repeated(text, long)]);
  for (let round = 0; round < ITERATIONS; round++) key = createHash('sha256').update(key).digest();
  return key;
}

/** PKCS #12 (RFC 7292) under a password: AES-256, MAC with SHA-256. What OpenSSL 3 writes, and tokens import. */
export async function pkcs12Of(content: Pkcs12Content, password: string): Promise<Uint8Array> {
  const safe = written(
    new AuthenticatedSafe([
      await encryptedCertificates(password, content),
      await shroudedKey(password, content),
    ]),
  );
  const salt = randomBytes(16);
  const digest = createHmac('sha256', macKey(password, salt)).update(safe).digest();
  const macData = new MacData({
    mac: new DigestInfo({ digestAlgorithm: hashIdentifier('sha256'), digest: octets(digest) }),
    macSalt: octets(salt),
    iterations: ITERATIONS,
  });
  return written(new PFX({ authSafe: info(id_data, octets(safe)), macData }));
}
