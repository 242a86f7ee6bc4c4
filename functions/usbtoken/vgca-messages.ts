import { createHash } from 'node:crypto';
import type { HashName } from '../_sign/keys.ts';
import { signedDocument } from './documents.ts';
import type { Job } from './job.ts';
import { cmsIn, fromBase64, jwsOf } from './sign.ts';
import { done, flagIn, hashIn, type PluginFunction, refuse, type Sent } from './vgca-says.ts';

function jobOf(name: string, content: Buffer, hash: HashName, finish: Job['finish']): Job {
  const digest = createHash(hash).update(content).digest('hex');
  return { plugin: 'vgca', function: name, pin: true, documents: [{ name, hash, digest }], finish, refuse };
}

/** `Base64Content`, or the message itself. */
const contentIn = ({ text, fields: { Base64Content } }: Sent): Buffer | undefined =>
  Base64Content === undefined ? Buffer.from(text) : fromBase64(Base64Content);

/** CMS. */
export const signMsg: PluginFunction = (x, sent, name) => {
  const content = contentIn(sent);
  const hash = hashIn(sent.fields);
  const detached = flagIn(sent.fields.ReturnSignatureOnly);
  if (!content?.length || !hash || detached === undefined) return refuse('bad-message');
  const options = { hash, attached: !detached };
  return jobOf(name, content, hash, async (certificate) =>
    done({ Signature: await cmsIn(x, certificate, content, options), CertBase64: certificate.der }),
  );
};

/** JWS over `JsonContent`, or over the message itself. */
export const signJson: PluginFunction = (x, { text, fields }, name) => {
  const payload = fields.JsonContent ?? text;
  const hash = hashIn(fields);
  const pss = flagIn(fields.IsPss);
  const detached = flagIn(fields.DetachPayload);
  if (typeof payload !== 'string' || payload === '' || !hash) return refuse('bad-message');
  if (pss === undefined || detached === undefined) return refuse('bad-message');
  const how = { hash, pss, detached };
  return jobOf(name, Buffer.from(payload), hash, async (certificate) =>
    done({ Signature: await jwsOf(x, certificate, payload, how), CertBase64: certificate.der }),
  );
};

/** XAdES; where only the signature is wanted, its element alone. */
export const signXml: PluginFunction = (x, sent, name) => {
  const document = contentIn(sent);
  const hash = hashIn(sent.fields);
  const alone = flagIn(sent.fields.ReturnSignatureOnly);
  if (!document?.length || !hash || alone === undefined) return refuse('bad-message');
  return jobOf(name, document, hash, async (certificate) => {
    const signed = await signedDocument(x, certificate, { document, kind: 'xml', hash });
    const told = alone
      ? await (await import('../_sign/xml/last-signature.ts')).lastSignature(signed)
      : signed;
    return done({ Signature: told.toString('base64'), CertBase64: certificate.der });
  });
};

export const certInfo: PluginFunction = () => ({
  plugin: 'vgca',
  function: 'GetCertInfo',
  pin: false,
  documents: [],
  finish: ({ der }) => done({ CertBase64: der }),
  refuse,
});
