import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { button, field, form, heading, link, type NoticeProps, table } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';
import { type FieldName, fieldNames } from './words.ts';

const TITLE: Text = { vi: 'Cập nhật từ CSDL Quốc gia về dân cư', en: 'Update from the population database' };
const BACK: Text = { vi: 'Quay lại thông tin tài khoản', en: 'Back to the account' };

export interface ComparePageProps extends Frame {
  rows: readonly { name: FieldName; account: string | undefined; register: string | undefined }[];
  takeOverUrl: string;
  backUrl: string;
}

const LEAD: Text = {
  vi: 'CSDL quốc gia về dân cư đã xác nhận số định danh, họ tên và ngày sinh. Bấm «Cập nhật» để lấy thông tin dân cư vào tài khoản.',
  en: 'The population database has confirmed number, name and birth. Press "Cập nhật" to take its data into the account.',
};
const CAPTION: Text = { vi: 'Thông tin đối chiếu', en: 'What each of them says' };
const HEAD: readonly Text[] = [
  { vi: 'Trường', en: 'Field' },
  { vi: 'Tài khoản', en: 'The account' },
  { vi: 'CSDL dân cư', en: 'The register' },
  { vi: 'Kết quả', en: 'Outcome' },
];
const SAME: Text = { vi: 'Trùng khớp', en: 'The same' };
const NEW: Text = { vi: 'Sẽ cập nhật', en: 'Will be updated' };
const UPDATE: Text = { vi: 'Cập nhật', en: 'Update' };

const outcome = (same: boolean, lang: Lang): Content =>
  same
    ? html`<span class="tick yes"><span aria-hidden="true">✓</span> ${say(SAME, lang)}</span>`
    : html`<span class="tick">${say(NEW, lang)}</span>`;

/** What the register says beside what the account says. */
export const comparePage = ({ lang, assets, rows, takeOverUrl, backUrl }: ComparePageProps): Content =>
  dvcqgPage({
    lang,
    assets,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">
      ${heading(TITLE, lang, LEAD)}
      ${table({
        caption: CAPTION,
        head: HEAD,
        rows: rows.map(({ name, account, register }) => [
          say(fieldNames[name], lang),
          account ?? '–',
          register ?? '–',
          outcome(account === register, lang),
        ]),
        lang,
        testid: 'comparison',
      })}
      <div class="actions">${form({ action: takeOverUrl }, button({ label: UPDATE, lang, testid: 'take-over' }), 'take-over-form')}${link({ href: backUrl, label: BACK, lang, testid: 'back', kind: 'plain' })}</div>
    </section>`,
  });

export interface RefusedPageProps extends Frame {
  notice: NoticeProps;
  /** What the register would not confirm. */
  fields: readonly FieldName[];
  /** What was asked, to be mended. */
  number: string | undefined;
  name: string;
  birth: string;
  askUrl: string;
  backUrl: string;
}

const REFUSED: Text = {
  vi: 'Viết lại cho đúng như thẻ căn cước rồi thử lần nữa.',
  en: 'Write it as the identity card has it, and try again.',
};
const AGAIN: Text = { vi: 'Đối chiếu lại', en: 'Ask again' };
const DIFFERS: Text = {
  vi: 'CSDL dân cư không xác nhận trường này',
  en: 'The register does not confirm this',
};
const BIRTH_HINT: Text = { vi: 'ngày/tháng/năm, hoặc chỉ năm', en: 'day/month/year, or the year alone' };

/** The register does not confirm: which fields, and the form to mend them. */
export const refusedPage = (props: RefusedPageProps): Content => {
  const { lang, fields } = props;
  const values = { number: props.number ?? '', name: props.name, birth: props.birth };
  return dvcqgPage({
    lang,
    assets: props.assets,
    title: TITLE,
    notice: props.notice,
    body: html`<section class="paper">
      ${heading(TITLE, lang, REFUSED)}
      ${form(
        { action: props.askUrl },
        html`${(['number', 'name', 'birth'] as const).map((name) =>
          field({
            name,
            label: fieldNames[name],
            lang,
            testid: name,
            value: values[name],
            autocomplete: 'off',
            optional: name === 'number',
            ...(name === 'birth' && { hint: BIRTH_HINT }),
            ...(fields.includes(name) && { error: DIFFERS }),
          }),
        )}<div class="actions">${button({ label: AGAIN, lang, testid: 'ask-again' })}${link({ href: props.backUrl, label: BACK, lang, testid: 'back', kind: 'plain' })}</div>`,
        'refused-form',
      )}
    </section>`,
  });
};
