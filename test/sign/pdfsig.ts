import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pemOf } from './openssl.ts';

/** Programs that judge PDF files, by the Debian package that has them. */
export const packages = {
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  certutil: 'libnss3-tools',
};

export type Program = keyof typeof packages;

/** What a program says, even where it ends badly. @throws Error that says what to install */
export async function said(program: Program, args: readonly string[], path?: string): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...(path !== undefined && { PATH: path }) };
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { env });
    return stdout + stderr;
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    if (code === 'ENOENT') throw new Error(`${program} is missing: install the package ${packages[program]}`);
    return stdout + stderr;
  }
}

/** What pdfsig makes of one signature. */
export interface Judged {
  field: string;
  signer: string;
  type: string;
  /** Of the signature value and the digest. */
  signature: string;
  /** Of the certificate; absent where the signature was not even valid. */
  certificate: string | undefined;
  whole: boolean;
}

const line = (text: string, name: string): string | undefined =>
  text
    .split('\n')
    .find((each) => each.startsWith(`  - ${name}: `))
    ?.slice(name.length + 6);

const judged = (text: string): Judged => ({
  field: line(text, 'Signature Field Name') ?? '',
  signer: line(text, 'Signer Certificate Common Name') ?? '',
  type: line(text, 'Signature Type') ?? '',
  signature: line(text, 'Signature Validation') ?? '',
  certificate: line(text, 'Certificate Validation'),
  whole: text.includes('  - Total document signed'),
});

export interface PdfJudge {
  folder: string;
  /** Which root pdfsig trusts from now on: a fresh NSS database. */
  trust(root: Uint8Array): Promise<void>;
  /** `status`: asks about revocation at the address in the certificate. */
  signatures(pdf: Uint8Array, options?: { status?: boolean }): Promise<Judged[]>;
  close(): void;
}

export function pdfJudge(): PdfJudge {
  const folder = mkdtempSync(join(tmpdir(), 'hopcat-pdf-'));
  const path = (name: string) => join(folder, name);
  let databases = 0;
  const database = () => `sql:${path(`nss-${databases}`)}`;
  return {
    folder,
    async trust(root) {
      databases += 1;
      writeFileSync(path('root.pem'), pemOf(root));
      mkdirSync(path(`nss-${databases}`));
      await said('certutil', ['-N', '-d', database(), '--empty-password']);
      const added = ['-A', '-d', database(), '-n', 'root', '-t', 'C,C,C', '-i', path('root.pem')];
      const complaint = await said('certutil', added);
      if (complaint) throw new Error(complaint);
    },
    async signatures(pdf, { status = false } = {}) {
      writeFileSync(path('file.pdf'), pdf);
      const args = ['-nssdir', database(), ...(status ? [] : ['-no-ocsp']), path('file.pdf')];
      return (await said('pdfsig', args))
        .split(/^Signature #\d+:$/m)
        .slice(1)
        .map(judged);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
