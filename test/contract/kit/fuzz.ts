import fc from 'fast-check';
import { expect } from 'vitest';
import type { Parameters } from './portal.ts';

/** What a portal, a wrong portal, or somebody who looks for holes might send. */
export const wordsOf = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      ...known,
      ...['', ' ', '\u0000', '\r\n', '\ud800', 'null', '[]', '{}', '-1', '1e999', '0', 'true', '__proto__'],
      ...['constructor', '..', '%00', '%', '👍', 'đăng nhập', '099090000001', '001090000001', "' OR 1=1 --"],
      ...[
        'openid',
        'openid profile',
        'code',
        'none',
        'login',
        'consent',
        'form_post',
        'S256',
        'plain',
        'LoA1',
      ],
      ...[
        'authorization_code',
        'refresh_token',
        'demo-portal',
        'http://localhost:3000/',
        'javascript:alert(1)',
      ],
      ...['urn:ietf:params:oauth:request_uri:x', '{"id_token":{"acr":{"essential":true,"values":[null]}}}'],
      ...['{"userinfo":{"__proto__":{"essential":true}}}', 'a.b.c', '{"userinfo":7}', 'x'.repeat(9000)],
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.webUrl(),
    fc.json({ maxDepth: 3 }),
  );

export const some = (names: readonly string[], words: fc.Arbitrary<string>): fc.Arbitrary<Parameters> =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.constantFrom(...names),
        fc.oneof(fc.constant(undefined), words, fc.array(words, { maxLength: 3 })),
      ),
      {
        selector: ([name]) => name,
        maxLength: 6,
      },
    )
    .map((pairs) => Object.fromEntries(pairs.map(([name, value]) => [name, value])));

/** An answer of the contract's shape, and no failure of the sandbox's own. */
export async function expectNoFailure(answer: Response, shape: 'page' | 'oauth'): Promise<void> {
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(500);
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status === 302 || answer.status === 303) {
    expect(answer.headers.get('location')).toMatch(/^(https?:\/\/|[\w.+-]+:)/);
  } else if (shape === 'page') {
    expect(type).toMatch(/^text\/html/);
    expect(text).toMatch(/^<!doctype html>/);
  } else if (answer.status >= 400) {
    expect(type).toMatch(/^application\/json/);
    expect(JSON.parse(text)).toMatchObject({
      error: expect.any(String),
      error_description: expect.any(String),
    });
  } else if (text !== '') {
    expect(type).toMatch(/^application\/(json|jwt)/);
  }
}
