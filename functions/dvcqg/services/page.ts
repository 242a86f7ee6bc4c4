import type { Text } from '../../../contracts/_contract.ts';
import type { Procedure } from '../../../contracts/_procedures.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { field, heading, link } from '../../_kit/page/parts.ts';
import type { Frame } from '../../_kit/page.ts';
import { dvcqgPage } from '../pages/frame.ts';

export interface ServicesProps extends Frame {
  base: string;
  /** What was searched for. */
  q: string;
  services: readonly Procedure[];
}

const TITLE: Text = { vi: 'Danh sách dịch vụ công', en: 'Services' };
const LEAD: Text = {
  vi: 'Chọn một dịch vụ: bạn được chuyển sang cổng tiếp nhận, đăng nhập sẵn và tờ khai điền sẵn.',
  en: 'Choose a service: you go on to the portal that takes it, signed in, with the form filled in.',
};
const SEARCH: Text = { vi: 'Tìm theo tên hoặc mã', en: 'Search by name or code' };
const FIND: Text = { vi: 'Tìm', en: 'Search' };
const CHOOSE: Text = { vi: 'Chọn', en: 'Choose' };
const NONE: Text = { vi: 'Không có dịch vụ nào khớp.', en: 'No service matches.' };
const owners: Readonly<Record<Procedure['portal'], Text>> = {
  portal: { vi: 'Cổng dịch vụ mẫu, của một tỉnh', en: "Reference portal, a province's" },
  bocongan: { vi: 'Cổng dịch vụ công Bộ Công an', en: "The police ministry's portal" },
};

/** What can be asked for online, and at which portal. */
export const servicesPage = (props: ServicesProps): Content => {
  const { lang, base, q, services } = props;
  const card = ({ MaDVC, name, agency, portal }: Procedure): Content =>
    html`<li class="card" data-testid="service-${MaDVC}">
      <h2>${say(name, lang)}</h2>
      <p class="hint">${say(owners[portal], lang)} · ${agency[lang]} · <code>${MaDVC}</code></p>
      ${link({ href: `${base}/services/${MaDVC}/open`, label: CHOOSE, lang, testid: `choose-${MaDVC}`, kind: 'plain' })}</li>`;
  return dvcqgPage({
    ...props,
    sheets: ['portal'],
    title: TITLE,
    body: html`<section class="paper">${heading(TITLE, lang, LEAD)}
      <form method="get" action="${base}/services" role="search" data-testid="search-form">
        ${field({ name: 'q', label: SEARCH, lang, testid: 'search', type: 'search', value: q, autocomplete: 'off', optional: true })}
        <button class="button plain" type="submit" data-testid="search-button">${say(FIND, lang)}</button>
      </form>
      ${services.length === 0 ? html`<p data-testid="no-services">${say(NONE, lang)}</p>` : html`<ul class="cards">${services.map(card)}</ul>`}
    </section>`,
  });
};
