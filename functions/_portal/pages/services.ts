import type { Text } from '../../../contracts/_contract.ts';
import type { Procedure } from '../../../contracts/_procedures.ts';
import { type Content, html, say } from '../../_kit/page/html.ts';
import { heading, link } from '../../_kit/page/parts.ts';
import { type PortalFrame, portalPage, wayAround } from './frame.ts';

export interface ServicesProps extends PortalFrame {
  base: string;
  services: readonly (Omit<Procedure, 'portal'> & { href: string })[];
}

const TITLE: Text = { vi: 'Dịch vụ công trực tuyến', en: 'Online services' };
const LEAD: Text = {
  vi: 'Chọn một thủ tục; tờ khai được điền sẵn từ định danh của bạn.',
  en: 'Choose a procedure; its form is filled in from your identity.',
};
const APPLY: Text = { vi: 'Nộp hồ sơ', en: 'Apply' };

/** The procedures of a portal. */
export const servicesPage = (props: ServicesProps): Content => {
  const { lang, base, services } = props;
  return portalPage({
    ...props,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">${wayAround(base, 'services', props)}${heading(TITLE, lang, LEAD)}
      <ul class="cards">${services.map(
        ({ MaDVC, name, agency, href }) => html`<li class="card" data-testid="service-${MaDVC}">
          <h2>${say(name, lang)}</h2>
          <p class="hint">${say(agency, lang)} · <code>${MaDVC}</code></p>
          ${link({ href, label: APPLY, lang, testid: `apply-${MaDVC}`, kind: 'plain' })}</li>`,
      )}</ul>
    </section>`,
  });
};
