import { generateKeyPairSync, sign as signWith } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import { accountsIn, changePerson } from './kit/dvcqg-accounts.ts';
import { authorizeAt, demoAt, type ExchangePortal, linkOn, openWide, told } from './kit/exchange.ts';
import { begunByToken, fault } from './kit/registration.ts';
import { certificatesAre } from './kit/signatures.ts';
import { askToken, byToken, type PluginSaid, signedByToken, toSignOn } from './kit/token-sign-in.ts';

let ws: TestWorkspace;
let portal: ExchangePortal;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-14', signing: { autopilot: 'approve' } });
  portal = demoAt(ws);
  browser = openWide(ws);
});

const NGOC = { kind: 'agency', holder: 'ngoc' };
const KHANH = { kind: 'enterprise', holder: 'khanh' };
const ask = () => browser.open(authorizeAt(portal));
const asking = async (signer = NGOC) => askToken(browser, await ask(), signer);
const signed = async (place: Place, person = 'ngoc') =>
  (await signedByToken(ws, person, toSignOn(place))) as PluginSaid;
const send = (place: Place, said: Partial<PluginSaid> & { dataBeforeSign?: string }) =>
  browser.submit(place, '/commonauth', { ...said });

/** What the page says of a refusal: its status, and the code as WSO2's authenticator has it. */
const refusal = ({ status, html }: Place) => [status, /USB_[A-Z_]+_CODE|account_stopped/.exec(html)?.[0]];

/** A JWS by a key of one's own, with such certificates in its header. */
function jwsBy(text: string, x5c?: readonly string[]): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const part = (value: string) => Buffer.from(value).toString('base64url');
  const input = `${part(JSON.stringify({ alg: 'ES256', ...(x5c && { x5c }) }))}.${part(text)}`;
  const signature = signWith('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

describe('a token signs in', () => {
  test('an officer, by a JSON that holds the sessionDataKey of this sign-in', async () => {
    const place = await asking();
    const { plugin, text } = toSignOn(place);
    const key = new URL(place.url).searchParams.get('sessionDataKey');
    expect([plugin, JSON.parse(text)]).toEqual(['vgca', { purpose: 'sign-in', sessionDataKey: key }]);
    expect(told(portal, await send(place, await signed(place)))).toHaveProperty('code');
  });

  test('by whatever JSON a program signs, as long as it holds the sessionDataKey', async () => {
    const place = await asking();
    const { sessionDataKey } = JSON.parse(toSignOn(place).text);
    const text = JSON.stringify({ time: 1, sessionDataKey });
    const message = { JsonContent: text, IsPss: 'true', DetachPayload: 'false' };
    const said = (await signedByToken(ws, 'ngoc', { plugin: 'vgca', message })) as PluginSaid;
    expect(told(portal, await send(place, { ...said, dataBeforeSign: text }))).toHaveProperty('code');
  });

  test('a page that answers for nobody’s token is there too, for a plug-in on the computer', async () => {
    const place = await asking({ kind: 'enterprise', holder: '' });
    expect([place.status, toSignOn(place).plugin]).toEqual([200, 'vnpt']);
    expect(place.html).not.toContain('shim.js');
    expect(told(portal, await send(place, await signed(place, 'khanh')))).toHaveProperty('code');
  });
});

describe('USB_FAILURE_ERROR_CODE', () => {
  const failure = [400, 'USB_FAILURE_ERROR_CODE'];

  test('for another sign-in’s signature, or one for registering', async () => {
    const [mine, other] = [await asking(), await asking()];
    const [foreign, own] = [toSignOn(other).text, await signed(other)];
    expect(refusal(await send(mine, { ...own, dataBeforeSign: foreign }))).toEqual(failure);
    expect(refusal(await send(mine, own))).toEqual(failure);
    const { toSign } = await begunByToken(ws, 'ngoc', 'agency');
    const registering = (await signedByToken(ws, 'ngoc', toSign)) as PluginSaid;
    expect(refusal(await send(mine, { ...registering, dataBeforeSign: toSign.text }))).toEqual(failure);
  });

  test('for another purpose, even with the sessionDataKey of this sign-in', async () => {
    const place = await asking();
    const { sessionDataKey } = JSON.parse(toSignOn(place).text);
    for (const purpose of ['register', null]) {
      const text = JSON.stringify({ purpose, sessionDataKey });
      const message = { JsonContent: text, IsPss: 'true', DetachPayload: 'false' };
      const said = (await signedByToken(ws, 'ngoc', { plugin: 'vgca', message })) as PluginSaid;
      expect(refusal(await send(place, { ...said, dataBeforeSign: text }))).toEqual(failure);
    }
  });

  test('for what cannot be read, and for a JSON that is none', async () => {
    const place = await asking();
    expect(refusal(await send(place, { signedData: 'chữ ký', serial: '5A' }))).toEqual(failure);
    const message = { JsonContent: 'sessionDataKey', IsPss: 'true' };
    const said = (await signedByToken(ws, 'ngoc', { plugin: 'vgca', message })) as PluginSaid;
    expect(refusal(await send(place, { ...said, dataBeforeSign: 'sessionDataKey' }))).toEqual(failure);
  });

  test('and a signature that was used opens nothing a second time', async () => {
    const place = await asking();
    const said = await signed(place);
    expect(told(portal, await send(place, said))).toHaveProperty('code');
    const again = await send(place, said);
    expect([again.status, again.html]).toEqual([400, expect.stringContaining('sign_in_expired')]);
  });

  test('nor in another browser', async () => {
    const place = await asking();
    const said = await signed(place);
    const elsewhere = await openWide(ws).submit(place, '/commonauth', { ...said });
    expect(elsewhere.html).toContain('sign_in_expired');
  });
});

describe('USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE', () => {
  const failed = [422, 'USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE'];

  test.each(['revoked', 'suspended', 'unknown-issuer', 'sha1', 'wrong-key-usage'])(
    'for a certificate that is %s',
    async (certificate) => {
      await certificatesAre(ws, 'ngoc', { certificate });
      const place = await asking();
      const refused = await send(place, await signed(place));
      expect(refusal(refused)).toEqual(failed);
      expect((await browser.open(linkOn(refused, 'retry'))).html).toContain('data-testid="account-form"');
    },
  );

  test('for a payload that was changed, and for the serial number of another certificate', async () => {
    const place = await asking();
    const { signedData, serial } = await signed(place);
    const [header, , signature] = signedData.split('.');
    const text = JSON.stringify({ ...JSON.parse(toSignOn(place).text), more: 1 });
    const changed = [header, Buffer.from(text).toString('base64url'), signature].join('.');
    expect(refusal(await send(place, { signedData: changed, serial, dataBeforeSign: text }))).toEqual(failed);
    expect(refusal(await send(place, { signedData, serial: '5A00' }))).toEqual(failed);
  });

  test('for an officer’s certificate beside a key of one’s own', async () => {
    const place = await asking();
    const { signedData, serial } = await signed(place);
    const { x5c } = JSON.parse(Buffer.from(signedData.split('.')[0] ?? '', 'base64url').toString());
    const forged = jwsBy(toSignOn(place).text, x5c);
    expect(refusal(await send(place, { signedData: forged, serial }))).toEqual(failed);
  });
});

describe('USB_NOT_HAVE_USERNAME_OR_CERTIFICATE_ERROR_CODE', () => {
  const nobody = [422, 'USB_NOT_HAVE_USERNAME_OR_CERTIFICATE_ERROR_CODE'];

  test('where no certificate came with the signature', async () => {
    const place = await asking();
    const signedData = jwsBy(toSignOn(place).text);
    expect(refusal(await send(place, { signedData, serial: '5A00' }))).toEqual(nobody);
  });

  test('of an officer whose certificate is not of the government’s authority', async () => {
    const place = await asking({ kind: 'enterprise', holder: 'ngoc' });
    expect(refusal(await send(place, await signed(place)))).toEqual(nobody);
  });
});

test('USB_USER_NOT_FOUND_BY_SERIAL_ERROR_CODE for a certificate to which no account belongs', async () => {
  expect(refusal(await byToken(ws, browser, await ask(), { kind: 'citizen', holder: 'mai' }))).toEqual([
    404,
    'USB_USER_NOT_FOUND_BY_SERIAL_ERROR_CODE',
  ]);
});

test('USB_USER_NOT_EXIST_ERROR_CODE for a name that nobody has any more', async () => {
  await signed(await asking());
  await changePerson(ws, 'ngoc', { name: { full: 'Lê Thị Bích Ngọc', middle: 'Thị Bích' } });
  const place = await asking();
  expect(refusal(await send(place, await signed(place)))).toEqual([404, 'USB_USER_NOT_EXIST_ERROR_CODE']);
});

test('USB_USER_NOT_ACTIVE_ERROR_CODE for an account that is locked', async () => {
  const accounts = accountsIn(ws);
  const company = (await accounts.of('khanh')).find(({ username }) => username === '9900000129')!;
  await accounts.step(company.techId, 'lock');
  expect(refusal(await byToken(ws, browser, await ask(), KHANH))).toEqual([
    403,
    'USB_USER_NOT_ACTIVE_ERROR_CODE',
  ]);
});

test('USB_NETWORK_ERROR_CODE while nobody publishes the revocation list; the same signature works afterwards', async () => {
  const place = await asking();
  const said = await signed(place);
  await fault(ws, { system: 'pki', operation: 'crl', failure: 'down', times: 1 });
  expect(refusal(await send(place, said))).toEqual([503, 'USB_NETWORK_ERROR_CODE']);
  expect(told(portal, await send(place, said))).toHaveProperty('code');
});

test('the law is told as such, to whoever posts the form anyway', async () => {
  const place = await asking(KHANH);
  const said = await signed(place, 'khanh');
  await ws.configure({ calendar: '2025-07-01' });
  expect(refusal(await send(place, said))).toEqual([403, 'account_stopped']);
});
