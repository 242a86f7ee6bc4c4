import { X509Certificate } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { vietnamDate } from '../_kit/clock.ts';
import { documentFont } from '../_kit/page/document-fonts.ts';

const [INK, SOFT, ACCENT] = ['#23201b', '#5e574b', '#0b5f5b'] as const;
const LEFT = 10;

/** Names that a certificate has for whom it is of, and for who issued it. */
function namesIn(certificate: Uint8Array): { signer: string; issuer: string } {
  const { subject, issuer } = new X509Certificate(certificate).toLegacyObject();
  return { signer: String(subject.CN ?? ''), issuer: String(issuer.CN ?? '') };
}

const written = (at: number): string => {
  const day = vietnamDate(at).split('-').reverse().join('/');
  const time = new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
  return `${day} ${time} (+07:00)`;
};

/** What readers show in place of a signature: a PDF of one page, this wide and high. */
export async function appearance(
  certificate: Uint8Array,
  at: number,
  size: [width: number, height: number],
): Promise<Uint8Array> {
  const { signer, issuer } = namesIn(certificate);
  const [regular, bold] = await Promise.all([documentFont('400Regular'), documentFont('600SemiBold')]);
  const paper = new PDFDocument({ size, margin: 0, font: '', info: { CreationDate: new Date(at) } });
  const chunks: Buffer[] = [];
  paper.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => paper.on('end', resolve));
  paper.registerFont('regular', regular).registerFont('bold', bold);
  paper.rect(0, 0, 3, size[1]).fill(ACCENT);
  const line = { width: size[0] - LEFT - 4, height: 11, ellipsis: true } as const;
  paper.font('regular').fontSize(7.5).fillColor(ACCENT).text('Đã ký số / Digitally signed', LEFT, 6, line);
  paper.font('bold').fontSize(10.5).fillColor(INK);
  paper.text(signer, LEFT, 18, { ...line, height: 15 });
  paper.font('regular').fontSize(7.5).fillColor(SOFT);
  paper.text(`Cấp bởi / Issued by: ${issuer}`, LEFT, 36, line);
  paper.text(`Thời điểm / Time: ${written(at)}`, LEFT, 48, line);
  paper.end();
  await ended;
  return Buffer.concat(chunks);
}
