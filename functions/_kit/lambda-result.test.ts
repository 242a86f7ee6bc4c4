import { expect, test } from 'vitest';
import { resultOf } from './lambda-result.ts';

test('text goes as text, with every header', async () => {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'x-a': '1' };
  expect(await resultOf(new Response('Hộp cát', { status: 201, headers }))).toEqual({
    statusCode: 201,
    headers,
    body: 'Hộp cát',
    isBase64Encoded: false,
  });
});

test('text keeps its byte order mark', async () => {
  const result = await resultOf(new Response(Buffer.from('\ufeffa')));
  expect(Buffer.from(result.body ?? '')).toEqual(Buffer.from('\ufeffa'));
});

test('bytes that are no text go as base64, whatever they are called', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const result = await resultOf(new Response(bytes, { headers: { 'content-type': 'text/plain' } }));
  expect(result.isBase64Encoded).toBe(true);
  expect(new Uint8Array(Buffer.from(result.body ?? '', 'base64'))).toEqual(bytes);
});

test('each cookie stands on its own, and other repeated headers are joined', async () => {
  const headers = new Headers({ 'content-type': 'text/plain' });
  headers.append('set-cookie', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT');
  headers.append('set-cookie', 'b=2; Path=/');
  headers.append('vary', 'accept');
  headers.append('vary', 'origin');
  const result = await resultOf(new Response('', { headers }));
  expect(result.cookies).toEqual(['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2; Path=/']);
  expect(result.headers).toEqual({ 'content-type': 'text/plain', vary: 'accept, origin' });
});

test.each([204, 304])('an answer without a body has an empty one: %d', async (status) => {
  expect(await resultOf(new Response(null, { status }))).toMatchObject({
    statusCode: status,
    body: '',
    isBase64Encoded: false,
  });
});

test.each([
  ['text', 'a', 6],
  ['text that JSON makes twice as long', '"', 3],
  ['text that JSON makes six times as long', '\u0001', 1],
])(
  'what would be larger than 6 MB is refused before Lambda refuses it: %s',
  async (_what, character, megabytes) => {
    const size = megabytes * 1_048_576;
    await expect(resultOf(new Response(character.repeat(size)))).rejects.toThrow('do not fit into 6 MB');
    const most = await resultOf(new Response(character.repeat(size - 8_192)));
    expect(Buffer.byteLength(JSON.stringify(most))).toBeLessThan(6 * 1_048_576);
  },
);
