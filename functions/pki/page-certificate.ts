import type { Text } from '../../contracts/_contract.ts';
import { type CertificateView, type RevocationReason, revocationReasons } from '../../contracts/_pki/data.ts';
import { providers } from '../../contracts/_pki/providers.ts';
import { authorities } from '../../contracts/_sign/authorities.ts';
import contract from '../../contracts/pki.ts';
import { dateAndTime } from '../_kit/page/data.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { button, choices, details, field, form, heading, keyValue, link } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { flaws, keyNames, kindNames, reasonNames, standingNames } from './names.ts';

export interface CertificateProps extends Frame {
  certificate: CertificateView;
  here: string;
}

const TITLE: Text = { vi: 'Một chứng thư số', en: 'A certificate' };
const LEAD: Text = {
  vi: 'Chứng thư số nói: khóa này là của người này, do tổ chức này xác nhận, trong thời gian này.',
  en: 'A certificate says: this key is that person’s, this authority vouches for it, for this long.',
};
const WHO: Text = { vi: 'Của ai', en: 'Whose' };
const AS: Text = { vi: 'Ký với tư cách', en: 'Signs as' };
const BY: Text = { vi: 'Do ai xác nhận', en: 'Who vouches for it' };
const WHERE: Text = { vi: 'Khóa được giữ ở', en: 'The key is kept at' };
const FROM: Text = { vi: 'Có hiệu lực từ', en: 'Valid from' };
const UNTIL: Text = { vi: 'Đến', en: 'Until' };
const STANDING: Text = { vi: 'Hiện giờ', en: 'Now' };
const SINCE: Text = { vi: 'Từ lúc', en: 'Since' };
const REASON: Text = { vi: 'Lý do', en: 'Reason' };
const FLAW: Text = { vi: 'Được tạo ra để sai', en: 'Made to be wrong' };
const KEY: Text = { vi: 'Loại khóa', en: 'Kind of key' };
const SERIAL: Text = { vi: 'Số sê-ri', en: 'Serial number' };
const PRINT: Text = { vi: 'Dấu vân tay SHA-256', en: 'SHA-256 fingerprint' };
const SUBJECT: Text = { vi: 'Chủ thể (subject)', en: 'Subject' };
const TECHNICAL: Text = { vi: 'Dành cho kỹ thuật', en: 'For engineers' };
const STATUS: Text = { vi: 'Đổi trạng thái', en: 'Change where it stands' };
const WHY: Text = { vi: 'Lý do thu hồi', en: 'Why it is revoked' };
const REVOKE: Text = { vi: 'Thu hồi vĩnh viễn', en: 'Revoke for good' };
const SUSPEND: Text = { vi: 'Tạm dừng', en: 'Suspend' };
const RELEASE: Text = { vi: 'Mở lại', en: 'Release' };
const FILE: Text = { vi: 'Tải khóa và chứng thư (PKCS#12)', en: 'Download key and certificate (PKCS #12)' };
const FILE_HINT: Text = {
  vi: 'Để nạp vào USB ký số hay SoftHSM. Khóa thử nghiệm, không ký giấy tờ thật.',
  en: 'For a USB token or SoftHSM. A test key: do not sign real papers with it.',
};
const PASSWORD: Text = { vi: 'Mật khẩu cho tệp', en: 'Password for the file' };
const DOWNLOAD: Text = { vi: 'Tải tệp', en: 'Download' };
const BACK: Text = { vi: 'Mọi chứng thư số của người này', en: 'All certificates of this person' };

const shown = (iso: string): Content =>
  html`<time class="digits" datetime="${iso}">${dateAndTime(Date.parse(iso))}</time>`;

const titleOfProvider = (name: string): Text =>
  (providers as Readonly<Record<string, { title: Text }>>)[name]?.title ?? { vi: name, en: name };

function explained({ certificate: own, lang }: CertificateProps): Content {
  const flaw = flaws[own.state];
  const { revocation } = own;
  return keyValue(
    [
      { label: WHO, value: html`<strong>${own.name}</strong> <span class="digits">${own.number}</span>` },
      { label: AS, value: say(kindNames[own.kind], lang) },
      { label: BY, value: say(authorities[own.authority].title, lang) },
      { label: WHERE, value: say(titleOfProvider(own.provider), lang) },
      { label: FROM, value: shown(own.notBefore) },
      { label: UNTIL, value: shown(own.notAfter) },
      {
        label: STANDING,
        value: html`<strong>${say(standingNames[own.standing], lang)}</strong>`,
        testid: 'standing',
      },
      ...(revocation
        ? [
            { label: SINCE, value: shown(revocation.since) },
            { label: REASON, value: say(reasonNames[revocation.reason] ?? { vi: '', en: '' }, lang) },
          ]
        : []),
      ...(flaw ? [{ label: FLAW, value: say(flaw, lang), testid: 'flaw' }] : []),
    ],
    lang,
  );
}

function technical({ certificate: own, lang }: CertificateProps): Content {
  const rows = keyValue(
    [
      { label: KEY, value: keyNames[own.key] },
      { label: SERIAL, value: html`<code>${own.serial}</code>` },
      { label: PRINT, value: html`<code>${own.sha256.match(/.{8}/g)?.join(' ') ?? ''}</code>` },
      { label: SUBJECT, value: html`<code>${own.subject}</code>` },
      { label: 'CRL', value: html`<code>${own.urls.crl}</code>` },
      { label: 'OCSP', value: html`<code>${own.urls.ocsp}</code>` },
    ].map(({ label, value }) => ({
      label: typeof label === 'string' ? { vi: label, en: label } : label,
      value,
    })),
    lang,
  );
  return details(TECHNICAL, rows, lang, 'technical');
}

const reasons = (lang: Lang): Content =>
  choices({
    name: 'reason',
    legend: WHY,
    lang,
    testid: 'reason',
    options: (Object.keys(revocationReasons) as RevocationReason[]).map((value) => ({
      value,
      label: reasonNames[value] ?? { vi: value, en: value },
    })),
    chosen: 'keyCompromise',
  });

const step = (label: Text, value: string, lang: Lang, kind: 'primary' | 'plain'): Content =>
  button({ label, lang, testid: value, name: 'to', value, kind });

function changing({ certificate: own, here, lang }: CertificateProps): Content | false {
  if (own.standing === 'revoked') return false;
  const suspended = own.standing === 'suspended';
  const body = html`${reasons(lang)}<p class="actions">${step(REVOKE, 'revoke', lang, 'plain')}${suspended ? step(RELEASE, 'release', lang, 'primary') : step(SUSPEND, 'suspend', lang, 'primary')}</p>`;
  return html`<section class="paper part" aria-labelledby="status-title"><h2 id="status-title">${say(STATUS, lang)}</h2>
    ${form({ action: `${here}/certificates/${own.serial}/status` }, body, 'status-form')}</section>`;
}

function downloading({ certificate: own, here, lang }: CertificateProps): Content {
  const body = html`${field({ name: 'password', label: PASSWORD, lang, testid: 'file-password', type: 'password', autocomplete: 'new-password' })}
    <p class="actions">${button({ label: DOWNLOAD, lang, testid: 'download-pkcs12' })}</p>`;
  return html`<section class="paper part" aria-labelledby="file-title"><h2 id="file-title">${say(FILE, lang)}</h2><p class="prose">${say(FILE_HINT, lang)}</p>
    ${form({ action: `${here}/certificates/${own.serial}/pkcs12` }, body, 'pkcs12-form')}</section>`;
}

/** What one certificate says, in the words of a layman, and what can be done with it. */
export const certificatePage = (props: CertificateProps): Content => {
  const { lang, assets, certificate: own, here } = props;
  return shell({
    lang,
    assets,
    system: contract.title,
    title: TITLE,
    wide: true,
    sheets: ['dvcqg'],
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}${explained(props)}${technical(props)}
        <p>${link({ href: `${here}/people/${own.person}`, label: BACK, lang, testid: 'certificates-of' })}</p></section>
      ${changing(props)}${downloading(props)}`,
  });
};
