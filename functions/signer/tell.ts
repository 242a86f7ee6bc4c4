import type { Exchange } from '../_kit/exchange.ts';
import { type HeldSigning, idOf } from '../_sign/signing.ts';

/** Tells the provider that its signer has decided, where it wants to know. Never throws. */
export async function tellProvider(x: Exchange, held: HeldSigning): Promise<void> {
  const { system, tells } = held.value;
  if (!tells) return;
  const url = `${x.deps.origin}/${x.workspace.id}/${system}/app/decided/${encodeURIComponent(idOf(held))}`;
  const about = { system, workspace: x.workspace.id };
  try {
    const { ok, status } = await x.deps.fetch(url, { method: 'POST' });
    if (!ok) x.deps.log.warn('a signature provider did not take a decision', { ...about, status });
  } catch (error) {
    x.deps.log.warn('a signature provider could not be told of a decision', {
      ...about,
      error: String(error),
    });
  }
}
