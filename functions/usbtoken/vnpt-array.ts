import { createHash } from 'node:crypto';
import type { VnptMessage } from '../../contracts/_usbtoken/data.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Certificate } from '../_sign/certificate.ts';
import { signedDocument } from './documents.ts';
import { Unable } from './job.ts';
import { cmsIn, fromBase64 } from './sign.ts';
import { refusal, result, type Spoken } from './vnpt-says.ts';

/** One of several data to sign: `{data, type, sigOptions}` as a JSON text, or the data alone. */
interface Item {
  content: Buffer | undefined;
  type: string;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

function itemOf(given: unknown): Item {
  const value = typeof given === 'string' ? parsed(given) : given;
  if (value === null || typeof value !== 'object') return { content: fromBase64(given), type: 'cms' };
  const { data, type = 'cms' } = value as Record<string, unknown>;
  if (typeof type !== 'string') return { content: undefined, type: '' };
  return { content: fromBase64(data), type: type.toLowerCase() };
}

const emulated = new Set(['cms', 'cmsdetached', 'xml', 'pdf']);

async function signatureOf(
  x: Exchange,
  certificate: Certificate,
  content: Buffer,
  type: string,
): Promise<string> {
  if (type === 'xml' || type === 'pdf') {
    const signed = await signedDocument(x, certificate, { document: content, kind: type });
    return signed.toString('base64');
  }
  return cmsIn(x, certificate, content, { attached: type === 'cms' });
}

async function resultOf(x: Exchange, certificate: Certificate, { content, type }: Item): Promise<string> {
  if (!content) return refusal('bad-message');
  if (!emulated.has(type)) return refusal('not-emulated');
  try {
    const signature = await signatureOf(x, certificate, content, type);
    return JSON.stringify({ ...JSON.parse(result(0, signature)), serial: certificate.serial });
  } catch (error) {
    if (error instanceof Unable) return refusal(error.trouble, error.message);
    throw error;
  }
}

/** Signs several data with one PIN; the answer is a JSON array of JSON texts. */
export function signArray(x: Exchange<VnptMessage>, given: unknown, wanted: { serial?: string }): Spoken {
  const list = typeof given === 'string' ? parsed(given) : given;
  if (!Array.isArray(list) || list.length === 0 || list.length > 100) return refusal('bad-message');
  const items = list.map(itemOf);
  const documents = items.flatMap(({ content, type }, at) =>
    content && emulated.has(type)
      ? [
          {
            name: `${type} ${at + 1}`,
            hash: 'sha256',
            digest: createHash('sha256').update(content).digest('hex'),
          },
        ]
      : [],
  );
  if (documents.length === 0)
    return JSON.stringify(items.map(({ content }) => refusal(content ? 'not-emulated' : 'bad-message')));
  return {
    pin: true,
    documents,
    ...wanted,
    say: async (certificate) =>
      JSON.stringify(await Promise.all(items.map((item) => resultOf(x, certificate, item)))),
  };
}
