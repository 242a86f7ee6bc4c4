import type { Exchange } from '../_kit/exchange.ts';

/** A text message reaches the person's phone over the phone's own wire. False: it did not. */
export async function deliver(
  x: Exchange,
  slug: string,
  message: { from: string; text: string },
): Promise<boolean> {
  const url = `${x.deps.origin}/${x.workspace.id}/phone/${encodeURIComponent(slug)}/api/messages`;
  const headers = { 'content-type': 'application/json' };
  try {
    return (await x.deps.fetch(url, { method: 'POST', headers, body: JSON.stringify(message) })).ok;
  } catch {
    return false;
  }
}
