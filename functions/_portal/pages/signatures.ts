import type { Text } from '../../../contracts/_contract.ts';
import { type DocumentFormat, documentFormats } from '../../../contracts/_portal/signing-data.ts';
import { dateAndTime, keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { details, link } from '../../_kit/page/parts.ts';
import type { SignatureRecord } from '../signing/signing.ts';
import { wayNames } from './sign-ways.ts';

const SIGN: Text = { vi: 'Ký số hồ sơ', en: 'Sign the dossier' };
const SIGN_ALSO: Readonly<Record<DocumentFormat, Text>> = {
  pdf: { vi: 'Ký thêm bản PDF', en: 'Sign it as PDF too' },
  xml: { vi: 'Ký thêm bản XML', en: 'Sign it as XML too' },
};
export const DOWNLOAD: Text = { vi: 'Tải tài liệu đã ký', en: 'Download the signed document' };
const VERIFY: Text = { vi: 'Kiểm tra chữ ký', en: 'Verify the signature' };
export const BACK: Text = { vi: 'Về các hồ sơ', en: 'To the dossiers' };
const MORE: Text = { vi: 'Chi tiết chữ ký', en: 'About the signature' };

export const documentUrl = (base: string, dossier: string, format: DocumentFormat): string =>
  `${base}/dossiers/${dossier}/document.${format}`;

/** What most people need not know. */
function rowsOf({ issuer, serial, way, level }: SignatureRecord, lang: Lang): Row[] {
  const row = (vi: string, en: string, value: string | Content, testid: string): Row => ({
    label: { vi, en },
    value,
    testid,
  });
  return [
    row('Cách ký', 'How', say(wayNames[way].label, lang), 'signed-way'),
    row('Tổ chức cấp chứng thư số', 'Issuer of the certificate', issuer, 'signed-issuer'),
    row('Số sê-ri chứng thư số', 'Its serial number', html`<code>${serial}</code>`, 'signed-serial'),
    row('Mức chữ ký', 'Level', level, 'signed-level'),
  ];
}

/** In brackets where a dossier has the calendar's day beside the clock's. */
const signedTime = (signedAt: string, twoClocks: boolean): Content => {
  const time = html`<time class="digits" datetime="${signedAt}" data-testid="signed-at">${dateAndTime(Date.parse(signedAt))}</time>`;
  return twoClocks ? html`(${time})` : time;
};

const one = (base: string, record: SignatureRecord, lang: Lang, twoClocks: boolean): Content => {
  const { dossier, format, signer, signedAt } = record;
  const title = { vi: `Đã ký (${format.toUpperCase()})`, en: `Signed (${format.toUpperCase()})` };
  const verdictUrl = `${base}/dossiers/${dossier}/verdicts/${format}`;
  return html`<div class="signature" data-testid="signature-${format}"><h3>${say(title, lang)}</h3>
    <p><strong data-testid="signed-by">${signer}</strong>, ${signedTime(signedAt, twoClocks)}</p>
    <p class="links">${link({ href: verdictUrl, label: VERIFY, lang, testid: `verify-${format}` })}
    ${link({ href: documentUrl(base, dossier, format), label: DOWNLOAD, lang, testid: `download-${format}` })}</p>
    ${details(MORE, keyValue(rowsOf(record, lang), lang), lang, `details-${format}`)}</div>`;
};

/** Who signed a dossier, and the way to sign it as what it was not signed yet. */
export const signaturesOf = (
  { base, lang }: { base: string; lang: Lang },
  { code, twoClocks }: { code: string; twoClocks: boolean },
  all: readonly SignatureRecord[],
): Content => {
  const own = all.filter(({ dossier }) => dossier === code);
  const left = documentFormats.find((format) => own.every((record) => record.format !== format));
  const label = own.length === 0 ? SIGN : left && SIGN_ALSO[left];
  return html`${own.map((record) => one(base, record, lang, twoClocks))}
    ${label && html`<p>${link({ href: `${base}/dossiers/${code}/sign`, label, lang, testid: 'sign-dossier', kind: 'plain' })}</p>`}`;
};
