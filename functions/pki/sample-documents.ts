import PDFDocument from 'pdfkit';
import { dateAndTime } from '../_kit/page/data.ts';
import { documentFont } from '../_kit/page/document-fonts.ts';

const TITLE = 'Giấy đề nghị (mẫu thử chữ ký số)';
const WARNING = 'HopCat: mẫu thử, không có giá trị pháp lý / sandbox sample, without legal effect';
const AMOUNT = '1000000';

/** What is signed in samples of CMS. */
export const sampleText = (title: string): Uint8Array =>
  Buffer.from(`${TITLE}\n${title}\nSố tiền: ${AMOUNT} đồng\n${WARNING}\n`);

/** What is signed in samples of XML. */
export const sampleXml = (title: string): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<DeNghi xmlns="urn:hopcat:sample"><TieuDe>${title}</TieuDe><SoTien>${AMOUNT}</SoTien><GhiChu>${WARNING}</GhiChu></DeNghi>\n`,
  );

/** What is signed in samples of PDF: one page that says what it is. */
export async function samplePdf(title: string, at: number): Promise<Uint8Array> {
  const time = new Date(at);
  const paper = new PDFDocument({
    size: 'A4',
    margin: 56,
    // None of the built-in fonts: they have no Vietnamese.
    font: '',
    pdfVersion: '1.7',
    lang: 'vi-VN',
    info: { Title: title, Creator: 'HopCat', Producer: 'HopCat', CreationDate: time, ModDate: time },
  });
  paper.registerFont('regular', await documentFont('400Regular'));
  paper.font('regular').fontSize(9).fillColor('#5e574b').text(WARNING).moveDown(1.5);
  paper.fontSize(20).fillColor('#23201b').text(TITLE).moveDown(0.5);
  paper.fontSize(12).text(title).moveDown(1);
  paper
    .fontSize(11)
    .text(`Số tiền / Amount: ${AMOUNT} đồng`)
    .text(`Lập lúc / Made at: ${dateAndTime(at)}`);
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
    paper.end();
  });
}

/** Text on the page of a PDF that is signed already, as another version of it. */
async function withMoreText(signed: Uint8Array): Promise<Uint8Array> {
  const { PDFDocument: Pdf, StandardFonts } = await import('@cantoo/pdf-lib');
  const pdf = await Pdf.load(signed, { forIncrementalUpdate: true, updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.getPage(0).drawText('Amount: 9000000', { x: 56, y: 400, size: 18, font });
  return pdf.commit({ useObjectStreams: false });
}

/** One run of bytes for another of the same length, where it stands first. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(from, 0, 'latin1');
  if (at < 0) throw new RangeError(`there is no ${from} in the sample`);
  copy.write(to, at, 'latin1');
  return copy;
}

const WIDTH = '/MediaBox [0 0 595';

/** What was signed, otherwise than it was signed: in a PDF the size of the page. */
export const withOtherContent = (signed: Uint8Array, format: string): Uint8Array =>
  format === 'pdf'
    ? replaced(signed, WIDTH, WIDTH.replace('595', '495'))
    : replaced(signed, AMOUNT, AMOUNT.replace('1', '9'));

/** What no signature covers, put beside what one covers. */
export async function withAddition(signed: Uint8Array, format: string): Promise<Uint8Array> {
  if (format === 'pdf') return withMoreText(signed);
  const text = Buffer.from(signed).toString();
  const at = text.lastIndexOf('</ds:Signature>');
  const more = `<ds:Object><SoTien xmlns="urn:hopcat:sample">9000000</SoTien></ds:Object>`;
  return Buffer.from(text.slice(0, at) + more + text.slice(at));
}

/** The signature value of somebody else's making: another character of its base64, or another byte at its end. */
export function withOtherValue(signed: Uint8Array, format: string): Uint8Array {
  const copy = Buffer.from(signed);
  if (format !== 'xml') {
    copy[copy.length - 20] = (copy[copy.length - 20] as number) ^ 0x55;
    return copy;
  }
  const at = copy.indexOf('>', copy.indexOf('<ds:SignatureValue')) + 20;
  copy[at] = copy[at] === 0x41 ? 0x42 : 0x41;
  return copy;
}
