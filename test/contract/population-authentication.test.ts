import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { account, ask, baseOf, bodyOf, client, faultOf, headersFor } from './kit/population.ts';

let ws: TestWorkspace;
let url: string;

beforeAll(async () => {
  ws = await openWorkspace();
  url = `${baseOf(ws)}/XacThucThongTinCongDan`;
});

const call = (headers: Record<string, string | undefined>, at = ws) =>
  ask(at, 'XacThucThongTinCongDan', {}, headers);

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

test.each([
  ['seconds', () => String(Math.floor(Date.now() / 1000))],
  ['milliseconds', () => String(Date.now())],
])('Timestamp may be in %s', async (_, now) => {
  await bodyOf(await call(headersFor(url, now())));
});

describe('each mistake has a fault of its own', () => {
  test.each(['Timestamp', 'Authorization', 'X-Road-Client', 'ApiKey'])('no %s', async (name) => {
    const answer = await call({ [name.toLowerCase()]: undefined });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await faultOf(answer)).toMatchObject({ ...client('header_missing', 401), fields: [name] });
  });

  test('no header at all names all four', async () => {
    const none = {
      timestamp: undefined,
      authorization: undefined,
      'x-road-client': undefined,
      apikey: undefined,
    };
    const { fields } = await faultOf(await call(none));
    expect(fields).toEqual(['Timestamp', 'Authorization', 'X-Road-Client', 'ApiKey']);
  });

  const other = (change: Partial<typeof account>) => headersFor(url, undefined, { ...account, ...change });

  test.each([
    ['a Timestamp with words', () => headersFor(url, '2026-11-22T00:00:00Z'), 'timestamp_malformed'],
    ['six minutes ago', () => headersFor(url, String(Date.now() - 360_000)), 'timestamp_skewed'],
    [
      'in six minutes',
      () => headersFor(url, String(Math.floor(Date.now() / 1000) + 360)),
      'timestamp_skewed',
    ],
    ['a Bearer token', () => ({ authorization: 'Bearer abc' }), 'authorization_malformed'],
    ['no digest', () => ({ authorization: basic('demo-portal:secret') }), 'authorization_malformed'],
    [
      'a digest in capitals',
      () => ({ authorization: basic(`demo-portal:${'A'.repeat(64)}`) }),
      'authorization_malformed',
    ],
    ['somebody unknown', () => other({ username: 'somebody' }), 'unknown_account'],
    ['another secret', () => other({ secretKey: 'guess' }), 'wrong_digest'],
    ['the digest of another address', () => headersFor(`${url}?wsdl`), 'wrong_digest'],
    [
      'another Timestamp than the one hashed',
      () => ({ timestamp: String(Date.now() - 1000) }),
      'wrong_digest',
    ],
    ['another ApiKey', () => other({ apiKey: 'guess' }), 'wrong_api_key'],
    ['another X-Road-Client', () => other({ subsystem: 'VN/GOV/OTHER' }), 'wrong_subsystem'],
  ] as [string, () => Record<string, string>, string][])('%s', async (_, headers, code) => {
    expect(await faultOf(await call(headers()))).toMatchObject(client(code, 401));
  });
});

test('the five minutes are of the token clock', async () => {
  const own = await openWorkspace({ clockOffsetSeconds: 7200 });
  const there = `${baseOf(own)}/XacThucThongTinCongDan`;
  expect((await faultOf(await call(headersFor(there), own))).code).toBe('timestamp_skewed');
  await bodyOf(await call(headersFor(there, String(Date.now() + 7_200_000 - 290_000)), own));
});

test('a workspace names its own accounts, and addresses that a proxy shows', async () => {
  const own = await openWorkspace();
  const mine = { username: 'h99', secretKey: 's:e:c', apiKey: 'k', subsystem: 'VN/GOV/H99' };
  const proxy = 'http://ndxp.example.gov.vn/XRoadService/XacThuc';
  await own.configure({ population: { accounts: [mine], authenticationUrls: [proxy] } });
  await bodyOf(await call(headersFor(`${baseOf(own)}/XacThucThongTinCongDan`, undefined, mine), own));
  await bodyOf(await call(headersFor(proxy, undefined, mine), own));
  expect((await faultOf(await call({}, own))).code).toBe('unknown_account');
});

test('a workspace may switch authentication off', async () => {
  const own = await openWorkspace();
  await own.configure({ population: { authentication: 'off' } });
  const none = {
    timestamp: undefined,
    authorization: undefined,
    'x-road-client': undefined,
    apikey: undefined,
  };
  await bodyOf(await call(none, own));
});

test('the journal holds neither the digest nor the key of a call', async () => {
  const own = await openWorkspace();
  const headers = headersFor(`${baseOf(own)}/XacThucThongTinCongDan`);
  await bodyOf(await call(headers, own));
  const text = await (await own.control('/journal')).text();
  expect(text).toContain('"person":"an"');
  expect(text).not.toContain(headers.authorization);
  expect(text).not.toContain(account.apiKey);
});
