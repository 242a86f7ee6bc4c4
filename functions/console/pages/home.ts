import type { Text } from '../../../contracts/_contract.ts';
import type { Person } from '../../../contracts/person.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, details, form, heading, link, type Post, table } from '../../_kit/page/parts.ts';
import { type Frame, shell } from '../../_kit/page.ts';
import { type Connection, connect } from './connect.ts';
import { actions, type Begin, type Door, doorList, type SystemDocs, systemList } from './lists.ts';
import { sectionHeading } from './section.ts';

export interface HomeProps extends Frame {
  /** The workspace that is there from the start; undefined on a deployment. */
  start?: Connection & Begin & { people: string };
  /** The pages that people walk through, in that workspace. */
  doors?: readonly Door[];
  /** The named people that every workspace has. */
  cast: readonly Person[];
  /** The systems' contract pages, in the workspace that is there from the start. */
  systems?: readonly SystemDocs[];
  /** Makes a workspace. */
  create: Post;
}

const TITLE: Text = { vi: 'Hộp cát cho cổng dịch vụ công', en: 'A sandbox for public-service portals' };
const LEAD: Text = {
  vi: 'HopCat đóng vai VNeID và các cơ sở dữ liệu quanh nó, để bạn thử từ đầu đến cuối mà không cần dữ liệu của người thật.',
  en: 'HopCat plays VNeID and the registers around it, so that you can try everything from end to end without a real person’s data.',
};
const PEOPLE: Text = { vi: 'Những người trong hộp cát', en: 'The people in the sandbox' };
const PEOPLE_LEAD: Text = {
  vi: 'Mật khẩu của ai cũng là Aa@123456; mã xác thực đến điện thoại của họ. Mỗi người được dựng cho một tình huống.',
  en: 'Everybody’s password is Aa@123456, one-time codes come to their phones. Each has a reason to be here.',
};
const HEAD: readonly Text[] = [
  { vi: 'Tên gọi', en: 'Slug' },
  { vi: 'Người', en: 'Person' },
];
const OUTCOMES: Text = { vi: 'Ai làm xảy ra điều gì', en: 'Who makes what happen' };
const ALL: Text = { vi: 'Toàn bộ dữ liệu của họ (JSON)', en: 'All of their data (JSON)' };

const OWN: Text = { vi: 'Không gian làm việc riêng', en: 'A workspace of your own' };
const OWN_LEAD: Text = {
  vi: 'Mỗi lần chạy kiểm thử, mỗi học viên nên có một không gian riêng: không ai thấy dữ liệu của ai, và nó tự hết hạn sau 24 giờ.',
  en: 'Give each test run and each trainee one: nobody sees anybody else’s data, and it ends by itself after 24 hours.',
};
const CREATE: Text = { vi: 'Tạo không gian làm việc', en: 'Create a workspace' };

const captionOf = ({ length }: readonly Person[]): Text => ({
  vi: `${length} người có sẵn`,
  en: `${length} people who are always there`,
});

const row = ({ slug, name, personalNumber, reason }: Person, lang: Lang): Content[] => [
  html`<code>${slug}</code>`,
  html`<strong>${name.full}</strong> <span class="digits">${personalNumber}</span><br>${say(reason, lang)}`,
];

const people = ({ cast, start, lang }: HomeProps): Content => {
  const caption = captionOf(cast);
  const all = table({
    caption,
    head: HEAD,
    rows: cast.map((person) => row(person, lang)),
    lang,
    testid: 'cast',
  });
  return html`<section class="paper" aria-labelledby="people-title">
    ${sectionHeading('people', PEOPLE, PEOPLE_LEAD, lang)}
    ${details(caption, all, lang, 'cast-toggle')}
    ${start && html`<p>${link({ href: start.people, label: OUTCOMES, lang, testid: 'people' })}</p>`}
    ${start && html`<p>${link({ href: `${start.control}/people`, label: ALL, lang, testid: 'people-json' })}</p>`}
  </section>`;
};

const own = ({ create, lang }: HomeProps): Content =>
  html`<section class="paper" aria-labelledby="own-title">
    ${sectionHeading('own', OWN, OWN_LEAD, lang)}
    <div class="actions">${form(create, button({ label: CREATE, lang, testid: 'create' }), 'create-form')}</div>
  </section>`;

/** What a newcomer needs: try it, connect to it, know who is in it. */
export const homePage = (props: HomeProps): Content => {
  const { lang, assets, start, doors, systems } = props;
  return shell({
    lang,
    assets,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}${start && actions(start, lang)}</section>
      ${doorList(doors, lang)}
      ${start ? connect(start, lang) : own(props)}
      ${systemList(systems, lang)}
      ${people(props)}
      ${start && own(props)}`,
  });
};
