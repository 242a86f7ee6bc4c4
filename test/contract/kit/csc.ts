import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { codeOn } from './phone.ts';
import { digestOf } from './signing.ts';
import { basic, jsonBody } from './wire.ts';

export const PASSWORD = 'Aa@123456';
export const RSA_SHA256 = '1.2.840.113549.1.1.11';
export const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
export const SHA256 = '2.16.840.1.101.3.4.2.1';
export const SHA384 = '2.16.840.1.101.3.4.2.2';
export const SHA512 = '2.16.840.1.101.3.4.2.3';

export const NUMBERS = { an: '099090000001', quynh: '099185000066', khanh: '099080000015' } as const;

export interface Answered<Body = Record<string, unknown>> {
  status: number;
  body: Body;
}

export interface Described {
  key: { status: string; algo: string[]; len: number; curve?: string };
  cert: {
    status?: string;
    certificates: string[];
    subjectDN: string;
    issuerDN: string;
    serialNumber: string;
  };
}

export const urlOf = (ws: TestWorkspace, path: string): string => `${ws.origin}/${ws.id}/csc${path}`;

async function answered(answer: Response): Promise<Answered<never>> {
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as never };
}

/** Posts JSON below the system. */
export const post = async <Body = Record<string, unknown>>(
  ws: TestWorkspace,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered<Body>> => {
  const init = jsonBody(body);
  const all = { ...(init.headers as Record<string, string>), ...headers };
  return answered(await ws.fetch(urlOf(ws, path), { ...init, headers: all }));
};

/** Posts a form to the token endpoint, as the demo application unless told. */
export async function oauth<Body = Record<string, string>>(
  ws: TestWorkspace,
  form: Record<string, string>,
  path = '/oauth2/token',
  client = { id: 'demo-portal', secret: 'demo-portal-secret' },
): Promise<Answered<Body>> {
  const init = { method: 'POST', headers: basic(client), body: new URLSearchParams(form) };
  return answered(await ws.fetch(urlOf(ws, path), init));
}

/** User name and password, as they are: not form-encoded. */
export const userPassword = (user: string, password = PASSWORD): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

export const login = (ws: TestWorkspace, user: string, body: object = {}, version = 'v1') =>
  post<Record<string, string>>(ws, `/${version}/auth/login`, body, userPassword(user));

/** A signature application with somebody's token. */
export class Application {
  readonly ws: TestWorkspace;
  readonly token: string;
  readonly version: string;

  constructor(ws: TestWorkspace, token: string, version = 'v1') {
    this.ws = ws;
    this.token = token;
    this.version = version;
  }

  /** `path`: such as `credentials/list`. */
  post<Body = Record<string, unknown>>(path: string, body: object = {}): Promise<Answered<Body>> {
    const authorization = `Bearer ${this.token}`;
    return post<Body>(this.ws, `/${this.version}/${path}`, body, { authorization });
  }

  async credentials(more: object = {}): Promise<string[]> {
    const { status, body } = await this.post<{ credentialIDs: string[] }>('credentials/list', more);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body.credentialIDs;
  }

  /** The person's own. */
  async own(): Promise<string> {
    return (await this.credentials())[0]!;
  }

  /** Of the organisation that the person represents. */
  async seal(): Promise<string> {
    return (await this.credentials())[1]!;
  }

  async describe(credentialID: string): Promise<Described> {
    const asked = { credentialID, certificates: 'chain', certInfo: true };
    return (await this.post<Described>('credentials/info', asked)).body;
  }

  /** A code by SMS, read on the phone. */
  async code(credentialID: string, person: string): Promise<string> {
    const sent = await this.post('credentials/sendOTP', { credentialID });
    expect(sent).toEqual({ status: 204, body: {} });
    return codeOn(this.ws, person);
  }

  /** Leave by PIN alone for these texts, hashed. */
  async leave(credentialID: string, texts: readonly string[], more: object = {}): Promise<string> {
    const hash = texts.map((text) => digestOf(text));
    const asked = { credentialID, numSignatures: hash.length, hash, PIN: '123456', ...more };
    const { status, body } = await this.post<{ SAD: string }>('credentials/authorize', asked);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body.SAD;
  }

  sign(credentialID: string, SAD: string, texts: readonly string[], more: object = {}) {
    const hash = texts.map((text) => digestOf(text));
    const asked = { credentialID, SAD, hash, signAlgo: ECDSA_SHA256, ...more };
    return this.post<{ signatures: string[] }>('signatures/signHash', asked);
  }
}

/** Somebody's application, signed in by user name and password. */
export async function applicationOf(
  ws: TestWorkspace,
  person: keyof typeof NUMBERS,
  version = 'v1',
): Promise<Application> {
  const { status, body } = await login(ws, NUMBERS[person], {}, version);
  expect({ status, body }).toMatchObject({ status: 200 });
  return new Application(ws, body.access_token!, version);
}

/** A refusal by the standard's names. */
export const refusal = (error: string, error_description?: string | RegExp, status = 400) => ({
  status,
  body: {
    error,
    error_description:
      error_description === undefined ? expect.any(String) : expect.stringMatching(error_description),
  },
});
