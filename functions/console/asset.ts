import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { serveAsset } from '../_kit/page/assets.ts';

/** A style sheet, script or font, or word that the browser has it already. */
export async function asset(x: Exchange): Promise<Answer> {
  const name = x.params.name ?? '';
  const response = await serveAsset(name, x.request.headers.get('if-none-match'));
  if (response.status === 404) throw new Fault('not_found', `there is no asset '${name}'`);
  const { 'content-type': type, ...headers } = Object.fromEntries(response.headers);
  return {
    status: response.status,
    headers,
    ...(type !== undefined && { type }),
    ...(response.status === 200 && { body: new Uint8Array(await response.arrayBuffer()) }),
  };
}
