import { isUtf8 } from 'node:buffer';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Lambda takes no result above 6 MB of JSON. */
const MOST_BYTES = 6 * 1_048_576 - 1_024;

/** A result without what JSON adds to it can be half as large and still be too large. */
const isTooLarge = (result: APIGatewayProxyStructuredResultV2, bytes: number): boolean =>
  bytes > MOST_BYTES / 6 && Buffer.byteLength(JSON.stringify(result)) > MOST_BYTES;

/**
 * A response as an HTTP API (payload format 2.0) takes it. Text goes as text, everything that is not UTF-8 as
 * base64; each cookie stands on its own.
 * @throws RangeError when the result is larger than Lambda can hand over.
 */
export async function resultOf(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) if (name !== 'set-cookie') headers[name] = value;
  const cookies = response.headers.getSetCookie();
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = isUtf8(bytes);
  const result = {
    statusCode: response.status,
    headers,
    ...(cookies.length > 0 && { cookies }),
    body: bytes.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  };
  if (isTooLarge(result, bytes.length)) throw new RangeError(`${bytes.length} bytes do not fit into 6 MB`);
  return result;
}
