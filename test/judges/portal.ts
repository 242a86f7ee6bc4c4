import { registerPortal } from '../contract/kit/portal.ts';
import type { TestWorkspace } from '../targets/target.ts';

/** What a portal's developer has in hand after the registration. */
export interface Registered {
  issuer: string;
  id: string;
  secret: string;
  redirectUri: string;
}

export async function registered(
  ws: TestWorkspace,
  metadata: Record<string, unknown> = {},
): Promise<Registered> {
  const { id, secret, redirectUri } = await registerPortal(ws, metadata);
  return { issuer: ws.issuer, id, secret, redirectUri };
}

/** Follows the one redirect of a sign-in that the autopilot answers. */
export async function goTo(url: URL): Promise<URL> {
  const answer = await fetch(url, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
  return new URL(location, url);
}
