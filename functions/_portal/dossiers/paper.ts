import PDFDocument from 'pdfkit';
import type { Text } from '../../../contracts/_contract.ts';
import { documentFont } from '../../_kit/page/document-fonts.ts';

/** A sheet of A4 in points, and what stands on each. */
export const MARGIN = 56;
const [BAND, FOOT] = [38, 48];

/** The colours of the pages. */
export const colours = {
  ink: '#23201b',
  soft: '#5e574b',
  line: '#dcd1be',
  accent: '#0b5f5b',
  wash: '#f4eee3',
  band: '#2b2721',
  onBand: '#f4eee3',
} as const;

const TEST: Text = { vi: 'MÔI TRƯỜNG THỬ NGHIỆM', en: 'TEST ENVIRONMENT' };
const NO_EFFECT: Text = {
  vi: 'HopCat, không có giá trị pháp lý',
  en: 'HopCat sandbox, without legal effect',
};

export type Paper = PDFKit.PDFDocument;

/** An empty document, in Vietnamese, tagged for screen readers. `at`: epoch milliseconds, so that it is always the same. */
export async function newPaper(title: string, at: number): Promise<Paper> {
  const [regular, bold] = await Promise.all([documentFont('400Regular'), documentFont('600SemiBold')]);
  const time = new Date(at);
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: BAND + 28, bottom: FOOT + 20, left: MARGIN, right: MARGIN },
    // None of the built-in fonts: they have no Vietnamese.
    font: '',
    pdfVersion: '1.7',
    lang: 'vi-VN',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Creator: 'HopCat', Producer: 'HopCat', CreationDate: time, ModDate: time },
  });
  paper.registerFont('regular', regular);
  paper.registerFont('bold', bold);
  return paper.font('regular').fontSize(10).fillColor(colours.ink);
}

/** Where a signature is shown, at the foot of the last page: x and y from the lower left corner, width and height. */
export const signatureBox = [309, 72, 230, 70] as const;

/** An empty box with what it is for, on a page that has room for it. */
export function placeOfSignature(paper: Paper, section: PDFKit.PDFStructureElement, label: string): void {
  const [x, fromBelow, width, height] = signatureBox;
  const top = paper.page.height - fromBelow - height;
  if (paper.y > top - 30) paper.addPage();
  const write = () =>
    paper
      .font('regular')
      .fontSize(8)
      .fillColor(colours.soft)
      .text(label, x, top - 14, { width });
  section.add(paper.struct('P', {}, write));
  paper.markContent('Artifact', { type: 'Layout' });
  paper.roundedRect(x, top, width, height, 4).lineWidth(0.5).stroke(colours.line);
  paper.endMarkedContent();
}

const outside = { lineBreak: false } as const;

function band(paper: Paper): void {
  const { width } = paper.page;
  paper.markContent('Artifact', { type: 'Pagination' });
  paper.rect(0, 0, width, BAND).fill(colours.band);
  paper.fillColor(colours.onBand).font('bold').fontSize(9);
  paper.text(`${TEST.vi} / ${TEST.en}`, MARGIN, 8, outside);
  paper.font('regular').fontSize(7.5).text(`${NO_EFFECT.vi} / ${NO_EFFECT.en}`, MARGIN, 21, outside);
  paper.endMarkedContent();
}

function foot(paper: Paper, left: string, right: string): void {
  const { width, height } = paper.page;
  const y = height - FOOT;
  paper.markContent('Artifact', { type: 'Pagination' });
  paper
    .moveTo(MARGIN, y)
    .lineTo(width - MARGIN, y)
    .lineWidth(0.5)
    .stroke(colours.line);
  paper.font('regular').fontSize(8).fillColor(colours.soft);
  paper.text(left, MARGIN, y + 8, outside);
  paper.text(right, width - MARGIN - paper.widthOfString(right), y + 8, outside);
  paper.endMarkedContent();
}

/** Writes what stands on every page, and ends the document. */
export function bytesOf(paper: Paper, code: string): Promise<Uint8Array> {
  const { start, count } = paper.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    paper.switchToPage(at);
    // Below the margin, where text would otherwise begin a new page.
    paper.page.margins.bottom = 0;
    band(paper);
    foot(paper, code, `Trang / Page ${at + 1}/${count}`);
  }
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
    paper.end();
  });
}
