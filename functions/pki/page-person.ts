import type { Text } from '../../contracts/_contract.ts';
import { providers } from '../../contracts/_pki/providers.ts';
import type { Person } from '../../contracts/person.ts';
import contract from '../../contracts/pki.ts';
import { type Content, html, type Lang, say } from '../_kit/page/html.ts';
import { button, choices, form, heading, link, type NoticeProps, table } from '../_kit/page/parts.ts';
import { type Frame, shell } from '../_kit/page.ts';
import type { HolderKind, Standing } from '../_sign/certificate.ts';
import { kindNames, standingNames } from './names.ts';

export interface ShownCertificate {
  serial: string;
  provider: string;
  kind: HolderKind;
  standing: Standing;
  /** `22/11/2026, 09:14`. */
  until: string;
}

export interface PersonProps extends Frame {
  person: Person;
  certificates: readonly ShownCertificate[];
  /** What this person may sign as; none: no certificate. */
  kinds: readonly HolderKind[];
  here: string;
}

const TITLE: Text = { vi: 'Chứng thư số của một người', en: "A person's certificates" };
const CAPTION: Text = { vi: 'Các chứng thư số', en: 'Certificates' };
const HEAD: readonly Text[] = [
  { vi: 'Nơi giữ khóa', en: 'Where the key is' },
  { vi: 'Ký với tư cách', en: 'Signs as' },
  { vi: 'Trạng thái', en: 'Standing' },
  { vi: 'Hết hạn', en: 'Until' },
];
const EMPTY: Text = { vi: 'Chưa có chứng thư số nào được cấp.', en: 'None has been issued yet.' };
const ISSUE: Text = { vi: 'Cấp chứng thư số', en: 'Issue a certificate' };
const WHERE: Text = { vi: 'Nơi giữ khóa', en: 'Where the key is' };
const AS: Text = { vi: 'Ký với tư cách', en: 'Signs as' };
const NONE: NoticeProps = {
  kind: 'info',
  title: { vi: 'Người này không có chứng thư số', en: 'This person has no certificate' },
  cure: {
    vi: 'Được tạo ra như vậy, để thử trường hợp không ký được',
    en: 'Made so, to try the case of somebody who cannot sign',
  },
};
const BACK: Text = { vi: 'Các tổ chức chứng thực', en: 'The authorities' };

const nameOfProvider = (name: string): Text =>
  (providers as Readonly<Record<string, { title: Text }>>)[name]?.title ?? { vi: name, en: name };

const row =
  (here: string, lang: Lang) =>
  ({ serial, provider, kind, standing, until }: ShownCertificate): Content[] => [
    link({
      href: `${here}/certificates/${serial}`,
      label: nameOfProvider(provider),
      lang,
      testid: 'certificate',
    }),
    say(kindNames[kind], lang),
    say(standingNames[standing], lang),
    html`<span class="digits">${until}</span>`,
  ];

function issuing({ person, kinds, here, lang }: PersonProps): Content {
  const where = Object.entries(providers).map(([value, { title }]) => ({ value, label: title }));
  const as = kinds.map((value) => ({ value, label: kindNames[value] }));
  const body = html`${choices({ name: 'provider', legend: WHERE, lang, testid: 'provider', options: where, chosen: 'file' })}
    ${choices({ name: 'kind', legend: AS, lang, testid: 'kind', options: as, chosen: 'citizen' })}
    <p class="actions">${button({ label: ISSUE, lang, testid: 'issue' })}</p>`;
  return html`<section class="paper" aria-labelledby="issue-title"><h2 id="issue-title">${say(ISSUE, lang)}</h2>
    ${form({ action: `${here}/people/${person.slug}/certificates` }, body, 'issue-form')}</section>`;
}

/** What a person can sign with, and a form that makes more of it. */
export const personPage = (props: PersonProps): Content => {
  const { lang, assets, person, certificates, kinds, here } = props;
  const lead = html`<strong>${person.name.full}</strong> <span class="digits">${person.personalNumber}</span>`;
  return shell({
    lang,
    assets,
    system: contract.title,
    title: TITLE,
    wide: true,
    sheets: ['dvcqg'],
    ...(kinds.length === 0 && { notice: NONE }),
    body: html`<section class="paper">${heading(TITLE, lang, { vi: lead, en: lead })}
        ${table({ caption: CAPTION, head: HEAD, rows: certificates.map(row(here, lang)), lang, testid: 'certificates', empty: EMPTY })}
        <p>${link({ href: `${here}/`, label: BACK, lang, testid: 'authorities-page' })}</p></section>
      ${kinds.length > 0 && issuing(props)}`,
  });
};
