// PBES2 (RFC 8018): AES-256-CBC under a key by PBKDF2 with HMAC-SHA256.
import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { AsnProp, AsnPropTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { bufferOf, octets, written } from './asn1.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const HMAC_SHA256 = '1.2.840.113549.2.9';
const AES_256_CBC = '2.16.840.1.101.3.4.1.42';

/** How often a password is hashed, here and for the MAC of PKCS #12: what OpenSSL 3 does. */
export const ITERATIONS = 2048;

class DerivationParameters {
  salt = new OctetString();
  iterations = ITERATIONS;
  prf = new AlgorithmIdentifier({ algorithm: HMAC_SHA256, parameters: null });
}
AsnProp({ type: OctetString })(DerivationParameters.prototype, 'salt');
AsnProp({ type: AsnPropTypes.Integer })(DerivationParameters.prototype, 'iterations');
AsnProp({ type: AlgorithmIdentifier })(DerivationParameters.prototype, 'prf');

class EncryptionParameters {
  derivation = new AlgorithmIdentifier();
  scheme = new AlgorithmIdentifier();
}
AsnProp({ type: AlgorithmIdentifier })(EncryptionParameters.prototype, 'derivation');
AsnProp({ type: AlgorithmIdentifier })(EncryptionParameters.prototype, 'scheme');

const identifier = (algorithm: string, parameters: object): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithm, parameters: bufferOf(written(parameters)) });

const parametersOf = (salt: Uint8Array, iv: Uint8Array): EncryptionParameters =>
  Object.assign(new EncryptionParameters(), {
    derivation: identifier(PBKDF2, Object.assign(new DerivationParameters(), { salt: octets(salt) })),
    scheme: identifier(AES_256_CBC, octets(iv)),
  });

/** A content that only this password opens, and how it is hidden. */
export async function encrypted(
  password: string,
  content: Uint8Array,
): Promise<{ algorithm: AlgorithmIdentifier; hidden: Uint8Array }> {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const key = await promisify(pbkdf2)(password, salt, ITERATIONS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
  return { algorithm: identifier(PBES2, parametersOf(salt, iv)), hidden };
}
