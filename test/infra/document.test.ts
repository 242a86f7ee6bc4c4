import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { signatureBox as box, dossierPdf } from '../../functions/_portal/dossiers/document-pdf.ts';
import type { Dossier } from '../../functions/_portal/dossiers/dossier.ts';
import { preparePdf } from '../../functions/_sign/pades.ts';
import { bundling } from '../../infra/bundle.ts';
import { held } from '../sign/holder.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-document-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const functions = join(import.meta.dirname, '../../functions');

const name = { vi: 'Cổng', en: 'Portal' };

const dossier: Dossier = {
  code: '000.00.21.H99-260315-00042',
  service: '1.990001',
  procedure: '1.990001.000.00.00.H99',
  agency: '000.00.21.H99',
  techId: null,
  number: null,
  name: 'Nguyễn Văn An',
  byVneid: false,
  submittedAt: '2026-03-15T05:06:00.000Z',
  date: '2026-03-15',
  applicant: 'a1',
  fields: [{ name: 'HoVaTen', value: 'Nguyễn Văn An', from: 'vneid' }],
  content: 'Đề nghị cấp bản sao.',
};

/** What a function does: its own modules are bundled, and what makes documents is loaded when one is asked for. */
const program = `
  import { readFileSync, writeFileSync } from 'node:fs';
  export async function handler() {
    const { dossier, name, certificate } = JSON.parse(readFileSync('asked.json', 'utf8'));
    const { dossierPdf, signatureBox: box } = await import('${functions}/_portal/dossiers/document-pdf.ts');
    const { preparePdf } = await import('${functions}/_sign/pades.ts');
    const document = await dossierPdf(dossier, name);
    const own = Buffer.from(certificate, 'base64');
    const asked = { document, certificate: own, chain: [], hash: 'sha256', signingTime: 1773550800000, box };
    writeFileSync('dossier.pdf', document);
    writeFileSync('to-sign', (await preparePdf(asked)).toSign);
  }
`;

test('a bundled function makes and prepares the same PDF in a process of its own, far from any package', async () => {
  const { own } = await held('good');
  writeFileSync(join(folder, 'program.ts'), program);
  writeFileSync(
    join(folder, 'asked.json'),
    JSON.stringify({ dossier, name, certificate: own.toString('base64') }),
  );
  await build(bundling(join(folder, 'program.ts'), folder));
  execFileSync(process.execPath, [join(functions, '_kit/page/copy-fonts.ts'), folder]);
  const start = "import('./index.mjs').then(({ handler }) => handler())";
  execFileSync(process.execPath, ['-e', start], { cwd: folder });
  const document = await dossierPdf(dossier, name);
  expect(readFileSync(join(folder, 'dossier.pdf')).equals(document)).toBe(true);
  const asked = {
    document,
    certificate: own,
    chain: [],
    hash: 'sha256' as const,
    signingTime: 1773550800000,
    box,
  };
  expect(readFileSync(join(folder, 'to-sign')).equals((await preparePdf(asked)).toSign)).toBe(true);
});
