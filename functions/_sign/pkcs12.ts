import { createCipheriv, createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { digestOf, hashAlgorithm } from './algorithms.ts';
import { element, integer, nothing, octets, oid, sequence, setOf, tag, tagged, utf16 } from './der.ts';

/** A key with its certificates, to be carried elsewhere. */
export interface Pkcs12Content {
  /** For people. */
  name: string;
  /** PKCS #8, DER. */
  key: Uint8Array;
  /** DER; the key's own first. */
  certificates: readonly Uint8Array[];
}

const pkcs = '1.2.840.113549.1';
const ITERATIONS = 2048;

/** PBES2: AES-256-CBC under a key by PBKDF2 with HMAC-SHA256 (RFC 8018). */
async function encrypted(password: string, content: Uint8Array) {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const key = await promisify(pbkdf2)(password, salt, ITERATIONS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const hmac = sequence(oid('1.2.840.113549.2.9'), nothing);
  const derivation = sequence(oid(`${pkcs}.5.12`), sequence(octets(salt), integer(ITERATIONS), hmac));
  const algorithm = sequence(
    oid(`${pkcs}.5.13`),
    sequence(derivation, sequence(oid('2.16.840.1.101.3.4.1.42'), octets(iv))),
  );
  return { algorithm, content: Buffer.concat([cipher.update(content), cipher.final()]) };
}

const data = (content: Uint8Array): Uint8Array => sequence(oid(`${pkcs}.7.1`), tagged(0, octets(content)));

/** By which key and certificate find each other, and their name for people. */
const bagAttributes = ({ name, certificates }: Pkcs12Content): Uint8Array =>
  setOf(
    sequence(oid(`${pkcs}.9.20`), setOf(utf16(name))),
    sequence(oid(`${pkcs}.9.21`), setOf(octets(digestOf('sha1', certificates[0] as Uint8Array)))),
  );

function certificateBags(content: Pkcs12Content): Uint8Array {
  const bags = content.certificates.map((certificate, at) => {
    const bag = sequence(oid(`${pkcs}.9.22.1`), tagged(0, octets(certificate)));
    const own = at === 0 ? [bagAttributes(content)] : [];
    return sequence(oid(`${pkcs}.12.10.1.3`), tagged(0, bag), ...own);
  });
  return sequence(...bags);
}

async function encryptedCertificates(password: string, content: Pkcs12Content): Promise<Uint8Array> {
  const { algorithm, content: hidden } = await encrypted(password, certificateBags(content));
  const info = sequence(oid(`${pkcs}.7.1`), algorithm, tag(0, hidden));
  return sequence(oid(`${pkcs}.7.6`), tagged(0, sequence(integer(0), info)));
}

async function shroudedKey(password: string, content: Pkcs12Content): Promise<Uint8Array> {
  const { algorithm, content: hidden } = await encrypted(password, content.key);
  const bag = tagged(0, sequence(algorithm, octets(hidden)));
  return data(sequence(sequence(oid(`${pkcs}.12.10.1.2`), bag, bagAttributes(content))));
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
  const safe = sequence(await encryptedCertificates(password, content), await shroudedKey(password, content));
  const salt = randomBytes(16);
  const mac = createHmac('sha256', macKey(password, salt)).update(safe).digest();
  const macData = sequence(sequence(hashAlgorithm('sha256'), octets(mac)), octets(salt), integer(ITERATIONS));
  return element(0x30, integer(3), data(safe), macData);
}
