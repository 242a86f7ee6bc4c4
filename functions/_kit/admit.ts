import { hash, timingSafeEqual } from 'node:crypto';
import type { Deps } from './deps.ts';
import { Fault } from './fault.ts';
import type { Workspace } from './workspace.ts';

/** SHA-256, base64url: how keys and secrets are kept and compared. */
export const digest = (secret: string): string => hash('sha256', secret, 'base64url');

/** Whether a text is the one that was digested; what is no digest matches nothing. */
export function matches(secret: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(digest(secret)), Buffer.from(hash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/**
 * A name that somebody else's DNS could turn towards this machine is not trusted, only a number or `localhost`.
 * Whatever way a number was written, a `URL` has it as four decimals or in brackets.
 */
const isMachineItself = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || /^\d+(\.\d+){3}$|^\[/.test(hostname);

/**
 * A browser says which site's page calls. `real`: where the system stands in for a real one, in a test process.
 * @throws Fault cross_site, when it is not one of ours
 */
export function refuseForeignPages(
  { origin: own }: Deps,
  request: Request,
  real: readonly string[] = [],
): void {
  const origin = request.headers.get('origin');
  const here = new URL(request.url);
  const isOurs =
    origin === own || (origin === here.origin && (isMachineItself(here) || real.includes(origin)));
  if (origin !== null && !isOurs) {
    throw new Fault('cross_site', 'the Origin header names another site');
  }
}

/** `Authorization: Bearer <key>`, where the workspace has a key. @throws Fault key_required */
export function requireKey(request: Request, { keyHash }: Workspace): void {
  const [, key = ''] = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (keyHash !== null && !matches(key, keyHash)) {
    throw new Fault('key_required', 'the Authorization header does not carry the key of this workspace', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
}
