import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';

/** PEM texts of what the server shows, and the file of the authority that a client must trust. */
export interface ServerCertificate {
  key: string;
  cert: string;
  ca: string;
}

const ALWAYS = ['localhost', 'hopcat.localhost', '127.0.0.1', '::1'];
const DAY_MS = 86_400_000;
/** Apple's systems accept no more from an authority that the user has added. */
const LIFETIME_DAYS = 800;
const RENEW_DAYS = 30;

const covers = (cert: X509Certificate, name: string): boolean =>
  (isIP(name) ? cert.checkIP(name) : cert.checkHost(name)) !== undefined;

/** What an earlier start has made, where it still does. */
async function kept(names: readonly string[], folder: string): Promise<ServerCertificate | undefined> {
  try {
    const [key, cert] = await Promise.all([
      readFile(join(folder, 'server-key.pem'), 'utf8'),
      readFile(join(folder, 'server.pem'), 'utf8'),
    ]);
    const ca = join(folder, 'ca.pem');
    const leaf = new X509Certificate(cert);
    const issued = leaf.verify(new X509Certificate(await readFile(ca, 'utf8')).publicKey);
    const fresh = Date.parse(leaf.validTo) - Date.now() > RENEW_DAYS * DAY_MS;
    return issued && fresh && names.every((name) => covers(leaf, name)) ? { key, cert, ca } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A certificate for localhost and these names, made at the first start and kept in the folder, readable by the
 * owner only. The authority's own key is not kept: whoever trusts it trusts this one certificate.
 */
export async function certificateFor(more: readonly string[], folder: string): Promise<ServerCertificate> {
  const names = [...new Set([...ALWAYS, ...more])];
  const found = await kept(names, folder);
  if (found) return found;
  const { issue } = await import('./tls-issue.ts');
  const made = await issue(names, LIFETIME_DAYS);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(folder, name);
  await writeFile(file('server-key.pem'), made.key, { mode: 0o600 });
  await writeFile(file('server.pem'), made.cert, { mode: 0o600 });
  await writeFile(file('ca.pem'), made.ca, { mode: 0o600 });
  return { key: made.key, cert: made.cert, ca: file('ca.pem') };
}
