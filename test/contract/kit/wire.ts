import { expect } from 'vitest';
import type { Parameters, Portal } from './portal.ts';
import { search } from './portal.ts';

/** HTTP Basic by RFC 6749, 2.3.1: each part form-encoded first. */
export const basic = ({ id, secret }: Pick<Portal, 'id' | 'secret'>): Record<string, string> => {
  const encode = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
  return {
    authorization: `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')}`,
  };
};

/** A form-encoded POST. The content type comes with the body. */
export const form = (parameters: Parameters): RequestInit => ({
  method: 'POST',
  body: search(parameters),
});

export const jsonBody = (body: unknown, method = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** RFC 6749, 5.2. */
export async function expectOAuthError(answer: Response, error: string, status = 400): Promise<string> {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status });
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const body = JSON.parse(text) as { error: string; error_description: string };
  expect(body).toMatchObject({
    error,
    error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/),
  });
  if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^(Basic|Bearer) /);
  return body.error_description;
}

/** A refusal where the person sees it, because nobody may be sent anywhere (RFC 6749, 4.1.2.1). */
export async function expectRefusalPage(answer: Response, code: string, status = 400): Promise<void> {
  const html = await answer.text();
  expect({ status: answer.status, location: answer.headers.get('location') }).toEqual({
    status,
    location: null,
  });
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(html).toContain(`${code}:`);
}

/** A refusal that the portal is told of: at its redirect URI, with state and iss (RFC 6749, 4.1.2.1; RFC 9207). */
export function expectRefusalAtPortal(
  answer: Response,
  { redirectUri, ws }: Portal,
  error: string,
  state: string | undefined,
): void {
  const location = answer.headers.get('location') ?? '';
  expect([302, 303]).toContain(answer.status);
  expect(location.slice(0, redirectUri.length)).toBe(redirectUri);
  const { error_description, ...sent } = Object.fromEntries(new URL(location).searchParams);
  expect(sent).toEqual({ error, iss: ws.issuer, ...(state !== undefined && { state }) });
  expect(error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
}
