import { constants, createCipheriv, createPublicKey, publicEncrypt } from 'node:crypto';
import { Fault } from '../_kit/fault.ts';
import { digest } from '../_kit/perform.ts';
import { kind } from '../_kit/store.ts';
import type { Client } from '../_oidc/client.ts';
import { invalidClient } from '../_oidc/invalid-client.ts';
import type { Envelope } from '../_oidc/profile.ts';
import { single } from '../_oidc/request.ts';
import { seal, unseal } from '../_oidc/secret.ts';
import { encryptedClaimsOf } from './domain.ts';
import type { Citizen } from './profile.ts';

const rawCodes = kind<{ sealed: string }>(
  'vneid',
  'raw-code',
  'id: SHA-256 of an encrypted code. The code behind it, sealed under the encrypted one, for clients that send the code as it came. 60 seconds.',
  { hot: true },
);

const RAW_SECONDS = 60;

type Random = (bytes: number) => Uint8Array;

/** AES-256 in ECB mode, PKCS#7 padding, base64: weak by today's measure, and what is on the wire. */
function encrypt(text: string, key: Uint8Array): string {
  const cipher = createCipheriv('aes-256-ecb', key, null);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** The AES key for the RSA key that the client registered: PKCS#1 v1.5, base64. */
function wrapKey({ metadata }: Client, key: Uint8Array): string {
  const jwk = metadata.jwks?.keys.find(({ kty, use }) => kty === 'RSA' && use !== 'sig');
  if (!jwk) throw invalidClient('the client registered no RSA key for encryption');
  const publicKey = createPublicKey({ key: jwk as never, format: 'jwk' });
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, key).toString('base64');
}

function wrap(client: Client, answer: unknown, random: Random): { data: string; key: string } {
  const key = random(32);
  return { data: encrypt(JSON.stringify(answer), key), key: wrapKey(client, key) };
}

const sendsRaw = ({ metadata }: Client): boolean => metadata.vneid_code === 'raw';

/**
 * VNeID's encrypted profile, as one open-source client reads it: the callback carries an encrypted `code` and
 * its wrapped `encrypt_key`, token and userinfo answer in `{data, key}`.
 */
export const encryptedProfile: Envelope<Citizen> = {
  applies: ({ metadata }) => metadata.vneid_profile === 'encrypted',

  callback(x, client, code) {
    const key = x.deps.random(32);
    const [encrypted, encryptKey] = [encrypt(code, key), wrapKey(client, key)];
    const sealed = seal(encrypted, code, x.deps.random);
    return {
      parameters: { code: encrypted, encrypt_key: encryptKey },
      echo: digest(encryptKey),
      changes: sendsRaw(client)
        ? [x.put(rawCodes, digest(encrypted), { sealed }, { lifetime: RAW_SECONDS, if: 'absent' })]
        : [],
    };
  },

  async code(x, client) {
    const sent = single(x.input, 'code') ?? '';
    if (single(x.input, 'encrypt_key') === undefined) {
      throw new Fault('invalid_request', 'encrypt_key is missing: send back the one that came with the code');
    }
    if (!sendsRaw(client)) return { code: sent, echo: digest(single(x.input, 'encrypt_key')!) };
    const item = await x.read(rawCodes, digest(sent));
    if (!item) throw new Fault('invalid_grant', 'the code is unknown, or older than 60 seconds');
    return { code: unseal<string>(sent, item.value.sealed), echo: digest(single(x.input, 'encrypt_key')!) };
  },

  wrap: (x, client, answer) => wrap(client, answer, x.deps.random),
  claims: ({ citizen }) => encryptedClaimsOf(citizen),
};
