import type { Text } from '../../contracts/_contract.ts';
import type { Person } from '../../contracts/person.ts';
import contract from '../../contracts/pki.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { heading, link, table } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import { flaws, keyNames } from './names.ts';
import type { ListedAuthority } from './published.ts';

export interface HomeProps extends Frame {
  authorities: readonly ListedAuthority[];
  /** Those whose certificates are out of the ordinary. */
  people: readonly Person[];
  /** The system's own path, no slash at the end. */
  here: string;
  /** With origin. */
  base: string;
}

const TITLE: Text = { vi: 'Chứng thực chữ ký số', en: 'Certification authorities' };
const LEAD: Text = {
  vi: 'Các tổ chức chứng thực của hộp cát. Chứng thư số ở đây đúng chuẩn, phần mềm thật kiểm tra được, nhưng không có giá trị pháp lý.',
  en: 'The authorities of the sandbox. Their certificates are real in form, and real software can check them, but they have no legal value.',
};
const AUTHORITIES: Text = { vi: 'Các tổ chức', en: 'The authorities' };
const HEAD: readonly Text[] = [
  { vi: 'Tổ chức', en: 'Authority' },
  { vi: 'Khóa', en: 'Key' },
  { vi: 'Tải về', en: 'Download' },
];
const TRUST: Text = { vi: 'Làm cho phần mềm tin chứng thư gốc', en: 'Make software trust the root' };
const WARNING: Text = {
  vi: 'Chỉ làm trên máy thử nghiệm, và gỡ ra khi xong: ai giữ hộp cát thì giữ cả khóa của chứng thư gốc này.',
  en: 'On a test machine only, and take it out afterwards: whoever keeps the sandbox keeps the key of this root.',
};
const STEPS: readonly Text[] = [
  {
    vi: 'Tải chứng thư gốc (root.pem).',
    en: 'Download the root certificate (root.pem).',
  },
  {
    vi: 'Adobe Reader: Preferences › Signatures › Identities & Trusted Certificates › Trusted Certificates › Import, rồi chọn «Use this certificate as a trusted root».',
    en: 'Adobe Reader: Preferences › Signatures › Identities & Trusted Certificates › Trusted Certificates › Import, then "Use this certificate as a trusted root".',
  },
  {
    vi: 'Windows: nhấp đúp tệp .cer, Install Certificate, chọn kho «Trusted Root Certification Authorities».',
    en: 'Windows: open the .cer file, Install Certificate, into the store "Trusted Root Certification Authorities".',
  },
  {
    vi: 'Dòng lệnh: openssl verify -CAfile root.pem -untrusted vnpt-ca.pem chung-thu.pem',
    en: 'Command line: openssl verify -CAfile root.pem -untrusted vnpt-ca.pem certificate.pem',
  },
];
const COMMANDS = `mkdir nss
certutil -N -d sql:nss --empty-password
certutil -A -d sql:nss -n root -t C,C,C -a -i root.pem
pdfsig -nssdir nss signed.pdf
xmlsec1 --verify --trusted-pem root.pem signed.xml`;
const NOT_TOTAL: Text = {
  vi: 'Với PDF mức B-LT, pdfsig báo «Not total document signed»: như vậy là đúng, vì bằng chứng chưa bị thu hồi (DSS) được thêm vào sau khi ký.',
  en: 'For a PDF of level B-LT pdfsig says "Not total document signed". That is right: the proofs of the status (DSS) are added after the signature.',
};
const DOCUMENTS: Text = {
  vi: 'pdfsig và xmlsec1 với tài liệu đã ký',
  en: 'pdfsig and xmlsec1 with signed documents',
};
const SERVICES: Text = { vi: 'Dấu thời gian (RFC 3161)', en: 'Time stamps (RFC 3161)' };
const NOBODY: Text = { vi: 'Của tổ chức mà không ai tin', en: 'By an authority that nobody trusts' };
const SPECIAL: Text = {
  vi: 'Ai có chứng thư số khác thường',
  en: 'Whose certificates are out of the ordinary',
};
const SPECIAL_HEAD: readonly Text[] = [
  { vi: 'Người', en: 'Person' },
  { vi: 'Điều khác thường', en: 'What is unusual' },
];
const NONE: Text = { vi: 'Không có chứng thư số.', en: 'Has no certificate.' };
const OTHERS: Text = {
  vi: 'Mọi người khác có chứng thư tốt: mở /pki/people/ và tên gọi của người đó.',
  en: 'Everybody else has good ones: open /pki/people/ and the slug of that person.',
};
const CHECK: Text = { vi: 'Kiểm tra chữ ký số', en: 'Check a signature' };
const SAMPLES: Text = { vi: 'Tệp mẫu đã ký', en: 'Signed samples' };
const API: Text = { vi: 'Danh sách này dạng JSON', en: 'This list as JSON' };

const file = (url: string, name: string, lang: Lang): Content =>
  link({ href: url, label: { vi: name, en: name }, lang, testid: 'download' });

const row =
  (here: string, lang: Lang) =>
  ({ name, title, subject, key }: ListedAuthority): Content[] => [
    html`${say(title, lang)}<br><span class="hint">${subject}</span>`,
    html`${keyNames[key]}`,
    html`${file(`${here}/ca/${name}.cer`, '.cer', lang)} ${file(`${here}/ca/${name}.pem`, '.pem', lang)} ${file(`${here}/crl/${name}.crl`, '.crl', lang)}`,
  ];

function unusual({ signer }: Person, lang: Lang): Content {
  if (signer?.certificate === 'none') return say(NONE, lang);
  const flaw = signer && flaws[signer.certificate];
  if (flaw) return say(flaw, lang);
  return html`${keyNames[signer?.key ?? 'rsa2048']}`;
}

const personRow =
  (here: string, lang: Lang) =>
  (person: Person): Content[] => [
    link({
      href: `${here}/people/${person.slug}`,
      label: { vi: person.name.full, en: person.name.full },
      lang,
      testid: 'certificates-of',
    }),
    unusual(person, lang),
  ];

const trust = ({ here, lang }: HomeProps): Content =>
  html`<section class="paper" aria-labelledby="trust-title">
    <h2 id="trust-title">${say(TRUST, lang)}</h2>
    <p>${say(WARNING, lang)}</p>
    <ol class="prose">${STEPS.map((step) => html`<li>${say(step, lang)}</li>`)}</ol>
    <h3>${say(DOCUMENTS, lang)}</h3>
    <pre class="json" tabindex="0"><code>${COMMANDS}</code></pre>
    <p class="hint">${say(NOT_TOTAL, lang)}</p>
    <p class="actions">${link({ href: `${here}/ca/root.pem`, label: { vi: 'Tải root.pem', en: 'Download root.pem' }, lang, testid: 'root-pem', kind: 'primary' })}
      ${link({ href: `${here}/ca/root.cer`, label: { vi: 'Tải root.cer', en: 'Download root.cer' }, lang, testid: 'root-cer', kind: 'plain' })}</p>
  </section>`;

const stamps = ({ base, lang }: HomeProps): Content =>
  html`<section class="paper" aria-labelledby="stamps-title">
    <h2 id="stamps-title">${say(SERVICES, lang)}</h2>
    <pre class="json" tabindex="0"><code>POST ${base}/tsa</code></pre>
    <p>${say(NOBODY, lang)}</p>
    <pre class="json" tabindex="0"><code>POST ${base}/tsa/stranger</code></pre>
  </section>`;

/** The authorities, how to trust their root, and whose certificates are made to go wrong. */
export const homePage = (props: HomeProps): Content => {
  const { lang, assets, authorities, people, here } = props;
  return shell({
    lang,
    assets,
    system: contract.title,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}
        <p class="actions">${link({ href: `${here}/verify`, label: CHECK, lang, testid: 'verify-link', kind: 'primary' })}
        ${link({ href: `${here}/samples`, label: SAMPLES, lang, testid: 'samples-link', kind: 'plain' })}</p>
        ${table({ caption: AUTHORITIES, head: HEAD, rows: authorities.map(row(here, lang)), lang, testid: 'authorities' })}
        <p>${link({ href: `${here}/api/authorities`, label: API, lang, testid: 'authorities-json' })}</p></section>
      ${trust(props)}
      <section class="paper">
        ${table({ caption: SPECIAL, head: SPECIAL_HEAD, rows: people.map(personRow(here, lang)), lang, testid: 'unusual' })}
        <p class="hint">${say(OTHERS, lang)}</p></section>
      ${stamps(props)}`,
  });
};
