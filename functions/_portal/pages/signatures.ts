import type { Text } from '../../../contracts/_contract.ts';
import { documentFormats } from '../../../contracts/_portal/signing-data.ts';
import { dateAndTime, keyValue, type Row } from '../../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { link } from '../../_kit/page/parts.ts';
import type { SignatureRecord } from '../signing/signing.ts';
import { wayNames } from './sign-ways.ts';

const SIGN: Text = { vi: 'Ký số hồ sơ', en: 'Sign the dossier' };
const DOWNLOAD: Text = { vi: 'Tải tài liệu đã ký', en: 'Download the signed document' };
const VERIFY: Text = { vi: 'Kiểm tra chữ ký', en: 'Verify the signature' };

function rowsOf({ signer, signedAt, issuer, serial, way, level }: SignatureRecord, lang: Lang): Row[] {
  const row = (vi: string, en: string, value: string | Content, testid: string): Row => ({
    label: { vi, en },
    value,
    testid,
  });
  return [
    row('Người ký', 'Signed by', signer, 'signed-by'),
    row('Ký lúc', 'Signed at', dateAndTime(Date.parse(signedAt)), 'signed-at'),
    row(
      'Chứng thư số',
      'Certificate',
      html`<span data-testid="signed-issuer">${issuer}</span><br><code data-testid="signed-serial">${serial}</code>`,
      'signed-certificate',
    ),
    row('Cách ký', 'How', html`${say(wayNames[way].label, lang)} · ${level}`, 'signed-way'),
  ];
}

const one = (base: string, verifyUrl: string, record: SignatureRecord, lang: Lang): Content => {
  const { dossier, format } = record;
  const title = { vi: `Đã ký (${format.toUpperCase()})`, en: `Signed (${format.toUpperCase()})` };
  return html`<div class="signature" data-testid="signature-${format}"><h3>${say(title, lang)}</h3>${keyValue(rowsOf(record, lang), lang)}
    <p class="links">${link({ href: `${base}/dossiers/${dossier}/document.${format}`, label: DOWNLOAD, lang, testid: `download-${format}` })}
    ${link({ href: verifyUrl, label: VERIFY, lang, testid: `verify-${format}`, newTab: true })}</p></div>`;
};

/** Who signed a dossier, and the way to sign it as what it was not signed yet. */
export const signaturesOf = (
  { base, verifyUrl, lang }: { base: string; verifyUrl: string; lang: Lang },
  code: string,
  all: readonly SignatureRecord[],
): Content => {
  const own = all.filter(({ dossier }) => dossier === code);
  const complete = own.length === documentFormats.length;
  return html`${own.map((record) => one(base, verifyUrl, record, lang))}
    ${!complete && html`<p>${link({ href: `${base}/dossiers/${code}/sign`, label: SIGN, lang, testid: 'sign-dossier', kind: 'plain' })}</p>`}`;
};
