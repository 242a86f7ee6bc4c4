import { expect, test } from 'vitest';
import { type Route, routeFor } from './routing.ts';

const keys = [
  '$default',
  'ANY /{workspace}/vneid/{proxy+}',
  'ANY /{workspace}/vneid',
  'ANY /api/{proxy+}',
  'ANY /',
  'GET /api/special',
  'ANY /api/special',
];
const routes: Route[] = keys.map((key) => ({ key, target: key }));

test.each([
  ['GET', '/', 'ANY /'],
  ['GET', '/team/vneid', 'ANY /{workspace}/vneid'],
  ['GET', '/team/vneid/', 'ANY /{workspace}/vneid/{proxy+}'],
  ['POST', '/team/vneid/sign-in/otp', 'ANY /{workspace}/vneid/{proxy+}'],
  ['GET', '/api/vneid/x', 'ANY /api/{proxy+}'],
  ['GET', '/api/special', 'GET /api/special'],
  ['POST', '/api/special', 'ANY /api/special'],
  ['GET', '/api', '$default'],
  ['GET', '//vneid', '$default'],
  ['GET', '/team/vneidx/token', '$default'],
])('the most specific route wins: %s %s goes to %s', (method, path, key) => {
  expect(routeFor(routes, method, path)?.key).toBe(key);
});

test('without a default route, what matches nothing has none', () => {
  expect(routeFor(routes.slice(1), 'GET', '/team/other')).toBeUndefined();
});
