import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** openssl in a folder of its own. */
export interface Judge {
  folder: string;
  /** Everything that it says; `ok`: it ended well. */
  run(...args: string[]): { ok: boolean; text: string };
  file(name: string, bytes: Uint8Array | string): void;
  pem(name: string, ...certificates: Uint8Array[]): void;
  read(name: string): Buffer;
  close(): void;
}

const lines = (base64: string): string => base64.match(/.{1,64}/g)!.join('\n');

export const pemOf = (der: Uint8Array, what = 'CERTIFICATE'): string =>
  `-----BEGIN ${what}-----\n${lines(Buffer.from(der).toString('base64'))}\n-----END ${what}-----\n`;

export function judge(): Judge {
  const folder = mkdtempSync(join(tmpdir(), 'hopcat-sign-'));
  const file: Judge['file'] = (name, bytes) => writeFileSync(join(folder, name), bytes);
  return {
    folder,
    run(...args) {
      const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
      return { ok: status === 0, text: `${stdout}${stderr}` };
    },
    file,
    pem: (name, ...certificates) => file(name, certificates.map((der) => pemOf(der)).join('')),
    read: (name) => readFileSync(join(folder, name)),
    close: () => rmSync(folder, { recursive: true }),
  };
}
