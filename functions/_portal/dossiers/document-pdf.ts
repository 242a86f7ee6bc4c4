import type { Text } from '../../../contracts/_contract.ts';
import type { DossierField } from '../../../contracts/_portal/data.ts';
import { procedures } from '../../../contracts/_procedures.ts';
import { dateAndTime } from '../../_kit/page/data.ts';
import { labels, origins, shownDay } from '../pages/fields.ts';
import type { Dossier } from './dossier.ts';
import { bytesOf, colours, newPaper, type Paper, placeOfSignature } from './paper.ts';

const words = {
  number: { vi: 'Mã hồ sơ', en: 'Dossier' },
  agency: { vi: 'Cơ quan thực hiện', en: 'Agency' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  account: { vi: 'Tài khoản', en: 'Account' },
  day: { vi: 'Thời điểm nộp', en: 'Submitted' },
  fields: { vi: 'Thông tin trong hồ sơ', en: 'What the dossier says' },
  field: { vi: 'Thông tin', en: 'Field' },
  value: { vi: 'Nội dung', en: 'Value' },
  origin: { vi: 'Nguồn', en: 'Where from' },
  content: { vi: 'Nội dung đề nghị', en: 'What is asked for' },
  signature: { vi: 'Chữ ký số của người nộp', en: 'Signature of the applicant' },
  byVneid: { vi: 'Được xác thực với VNeID', en: 'authenticated with VNeID' },
  notByVneid: { vi: 'Chưa xác thực với VNeID', en: 'not authenticated with VNeID' },
} as const satisfies Readonly<Record<string, Text>>;

const both = ({ vi, en }: Text): string => `${vi} / ${en}`;

type Section = PDFKit.PDFStructureElement;

/** Vietnamese first, English after it and smaller. */
function heading(paper: Paper, section: Section, { vi, en }: Text): void {
  const write = () => {
    paper
      .moveDown(1.2)
      .font('bold')
      .fontSize(12)
      .fillColor(colours.accent)
      .text(`${vi}  `, { continued: true });
    paper.font('regular').fontSize(9).fillColor(colours.soft).text(en);
    paper.moveDown(0.5).fontSize(10).fillColor(colours.ink);
  };
  section.add(paper.struct('H2', {}, write));
}

function title(paper: Paper, section: Section, portal: Text, procedure: Text): void {
  const portalName = () => paper.fontSize(9).fillColor(colours.soft).text(both(portal)).moveDown(0.4);
  const name = () => paper.font('bold').fontSize(20).fillColor(colours.ink).text(procedure.vi);
  const english = () => {
    paper.font('regular').fontSize(11).fillColor(colours.soft).text(procedure.en);
    paper.moveDown(0.8).fontSize(10).fillColor(colours.ink);
  };
  section.add(paper.struct('P', {}, portalName));
  section.add(paper.struct('H1', {}, name));
  section.add(paper.struct('P', {}, english));
}

const padding = { top: 5, bottom: 5, left: 8, right: 8 };

/** A table in the order of reading, with its heads marked. `shaded`: which of its rows. */
function table(
  paper: Paper,
  section: Section,
  rows: PDFKit.Mixins.CellOptions[][],
  widths: (number | string)[],
  shaded: (row: number) => boolean,
): void {
  const options = {
    data: rows,
    columnStyles: widths,
    rowStyles: (row: number) => (shaded(row) ? { backgroundColor: colours.wash } : {}),
    defaultStyle: { border: 0, padding, textColor: colours.ink },
    // Which the types do not know yet.
    structParent: section,
  };
  paper.table(options);
}

const head = (text: string): PDFKit.Mixins.CellOptions => ({
  text,
  type: 'TH',
  textColor: colours.soft,
  font: { src: 'regular', size: 8.5 },
});

const said = (text: string): PDFKit.Mixins.CellOptions => ({ text, font: { src: 'bold', size: 10 } });

const small = (text: string): PDFKit.Mixins.CellOptions => ({
  text,
  textColor: colours.soft,
  font: { src: 'regular', size: 8.5 },
});

function facts(paper: Paper, section: Section, dossier: Dossier): void {
  const { code, agency, name, number, byVneid, submittedAt, service } = dossier;
  const known = procedures.find(({ MaDVC }) => MaDVC === service);
  const rows: [Text, string][] = [
    [words.number, code],
    [words.agency, known ? `${both(known.agency)} (${agency})` : agency],
    [words.applicant, number ? `${name} (${number})` : name],
    [words.account, both(byVneid ? words.byVneid : words.notByVneid)],
    [words.day, dateAndTime(Date.parse(submittedAt))],
  ];
  const cells = rows.map(([label, value]) => [head(both(label)), said(value)]);
  table(paper, section, cells, [150, '*'], () => true);
}

function filled(paper: Paper, section: Section, fields: readonly DossierField[]): void {
  const heads = [words.field, words.value, words.origin].map((word) => head(both(word)));
  const rows = fields.map(({ name, value, from }) => [
    small(both(labels[name] ?? { vi: name, en: name })),
    { text: shownDay(value).normalize('NFC'), font: { src: 'regular', size: 10 } },
    small(both(origins[from])),
  ]);
  table(paper, section, [heads, ...rows], [150, '*', 120], (row) => row % 2 === 0);
}

export { signatureBox } from './paper.ts';

/** A dossier as people read it. The same dossier gives the same bytes. */
export async function dossierPdf(dossier: Dossier, portal: Text): Promise<Uint8Array> {
  const { service, code, submittedAt, fields, content } = dossier;
  const procedure = procedures.find(({ MaDVC }) => MaDVC === service)?.name ?? { vi: service, en: service };
  const paper = await newPaper(`${procedure.vi} ${code}`, Date.parse(submittedAt));
  const section = paper.struct('Document');
  paper.addStructure(section);
  title(paper, section, portal, procedure);
  facts(paper, section, dossier);
  heading(paper, section, words.fields);
  filled(paper, section, fields);
  heading(paper, section, words.content);
  for (const paragraph of content.normalize('NFC').split(/\r?\n/).filter(Boolean)) {
    section.add(paper.struct('P', {}, () => paper.text(paragraph, { lineGap: 3, paragraphGap: 6 })));
  }
  placeOfSignature(paper, section, both(words.signature));
  section.end();
  return bytesOf(paper, code);
}
