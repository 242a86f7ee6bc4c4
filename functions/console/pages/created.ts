import type { Text } from '../../../contracts/_contract.ts';
import { dateAndTime, keyValue } from '../../_kit/page/data.ts';
import { type Content, html } from '../../_kit/page/html.ts';
import { heading, link } from '../../_kit/page/parts.ts';
import { type Frame, shell } from '../../_kit/page.ts';
import { connect } from './connect.ts';

export interface CreatedProps extends Frame {
  id: string;
  key: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  urls: Readonly<Record<string, string>>;
  /** The workspace's own page. */
  own: string;
  /** The start page. */
  home: string;
}

const TITLE: Text = { vi: 'Đã tạo không gian làm việc', en: 'Your workspace is ready' };
const LEAD: Text = {
  vi: 'Chép khóa ngay: trang này chỉ hiện nó một lần, và HopCat chỉ giữ mã băm.',
  en: 'Copy the key now: it is shown once, and HopCat keeps no more than a hash of it.',
};
const OPEN: Text = { vi: 'Mở không gian này', en: 'Open it' };
const PORTAL: Text = { vi: 'Mở cổng mẫu của không gian này', en: 'Open its sample portal' };
const HOME: Text = { vi: 'Về trang đầu', en: 'Back to the start' };

/** A workspace that was made a moment ago. */
export const createdPage = ({ lang, assets, id, key, expiresAt, urls, own, home }: CreatedProps): Content => {
  const rows = [
    { label: { vi: 'Tên', en: 'Id' }, value: html`<code>${id}</code>`, testid: 'workspace-id' },
    { label: { vi: 'Khóa', en: 'Key' }, value: html`<code>${key}</code>`, testid: 'workspace-key' },
    {
      label: { vi: 'Hết hạn', en: 'Ends' },
      value: html`<span class="digits">${dateAndTime(expiresAt)}</span>`,
    },
  ];
  const { vneid = '', control = '', portal } = urls;
  return shell({
    lang,
    assets,
    title: TITLE,
    wide: true,
    body: html`<section class="paper">
        ${heading(TITLE, lang, LEAD)}${keyValue(rows, lang)}
        <p class="actions">
          ${link({ href: own, label: OPEN, lang, testid: 'workspace', kind: 'primary' })}
          ${portal && link({ href: portal, label: PORTAL, lang, testid: 'portal', kind: 'plain' })}
          ${link({ href: home, label: HOME, lang, testid: 'start', kind: 'plain' })}
        </p>
      </section>
      ${connect({ issuer: vneid, control, key }, lang)}`,
  });
};
