import { MOST_OVERLAPPING } from '../../contracts/_control/export.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import type { Workspace } from '../_kit/workspace.ts';
import { publishedKeys } from '../_oidc/keys.ts';

/** Public keys, of which those at the front sign: one of each family. */
async function keysOf(x: Exchange, signing: Workspace['signing']) {
  const published = await publishedKeys(x.deps, { ...x.workspace, signing });
  const current = published.length / (1 + signing.overlapping.length);
  return {
    keys: published.map(({ jwk }, at) => ({ ...jwk, status: at < current ? 'current' : 'overlapping' })),
  };
}

export const showKeys = async (x: Exchange): Promise<Answer> => json(await keysOf(x, x.workspace.signing));

async function changeKeys(x: Exchange, signing: Workspace['signing']): Promise<Answer> {
  return json(await keysOf(x, signing), { changes: [x.changeWorkspace({ signing })] });
}

/** The old keys stay published, so that what they signed is still believed: the five youngest of them. */
export function rotateKeys(x: Exchange): Promise<Answer> {
  const { current, overlapping } = x.workspace.signing;
  const old = [current, ...overlapping].slice(0, MOST_OVERLAPPING);
  return changeKeys(x, { current: Math.max(current, ...overlapping) + 1, overlapping: old });
}

export const retireKeys = (x: Exchange): Promise<Answer> =>
  changeKeys(x, { ...x.workspace.signing, overlapping: [] });
