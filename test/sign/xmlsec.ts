import { spawnSync } from 'node:child_process';
import type { KeyType } from '../../contracts/_sign/authorities.ts';
import type { CertificateState } from '../../contracts/_sign/signer.ts';
import { type HashName, privateKeyOf, signDigest } from '../../functions/_sign/keys.ts';
import type { DocumentRequest, Proofs } from '../../functions/_sign/prepared.ts';
import { prepareXml } from '../../functions/_sign/xades.ts';
import { held } from './holder.ts';
import type { Judge } from './openssl.ts';

export const XML =
  '<?xml version="1.0" encoding="UTF-8"?>\n<hoSo xmlns="urn:x"><ten>Đơn &amp; tờ khai</ten></hoSo>\n';

export interface Signed {
  asked: DocumentRequest;
  xml: string;
  root: Buffer;
}

export interface How {
  state?: CertificateState;
  key?: KeyType;
  hash?: HashName;
  reason?: string;
  location?: string;
  proofs?: Proofs;
}

/** A document signed by An's certificate. */
export async function signedXml(document: string | Uint8Array, how: How = {}): Promise<Signed> {
  const { state = 'good', key = 'rsa2048', hash = 'sha256', proofs, ...rest } = how;
  const { certificate, own, chain, root } = await held(state, { key });
  const asked = {
    document: Buffer.from(document),
    certificate: own,
    chain: chain.filter((each) => !each.equals(root)),
    hash,
    signingTime: Date.now(),
    ...rest,
  };
  const prepared = await prepareXml(asked);
  const signature = await signDigest(privateKeyOf(certificate.pkcs8), hash, prepared.digest);
  return { asked, xml: Buffer.from(await prepared.finish(signature, proofs)).toString(), root };
}

/** xmlsec1 in a judge's folder; it has to be installed (Debian: xmlsec1). `ok`: what it says of the signature. */
export function xmlsec({ folder }: Judge, ...args: string[]): { ok: boolean; text: string } {
  const { error, stdout, stderr } = spawnSync('xmlsec1', args, { cwd: folder, encoding: 'utf8' });
  if (error) throw new Error('the tests need xmlsec1: apt-get install xmlsec1', { cause: error });
  const text = `${stdout}${stderr}`;
  // 1.2 says OK on stdout, 1.3 on stderr; nothing else of theirs is a line of its own like it.
  return { ok: /^OK$/m.test(text) && !/^FAIL$/m.test(text), text };
}

/** Which signature: the `at`th of the document, in its order. */
const nodeOf = (at: number): string => `(//*[local-name()='Signature'])[${at + 1}]`;

const ID = '--id-attr:Id';

/** What xmlsec1 says of one signature, with this root as the only one that is trusted. */
export function verify(judge: Judge, xml: string | Uint8Array, root: Uint8Array, at = 0) {
  judge.file('signed.xml', xml);
  judge.pem('root.pem', root);
  return xmlsec(
    judge,
    ...['--verify', '--enabled-reference-uris', 'empty,same-doc', '--trusted-pem', 'root.pem'],
    ...[ID, 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties', '--node-xpath', nodeOf(at), 'signed.xml'],
  );
}
