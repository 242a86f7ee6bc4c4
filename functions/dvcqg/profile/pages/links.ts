import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { keyValue, link } from '../../../_kit/page/parts.ts';

/** An account of the list "DANH SÁCH TÀI KHOẢN LIÊN KẾT". */
export interface ShownLink {
  username: string;
  method: Text;
  createdOn: string;
  linkedOn: string;
  techId: string;
}

const LINKS: Text = { vi: 'DANH SÁCH TÀI KHOẢN LIÊN KẾT', en: 'Linked accounts' };
const USERNAME: Text = { vi: 'Tên đăng nhập', en: 'User name' };
const METHOD: Text = { vi: 'Hình thức đăng ký', en: 'Registered by' };
const CREATED: Text = { vi: 'Ngày lập', en: 'Made on' };
const LINKED: Text = { vi: 'Ngày liên kết', en: 'Linked on' };
const KEY: Text = { vi: 'Mã liên kết', en: 'Linking key' };
const VNEID: Text = { vi: 'Đăng nhập bằng VNeID', en: 'Sign in with VNeID' };
const LINK_NOW: Text = {
  vi: 'Chưa liên kết với VNeID. Số định danh đã được xác nhận: đăng nhập bằng VNeID để liên kết.',
  en: 'Not linked to VNeID. Its personal number is confirmed: sign in with VNeID to link it.',
};
const VERIFY_FIRST: Text = {
  vi: 'Chưa liên kết với VNeID. Trước hết bấm «Cập nhật từ CSDL Quốc gia về dân cư» ở trên: chỉ tài khoản đã được xác nhận số định danh mới liên kết được.',
  en: 'Not linked to VNeID. First use "Update from the population database" above: only an account whose number is confirmed can be linked.',
};

const linkedAccount = ({ username, method, createdOn, linkedOn, techId }: ShownLink, lang: Lang): Content =>
  html`<li>${keyValue(
    [
      { label: USERNAME, value: html`<span class="digits">${username}</span>` },
      { label: METHOD, value: say(method, lang) },
      { label: CREATED, value: html`<span class="digits">${createdOn}</span>` },
      { label: LINKED, value: html`<span class="digits">${linkedOn}</span>` },
      { label: KEY, value: html`<code>${techId}</code>`, wire: 'TechID' },
    ],
    lang,
  )}</li>`;

const notLinked = (linkUrl: string | undefined, lang: Lang): Content =>
  linkUrl === undefined
    ? html`<p data-testid="linked-accounts">${say(VERIFY_FIRST, lang)}</p>`
    : html`<p data-testid="linked-accounts">${say(LINK_NOW, lang)}</p>
      <p class="actions">${link({ href: linkUrl, label: VNEID, lang, testid: 'links-vneid', kind: 'plain' })}</p>`;

/** One below the other, as a telephone shows them. `linkUrl`: the way to VNeID, once its number is confirmed. */
export const linksSection = (
  links: readonly ShownLink[],
  { lang, linkUrl }: { lang: Lang; linkUrl?: string | undefined },
): Content =>
  html`<section class="paper part" aria-labelledby="links" data-testid="links">
    <h2 id="links">${say(LINKS, lang)}</h2>
    ${
      links.length > 0
        ? html`<ul class="links" data-testid="linked-accounts">${links.map((each) => linkedAccount(each, lang))}</ul>`
        : notLinked(linkUrl, lang)
    }
  </section>`;
