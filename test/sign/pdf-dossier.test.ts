import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dossierPdf, signatureBox } from '../../functions/_portal/dossiers/document-pdf.ts';
import type { Dossier } from '../../functions/_portal/dossiers/dossier.ts';
import { signedPdf } from './pdf-file.ts';
import { type Program, pdfJudge, said } from './pdfsig.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopcat-dossier-'));
afterAll(() => rmSync(folder, { recursive: true }));

const portal = { vi: 'Cổng dịch vụ công tỉnh', en: 'Province portal' };

const dossier: Dossier = {
  code: '000.00.21.H99-260315-00042',
  service: '1.990001',
  procedure: '1.990001.000.00.00.H99',
  agency: '000.00.21.H99',
  techId: null,
  number: '099090000001',
  name: 'Nguyễn Văn An',
  byVneid: true,
  submittedAt: '2026-03-15T05:06:00.000Z',
  date: '2026-03-15',
  applicant: 'a1',
  fields: [
    { name: 'HoVaTen', value: 'Nguyễn Văn An', from: 'vneid' },
    { name: 'NgayThangNamSinh', value: '1990-05-15', from: 'exchange' },
    { name: 'ThuongTru', value: 'Số 12, ngõ 34, đường Nguyễn Trãi, Thanh Xuân, Hà Nội', from: 'population' },
    { name: 'SoDienThoai', value: '0950000101', from: 'typed' },
  ],
  content: 'Đăng ký khai sinh cho con là Nguyễn Thị Bình.',
};

const made = (more: Partial<Dossier> = {}) => dossierPdf({ ...dossier, ...more }, portal);

/** What a program of poppler's says of a PDF. */
async function seen(program: Program, pdf: Uint8Array, before: string[] = [], after: string[] = []) {
  const file = join(folder, 'dossier.pdf');
  writeFileSync(file, pdf);
  return said(program, [...before, file, ...after]);
}

/** In one line, without the folds of long lines. */
const textOf = async (pdf: Uint8Array) => (await seen('pdftotext', pdf, [], ['-'])).replaceAll(/\s+/g, ' ');

/** Every letter that Vietnamese is written with. */
const LETTERS = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY']
  .flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  .join('');

describe('a dossier as PDF', () => {
  test('says everything that the dossier says, and that it is a test', async () => {
    const text = await textOf(await made());
    const values = [
      dossier.code,
      'Đăng ký khai sinh',
      'Register a birth',
      'UBND xã, phường',
      dossier.content,
    ];
    const marks = ['MÔI TRƯỜNG THỬ NGHIỆM / TEST ENVIRONMENT', portal.vi, '15/03/2026, 12:06', '15/05/1990'];
    for (const each of [...values, ...marks, 'Nguyễn Văn An (099090000001)']) expect(text).toContain(each);
  });

  test('says of every field who says so', async () => {
    const text = await textOf(await made());
    expect(text).toMatch(/Họ và tên \/ Full name Nguyễn Văn An từ VNeID/);
    expect(text).toMatch(/Ngày sinh \/ Date of birth 15\/05\/1990 từ Cổng DVCQG/);
    expect(text).toMatch(/Số điện thoại \/ Phone number 0950000101 người nộp ghi/);
  });

  test.each(['NFC', 'NFD'])('has every letter of Vietnamese as text, however it came (%s)', async (form) => {
    const content = `${LETTERS}đĐ`.normalize(form);
    const text = (await textOf(await made({ content }))).replaceAll(' ', '');
    expect(text).toContain(`${LETTERS}đĐ`);
  });

  test('embeds of its fonts what it uses, and no other', async () => {
    const pdf = await made();
    const fonts = (await seen('pdffonts', pdf)).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+BeVietnamPro-\w+ .* yes yes yes /);
    expect(pdf.length).toBeLessThan(60_000);
  });

  test('has a title and a structure that a screen reader goes by, in Vietnamese', async () => {
    const pdf = await made();
    const info = await seen('pdfinfo', pdf);
    expect(info).toMatch(/Title: +Đăng ký khai sinh 000\.00\.21\.H99-260315-00042/);
    expect(info).toMatch(/Tagged: +yes/);
    const structure = await seen('pdfinfo', pdf, ['-struct-text']);
    expect(structure).not.toContain('Warning');
    expect(structure).toMatch(/H1 \(block\)\s+"Đăng ký khai sinh"/);
    expect(structure.match(/^ +TH /gm)).toHaveLength(8);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (vi-VN)');
  });

  test('flows over as many pages as it needs, each of which says that it is a test', async () => {
    const paragraphs = Array.from(
      { length: 40 },
      (_, at) => `Đoạn ${at}: ${'đề nghị xem xét '.repeat(40)}hết ${at}.`,
    );
    const text = await textOf(await made({ content: paragraphs.join('\n') }));
    const pages = Number(text.match(/Page 1\/(\d+)/)?.[1]);
    expect(pages).toBeGreaterThan(5);
    expect(text.match(/TEST ENVIRONMENT/g)).toHaveLength(pages);
    for (const at of paragraphs.keys()) expect(text).toMatch(new RegExp(`Đoạn ${at}: .* hết ${at}\\.`));
  });

  test('is the same for the same dossier', async () => {
    const [once, again] = [await made(), await made()];
    expect(Buffer.compare(once, again)).toBe(0);
    expect(Buffer.compare(once, await made({ content: 'khác' }))).not.toBe(0);
  });

  test('shows in its box who signed it, by whom that is certified, and when; pdfsig believes it', async () => {
    const signingTime = Date.parse('2026-03-15T05:00:07Z');
    const { pdf, root } = await signedPdf({
      document: await made(),
      more: { box: signatureBox, signingTime },
    });
    const text = await textOf(pdf);
    expect(text).toContain('Đã ký số / Digitally signed Nguyễn Văn An Cấp bởi / Issued by: VNPT-CA');
    expect(text).toContain('15/03/2026 12:00:07 (+07:00)');
    const judge = pdfJudge();
    await judge.trust(root);
    const [signature] = await judge.signatures(pdf);
    judge.close();
    expect(signature).toMatchObject({ signature: 'Signature is Valid.', whole: true });
    const again = await signedPdf({ document: await made(), more: { box: signatureBox, signingTime } });
    expect(again.pdf.equals(pdf)).toBe(true);
  });
});
