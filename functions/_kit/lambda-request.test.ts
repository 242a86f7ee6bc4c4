import { expect, test } from 'vitest';
import vneid from '../../contracts/vneid.ts';
import { type Given, sampleEvent } from '../../test/rehearsal/sample-event.ts';
import { mountOf, requestOf } from './lambda-request.ts';

const ORIGIN = 'https://sandbox.example';

const requestFor = (given: Given): Request => requestOf(sampleEvent(given), ORIGIN);

test('the query string arrives as it was sent: plus signs, repeated and empty parameters, odd escapes', () => {
  const rawQueryString = 'state=a+b%2Bc&scope=openid&scope=phone&empty=&bare&odd=%zz&x=1%202';
  const { url } = requestFor({ rawQueryString });
  expect(url).toBe(`${ORIGIN}/team/vneid/auth?${rawQueryString}`);
  expect(new URL(url).searchParams.getAll('scope')).toEqual(['openid', 'phone']);
  expect(new URL(url).searchParams.get('state')).toBe('a b+c');
});

test('an empty query string leaves no question mark', () => {
  expect(requestFor({}).url).toBe(`${ORIGIN}/team/vneid/auth`);
});

test.each([
  ['a question mark', '/team/vneid/register/a?b', '/team/vneid/register/a%3Fb'],
  ['a number sign', '/team/vneid/register/a#b', '/team/vneid/register/a%23b'],
  ['a percent sign', '/team/vneid/register/100%', '/team/vneid/register/100%25'],
  ['a space and Vietnamese', '/team/phone/hộp cát', '/team/phone/h%E1%BB%99p%20c%C3%A1t'],
  ['half a surrogate pair', '/team/phone/\ud800', '/team/phone/%EF%BF%BD'],
  ['a backslash', '/team\\vneid/auth', '/team%5Cvneid/auth'],
])('%s in the decoded path stays a part of the path', (_what, rawPath, pathname) => {
  const { url } = requestFor({ rawPath, rawQueryString: 'a=1' });
  expect(new URL(url).pathname).toBe(pathname);
  expect(new URL(url).search).toBe('?a=1');
});

test('the URL begins with our own origin, whatever Host and forwarding headers say', () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
  expect(requestFor({ headers }).url).toBe(`${ORIGIN}/team/vneid/auth`);
});

test('cookies, which come apart from the other headers, are one cookie header again', () => {
  expect(requestFor({ cookies: ['a=1', 'b=x y'] }).headers.get('cookie')).toBe('a=1; b=x y');
});

test('a header with characters beyond Latin-1 is the bytes that were sent, and no failure', () => {
  const sent = requestFor({ headers: { 'user-agent': 'Cổng dịch vụ' } }).headers.get('user-agent');
  expect(Buffer.from(sent ?? '', 'latin1').toString()).toBe('Cổng dịch vụ');
});

const FORM = 'grant_type=authorization_code&code=a%2Bb+c&code=%C3%A1';

test.each([
  ['as text', { body: FORM, isBase64Encoded: false }],
  ['as base64, as an HTTP API hands over forms', { body: btoa(FORM), isBase64Encoded: true }],
])('a form arrives byte for byte: %s', async (_how, given) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const request = requestFor({ method: 'POST', headers, ...given });
  expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(await request.text()).toBe(FORM);
});

test('bytes that are no text arrive byte for byte', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const body = Buffer.from(bytes).toString('base64');
  const request = requestFor({ method: 'PUT', body, isBase64Encoded: true });
  expect(new Uint8Array(await request.arrayBuffer())).toEqual(bytes);
});

test('a body without a content type does not get one', () => {
  expect(requestFor({ method: 'POST', body: 'x' }).headers.get('content-type')).toBeNull();
});

test.each(['GET', 'HEAD'])('a %s with a body, which a Request cannot have, is one without', (method) => {
  expect(requestFor({ method, body: 'x' }).body).toBeNull();
});

test.each([
  ['/team/vneid', '/'],
  ['/team/vneid/', '/'],
  ['/team/vneid/token', '/token'],
  ['/team/vneid/sign-in/qr/a%2Fb/finish', '/sign-in/qr/a%252Fb/finish'],
])('a system is mounted below its workspace: %s', (rawPath, path) => {
  const base = `${ORIGIN}/team/vneid`;
  const request = requestFor({ rawPath, rawQueryString: 'x=/y' });
  expect(mountOf(vneid, request, ORIGIN)).toEqual({ workspace: 'team', base, path });
});

test.each([
  ['/', '/'],
  ['/api/workspaces', '/api/workspaces'],
  ['/api/workspaces/', '/api/workspaces/'],
  ['/team', '/team'],
  ['/team/', '/team'],
])('the root system is mounted at the origin: %s', (rawPath, path) => {
  const mount = { workspace: '_', base: ORIGIN, path };
  expect(mountOf({ ...vneid, root: true }, requestFor({ rawPath }), ORIGIN)).toEqual(mount);
});
