import type { Context } from 'aws-lambda';
import { afterEach, expect, test, vi } from 'vitest';
import { defineContract } from '../../contracts/_contract.ts';
import { castDirectory } from '../../people/cast.ts';
import { sampleEvent } from '../../test/rehearsal/sample-event.ts';
import { clientCertificateOf } from './client-certificate.ts';
import { defineService } from './implement.ts';
import { type LambdaGiven, lambdaHandler } from './lambda.ts';
import { readEnvironment } from './lambda-environment.ts';
import { lambdaLog } from './lambda-log.ts';
import { sqliteStore } from './sqlite.ts';

const operation = { errors: 'problem', fidelity: 'ours', title: { vi: 'Thử', en: 'Test' } } as const;

const contract = defineContract({
  name: 'echo',
  title: { vi: 'Vọng', en: 'Echo' },
  root: true,
  faults: {},
  operations: {
    where: { ...operation, method: 'GET', path: '/where', answers: { 200: 'text' } },
    who: { ...operation, method: 'GET', path: '/who', answers: { 200: 'text' } },
    huge: { ...operation, method: 'GET', path: '/huge', answers: { 200: 'text' } },
  },
});

const service = defineService(contract, {
  where: (x) => ({ status: 200, body: `${x.deps.origin} ${x.base} ${x.request.url}`, type: 'text/plain' }),
  who: (x) => ({ status: 200, body: String(clientCertificateOf(x.request)), type: 'text/plain' }),
  huge: () => ({ status: 200, body: 'x'.repeat(7_000_000), type: 'text/plain' }),
});

function given(origin?: string): LambdaGiven & { lines: unknown[] } {
  const lines: unknown[] = [];
  const line = (message: string, about: unknown) => lines.push([message, about]);
  return {
    deps: {
      store: sqliteStore(':memory:'),
      people: castDirectory,
      country: () => import('../../people/country/index.ts'),
      now: Date.now,
      random: (bytes) => new Uint8Array(bytes),
      fetch,
      local: false,
      log: { error: line, warn: line },
    },
    origin,
    lines,
  };
}

const context = { awsRequestId: 'r-1' } as Context;

const call = (handler: ReturnType<typeof lambdaHandler>, path: string, method = 'GET') =>
  handler(sampleEvent({ rawPath: path, method, headers: { host: 'evil.example' } }), context);

afterEach(() => {
  vi.restoreAllMocks();
});

test('the origin is the one that the template gives', async () => {
  const { body } = await call(lambdaHandler(service, given('https://hopcat.example')), '/where');
  expect(body).toBe('https://hopcat.example https://hopcat.example https://hopcat.example/where');
});

test("without one it is the API's own domain name, and never the Host header", async () => {
  const { body } = await call(lambdaHandler(service, given()), '/where');
  expect(body).toMatch(/^https:\/\/abc\.execute-api\.example /);
  expect(body).not.toContain('evil');
});

test('a HEAD has the headers of the GET and no body', async () => {
  const { statusCode, headers, body } = await call(
    lambdaHandler(service, given('https://a')),
    '/where',
    'HEAD',
  );
  expect({ statusCode, type: headers?.['content-type'], body }).toEqual({
    statusCode: 200,
    type: 'text/plain',
    body: '',
  });
});

test('an answer that Lambda could not hand over is a 500 in our own words, and one line in the log', async () => {
  const house = given('https://a');
  const { statusCode, headers, body } = await call(lambdaHandler(service, house), '/huge');
  expect(statusCode).toBe(500);
  expect(headers?.['content-type']).toBe('application/problem+json');
  expect(JSON.parse(body ?? '')).toMatchObject({ code: 'broken', en: { title: 'HopCat itself failed' } });
  expect(house.lines).toHaveLength(1);
});

test('a method that a Request cannot have is no crash', async () => {
  const house = given('https://a');
  expect(await call(lambdaHandler(service, house), '/where', 'TRACE')).toMatchObject({ statusCode: 500 });
  expect(house.lines).toHaveLength(1);
});

test('a function without a table says which variable is missing', () => {
  expect(() => readEnvironment({})).toThrow('TABLE_NAME');
  expect(readEnvironment({ TABLE_NAME: 't', ORIGIN: '' })).toEqual({ table: 't', origin: undefined });
});

test('a line of the log is one JSON object: with its request, without secrets and foreign numbers', () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const log = lambdaLog('vneid', () => 'r-7');
  log.error('bad 001099 123456', {
    client_secret: 'do-not-show',
    number: '001099123456',
    ours: '099090000001',
  });
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^\{[^\n]*\}\n$/);
  const { time, ...line } = JSON.parse(written[0] ?? '');
  expect(new Date(time).toISOString()).toBe(time);
  expect(line).toEqual({
    level: 'ERROR',
    system: 'vneid',
    requestId: 'r-7',
    message: 'bad ************',
    about: { client_secret: '***', number: '************', ours: '099090000001' },
  });
});

test('a client certificate that a domain name with mutual TLS has checked reaches the system', async () => {
  const handler = lambdaHandler(service, given('https://hopcat.example'));
  const event = sampleEvent({ rawPath: '/who', method: 'GET', headers: {} });
  expect((await handler(event, context)).body).toBe('undefined');
  const clientCert = { clientCertPem: 'PEM', subjectDN: '', issuerDN: '', serialNumber: '' };
  const validity = { notBefore: '', notAfter: '' };
  const authentication = { clientCert: { ...clientCert, validity } };
  const requestContext = { ...event.requestContext, authentication };
  expect((await handler({ ...event, requestContext }, context)).body).toBe('PEM');
});
