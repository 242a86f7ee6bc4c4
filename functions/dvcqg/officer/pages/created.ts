import type { Text } from '../../../../contracts/_contract.ts';
import type { Created } from '../../../../contracts/_dvcqg/officer.ts';
import { type Content, html } from '../../../_kit/page/html.ts';
import { heading, keyValue, link } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import { dvcqgPage } from '../../pages/frame.ts';
import { ACTS, AGENCY } from './words.ts';

const CREATED: Text = { vi: 'Đã lập tài khoản', en: 'The account was made' };
const UNCHECKED: Text = {
  vi: 'Số định danh chưa được đối chiếu với CSDL dân cư.',
  en: 'The number was not checked at the population register.',
};
const USERNAME: Text = { vi: 'Tên đăng nhập', en: 'User name' };
const PHONES: Text = { vi: 'Mở điện thoại hộp cát', en: 'Open the phones' };
const ANOTHER: Text = { vi: 'Lập tài khoản khác', en: 'Make another' };

export function createdPage(props: Frame & { created: Created; phones: string; another: string }): Content {
  const { lang, assets, created, phones, another } = props;
  const sent: Text = {
    vi: `Mật khẩu đầu đã gửi tới ${created.passwordSentTo}`,
    en: `The first password was sent to ${created.passwordSentTo}`,
  };
  const rows = [
    {
      label: USERNAME,
      value: html`<span class="digits">${created.username}</span>`,
      testid: 'officer-username',
    },
    { label: ACTS, value: created.by.name },
    { label: AGENCY, value: `${created.by.agency} (${created.by.agencyCode})` },
  ];
  return dvcqgPage({
    lang,
    assets,
    title: CREATED,
    notice: { kind: 'done', title: sent, cure: UNCHECKED },
    body: html`<section class="paper">${heading(CREATED, lang)}${keyValue(rows, lang)}
      <p class="actions">${link({ href: phones, label: PHONES, lang, testid: 'phones', kind: 'primary' })}
      ${link({ href: another, label: ANOTHER, lang, testid: 'officer-another', kind: 'plain' })}</p></section>`,
  });
}
