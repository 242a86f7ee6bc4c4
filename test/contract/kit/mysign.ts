import { expect } from 'vitest';
import type { SettingsInput } from '../../../contracts/_settings.ts';
import type { TestWorkspace } from '../../targets/target.ts';
import { digestOf } from './signing.ts';
import { jsonBody } from './wire.ts';

export const client = { client_id: 'demo-portal', client_secret: 'demo-portal-secret' };

export const SHA256 = '2.16.840.1.101.3.4.2.1';
export const RSA = '1.2.840.113549.1.1.1';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

export interface Answered {
  status: number;
  body: Readonly<Record<string, unknown>>;
}

export const post = async (
  ws: TestWorkspace,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> => {
  const init = jsonBody(body);
  const url = `${ws.origin}/${ws.id}/mysign${path}`;
  const answer = await ws.fetch(url, { ...init, headers: { ...init.headers, ...headers } });
  return { status: answer.status, body: (await answer.json()) as Answered['body'] };
};

export const login = (ws: TestWorkspace, changes: object = {}, headers = {}): Promise<Answered> => {
  const profile_id = 'adss:ras:profile:001';
  const whole = { ...client, profile_id, user_id: 'CMT_099090000001', ...changes };
  return post(ws, '/vtss/service/ras/v1/login', whole, headers);
};

interface Credential {
  credential_id: string;
  key: { status: string; algo: string[]; len: number; curve?: string };
  cert: { status: string; certificates: string[]; subjectDN: string; issuerDN: string; validTo: string };
}

/** A service provider that has logged in for somebody. */
export interface Caller {
  headers: Record<string, string>;
  info(changes?: object): Promise<Answered>;
  credential(): Promise<Credential>;
  sign(texts: readonly string[], changes?: object, headers?: Record<string, string>): Promise<Answered>;
  status(transactionId: unknown, headers?: Record<string, string>): Promise<Answered>;
}

const documentOf = (text: string, at: number) => ({
  document_id: `doc-${at}`,
  document_name: base64(`${text}.pdf`),
});

export async function mysign(ws: TestWorkspace, changes: object = {}): Promise<Caller> {
  const { status, body } = await login(ws, changes);
  expect({ status, body }).toMatchObject({ status: 200 });
  const headers = { authorization: `Bearer ${body.access_token}` };
  const who = { ...client, ...('client_id' in changes ? changes : {}) };
  const info = (more: object = {}) => {
    const asked = { ...client, certificates: 'chain', certInfo: true, authInfo: true, ...more };
    return post(ws, '/vtss/service/certificates/info', asked, headers);
  };
  const credential = async () => {
    const [first] = (await info()).body as unknown as Credential[];
    if (!first) throw new Error('there is no credential');
    return first;
  };
  return {
    headers,
    info,
    credential,
    async sign(texts, more = {}, added = {}) {
      const { client_id = client.client_id, client_secret = client.client_secret } = who;
      const asked = {
        client_id,
        client_secret,
        credentialID: (await credential()).credential_id,
        numSignatures: texts.length,
        description: base64('Ký hồ sơ'),
        documents: texts.map(documentOf),
        hash: texts.map((text) => digestOf(text)),
        hashAlgo: SHA256,
        signAlgo: RSA,
        async: 2,
        ...more,
      };
      return post(ws, '/vtss/service/signHash', asked, { ...headers, ...added });
    },
    status: (transactionId, added = {}) =>
      post(ws, '/vtss/service/requests/status', { transactionId }, { ...headers, ...added }),
  };
}

/** Settings in which the demo account has a webhook at a listener. */
export const withWebhook = (url: string): SettingsInput => ({
  mysign: {
    accounts: [
      {
        clientId: 'demo-portal',
        secretHash: 'FxgbItdGReiStGE6lZBxSMM6Vp1WNZZ1fZN77FGQbm0',
        webhook: {
          authUrl: `${url}/auth`,
          username: 'mysign',
          password: 'bí mật',
          resultUrl: `${url}/result`,
        },
      },
    ],
  },
});
