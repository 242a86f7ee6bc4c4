import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type AgentOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ClientSSLSecurityPFX, createClientAsync } from 'soap';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_SECRET_HASH } from '../../contracts/_oidc-account.ts';
import { type RunningServer, startServer } from '../../mocks/server.ts';
import { AN, messageOf, refusalOf, user } from '../contract/kit/simpki.ts';
import { hopcat, started, temporaryFolder } from './hopcat.ts';

const FILE_PASSWORD = 'mat-khau-tep';
const DEMO = 'http://ap.mobile-id.vn/demo-portal';
const OTHER = "http://ap.mobile-id.vn/o'ther,portal";
const SECRET = 'demo-portal-secret';

let folder: string;
let server: RunningServer;
let ca: string;

const account = (apId: string) => ({ apId, name: 'Cổng', secretHash: DEMO_SECRET_HASH });

/** A call of the kind that a program makes that brings its own TLS settings. */
async function call(url: string, body: string, tls: AgentOptions, headers: Record<string, string> = {}) {
  const agent = new Agent({ ca, ...tls });
  const response = await new Promise<Response>((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, async (answer) =>
      resolve(new Response(new Uint8Array(await buffer(answer)), { status: answer.statusCode ?? 0 })),
    );
    sent.on('error', reject).end(body);
  });
  agent.destroy();
  return response;
}

const json = (url: string, body: object, method = 'POST') =>
  server.sandbox.fetch(
    new Request(`${server.origin}/default${url}`, {
      method,
      headers: { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' },
      body: JSON.stringify(body),
    }),
  );

async function fileFor(apId: string): Promise<Buffer> {
  const wish = { AP_ID: apId, AP_PWD: SECRET, password: FILE_PASSWORD };
  const answer = await json('/simpki/app/client-certificate', wish);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const registration = (tls: AgentOptions, apId = DEMO) =>
  call(
    `${server.origin}/default/simpki/soap/services/MSS_RegistrationPort`,
    messageOf('MSS_Registration', { apId, content: user(AN) }),
    tls,
    { 'content-type': 'application/soap+xml' },
  );

const withFile = (pfx: Buffer): AgentOptions => ({ pfx, passphrase: FILE_PASSWORD });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hopcat-mtls-'));
  const options = { port: 0, data: ':memory:', https: true, clientCertificates: true };
  server = await startServer({ ...options, tlsFolder: join(folder, 'tls') });
  ca = readFileSync(server.ca as string, 'utf8');
  const simpki = { clientCertificates: 'required', accounts: [account(DEMO), account(OTHER)] };
  const changed = await json('/control/settings', { signing: { autopilot: 'approve' }, simpki }, 'PATCH');
  expect(changed.status).toBe(200);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('the library soap signs with the client certificate, and is refused without it', async () => {
  const ports = `${server.origin}/default/simpki/soap/services`;
  const client = await createClientAsync(`${ports}/MSS_RegistrationPort?wsdl`, {
    forceSoap12Headers: true,
    wsdl_options: { httpsAgent: new Agent({ ca }) },
  });
  const head = {
    attributes: { MajorVersion: '1', MinorVersion: '1' },
    AP_Info: {
      attributes: { AP_ID: DEMO, AP_PWD: SECRET, AP_TransID: 'A000000001', Instant: '2024-11-01T08:00:00Z' },
    },
    MSSP_Info: { MSSP_ID: { URI: 'http://hmssp.mobile-id.vn' } },
  };
  const message = { MSS_RegistrationReq: { ...head, MobileUser: { MSISDN: AN } } };
  const ask = () =>
    new Promise((resolve, reject) => {
      const { MSS_Registration } = client.MSS_SignatureService.MSS_RegistrationPort;
      MSS_Registration(message, (error: Error | null, result: unknown) =>
        error ? reject(error) : resolve(result),
      );
    });
  client.setSecurity(new ClientSSLSecurityPFX(await fileFor(DEMO), FILE_PASSWORD, { ca }));
  expect(await ask()).toMatchObject({
    MSS_RegistrationResp: { Status: { StatusCode: { attributes: { Value: '408' } } } },
  });
  client.setSecurity({
    addOptions: (options: object) => Object.assign(options, { httpsAgent: new Agent({ ca }) }),
    toXML: () => '',
  } as never);
  await expect(ask()).rejects.toMatchObject({
    root: { Envelope: { Body: { Fault: { Code: { Subcode: { Value: 'mss:_104' } } } } } },
  });
});

test('a name that Node writes in quotes is the right one as well, and another AP is not', async () => {
  const other = withFile(await fileFor(OTHER));
  expect((await registration(other, OTHER)).status).toBe(200);
  const refused = await registration(other, DEMO);
  expect(await refused.clone().text()).toContain('the client certificate is that of another AP');
  expect(await refusalOf(refused)).toEqual({ code: '104', name: 'UNAUTHORIZED_ACCESS', by: 'Sender' });
});

test('a certificate for signing documents opens nothing, nor does one of any other authority', async () => {
  const export_ = await json('/pki/api/people/hoa/pkcs12', {
    provider: 'simpki',
    password: FILE_PASSWORD,
  });
  expect(export_.status).toBe(200);
  const signer = withFile(Buffer.from(await export_.arrayBuffer()));
  expect(await (await registration(signer)).text()).toContain('the client certificate ');
  const own = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      ...own,
      '-subj',
      '/CN=x',
      '-addext',
      `subjectAltName=URI:${DEMO}`,
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const stranger = await registration({ key: read('k.pem'), cert: read('c.pem') });
  expect(await stranger.text()).toContain('was not issued by the authority of application providers');
});

test('a connection that goes on with an earlier session has its certificate still', async () => {
  const agent = new Agent({ ca, ...withFile(await fileFor(DEMO)), keepAlive: false, maxCachedSessions: 10 });
  const reused: boolean[] = [];
  for (let time = 0; time < 2; time++) {
    const status = await new Promise((resolve, reject) => {
      const url = `${server.origin}/default/simpki/soap/services/MSS_RegistrationPort`;
      const headers = { 'content-type': 'application/soap+xml', connection: 'close' };
      const sent = request(url, { method: 'POST', agent, headers }, async (answer) => {
        reused.push((answer.socket as import('node:tls').TLSSocket).isSessionReused());
        await buffer(answer);
        resolve(answer.statusCode);
      });
      sent.on('error', reject).end(messageOf('MSS_Registration', { content: user(AN) }));
    });
    expect(status).toBe(200);
  }
  expect(reused).toEqual([false, true]);
});

test('by the token clock it runs out after a year', async () => {
  const file = withFile(await fileFor(DEMO));
  await json('/control/settings', { clockOffsetSeconds: 366 * 86_400 }, 'PATCH');
  expect(await (await registration(file)).text()).toContain('the client certificate is expired');
  await json('/control/settings', { clockOffsetSeconds: 0 }, 'PATCH');
});

test('openssl finds a chain up to the root, and a certificate for clients of TLS', async () => {
  writeFileSync(join(folder, 'client.p12'), await fileFor(DEMO));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  const pass = ['-passin', `pass:${FILE_PASSWORD}`];
  openssl('pkcs12', '-in', 'client.p12', ...pass, '-nokeys', '-clcerts', '-out', 'leaf.pem');
  openssl('pkcs12', '-in', 'client.p12', ...pass, '-nokeys', '-cacerts', '-out', 'above.pem');
  const judged = openssl(
    ...['verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', 'above.pem', 'leaf.pem'],
  );
  expect(judged).toContain('leaf.pem: OK');
});

test('hopcat start asks callers for certificates with --mtls, which needs --https; curl gives one', async () => {
  const own = temporaryFolder();
  const alone = hopcat(['start', '--port', '0', '--memory', '--mtls'], own);
  expect(await alone.ended).toBe(2);
  expect(alone.errors()).toContain('--mtls');
  const { origin } = await started(['--port', '0', '--memory', '--https', '--mtls'], own);
  const curl = (...args: string[]) =>
    execFileSync('curl', ['-s', '--cacert', '.hopcat/tls/ca.pem', ...args], { cwd: own, encoding: 'utf8' });
  const wish = JSON.stringify({ AP_ID: DEMO, AP_PWD: SECRET, password: FILE_PASSWORD });
  const typed = ['-H', 'content-type: application/json', '-d'];
  curl('-o', 'client.p12', ...typed, wish, `${origin}/default/simpki/app/client-certificate`);
  const settings = JSON.stringify({ simpki: { clientCertificates: 'required' } });
  const merge = ['-X', 'PATCH', '-H', 'content-type: application/merge-patch+json', '-d'];
  curl(...merge, settings, `${origin}/default/control/settings`);
  const message = messageOf('MSS_Registration', { content: user(AN) });
  const soap = ['-H', 'content-type: application/soap+xml', '-d', message];
  const port = `${origin}/default/simpki/soap/services/MSS_RegistrationPort`;
  const certificate = ['--cert-type', 'P12', '--cert', `client.p12:${FILE_PASSWORD}`];
  expect(curl(...certificate, ...soap, port)).toContain('Value="408"');
  expect(curl(...soap, port)).toContain('there is no client certificate');
});
