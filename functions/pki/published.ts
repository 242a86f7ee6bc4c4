import { type Authority, type AuthorityName, authorities } from '../../contracts/_sign/authorities.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { authorityOf, publishedAt } from '../_sign/authority.ts';
import type { CrlFlaw } from '../_sign/crl.ts';
import type { OcspFlaw } from '../_sign/ocsp.ts';
import type { TimeAuthority, TimeStampFlaw } from '../_sign/timestamp.ts';
import { authorityInPath } from './load.ts';
import { sha256 } from './view.ts';

const bytes = (type: string, body: Uint8Array): Answer => ({ status: 200, type, body });

export interface ListedAuthority {
  name: AuthorityName;
  title: Authority['title'];
  subject: string;
  role: Authority['role'];
  key: Authority['key'];
  parent: AuthorityName | null;
  serial: string;
  sha256: string;
  urls: { certificate: string; pem: string; crl: string; ocsp: string };
}

/** Every authority of the workspace, and where it publishes what. */
export async function listedAuthorities(x: Exchange): Promise<ListedAuthority[]> {
  const { X509Certificate } = await import('node:crypto');
  const base = publishedAt(x);
  return Promise.all(
    (Object.keys(authorities) as AuthorityName[]).map(async (name) => {
      const { title, subject, role, key, parent, certificate } = await authorityOf(x, name);
      const urls = {
        certificate: `${base}/ca/${name}.cer`,
        pem: `${base}/ca/${name}.pem`,
        crl: `${base}/crl/${name}.crl`,
        ocsp: `${base}/ocsp/${name}`,
      };
      const { serialNumber: serial } = new X509Certificate(certificate);
      const above = (parent ?? null) as AuthorityName | null;
      return { name, title, subject, role, key, parent: above, serial, sha256: sha256(certificate), urls };
    }),
  );
}

const authorityList = async (x: Exchange): Promise<Answer> =>
  json({ authorities: await listedAuthorities(x) });

const authorityCertificate = async (x: Exchange): Promise<Answer> =>
  bytes('application/pkix-cert', (await authorityOf(x, authorityInPath(x))).certificate);

async function authorityPem(x: Exchange): Promise<Answer> {
  const { X509Certificate } = await import('node:crypto');
  const { certificate } = await authorityOf(x, authorityInPath(x));
  return bytes('application/x-pem-file', Buffer.from(new X509Certificate(certificate).toString()));
}

async function crl(x: Exchange): Promise<Answer> {
  const { crlOf } = await import('../_sign/crl.ts');
  return bytes('application/pkix-crl', await crlOf(x, authorityInPath(x), x.failure as CrlFlaw | undefined));
}

/** Failures have names in lower case; two of OCSP's own have capitals. */
const flaws: Readonly<Record<string, OcspFlaw>> = {
  'try-later': 'tryLater',
  'internal-error': 'internalError',
};

async function status(x: Exchange, request: Uint8Array): Promise<Answer> {
  const name = authorityInPath(x);
  const { ocspAnswer } = await import('../_sign/ocsp.ts');
  const flaw = x.failure && (flaws[x.failure] ?? (x.failure as OcspFlaw));
  return bytes('application/ocsp-response', await ocspAnswer(x, name, request, flaw || undefined));
}

const ocsp = (x: Exchange<Uint8Array>): Promise<Answer> => status(x, x.input);

/** A `+` that nobody encoded reads as one all the same. */
const ocspByUrl = (x: Exchange): Promise<Answer> =>
  status(x, Buffer.from((x.params.request ?? '').replaceAll(' ', '+'), 'base64'));

const stampedBy =
  (by: TimeAuthority) =>
  async (x: Exchange<Uint8Array>): Promise<Answer> => {
    const { timeStampAnswer } = await import('../_sign/timestamp.ts');
    const answer = await timeStampAnswer(x, by, x.input, x.failure as TimeStampFlaw | undefined);
    return bytes('application/timestamp-reply', answer);
  };

/** What authorities publish for everybody. */
export const published = {
  authorities: authorityList,
  authorityCertificate,
  authorityPem,
  crl,
  ocsp,
  ocspByUrl,
  timeStamp: stampedBy('time'),
  strangerTimeStamp: stampedBy('stranger-time'),
};
