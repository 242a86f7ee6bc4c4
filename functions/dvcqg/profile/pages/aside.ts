import { calendarDates } from '../../../../contracts/_calendar-dates.ts';
import type { Text } from '../../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../../_kit/page/html.ts';
import { link } from '../../../_kit/page/parts.ts';
import { shownDate } from './words.ts';

export interface AsideProps {
  lang: Lang;
  /** The accounts that were left aside, oldest first. */
  usernames: readonly string[];
  /** How they come over: at the police ministry's portal, by their own password, or not before that portal can. */
  way: 'police' | 'password' | 'wait';
  /** Where that way begins. */
  url: string;
}

const since = shownDate(calendarDates['police-portal-syncs']);

const title = (usernames: string): Text => ({
  vi: `Tài khoản cũ của bạn còn để riêng: ${usernames}`,
  en: `An older account of yours was left aside: ${usernames}`,
});

const WHY: Text = {
  vi: 'Đăng nhập bằng VNeID không tự lấy tài khoản chưa được CSDL quốc gia về dân cư xác nhận, hay tài khoản thứ hai của cùng một người. Hồ sơ của nó chưa về tài khoản này.',
  en: 'Signing in with VNeID takes no account by itself that the population database has not confirmed, nor a second one of the same person. Its dossiers have not come to this account.',
};

const ways: Readonly<Record<AsideProps['way'], { cure: Text; label: Text }>> = {
  police: {
    cure: {
      vi: 'Để đưa về: đăng nhập Cổng dịch vụ công Bộ Công an bằng VNeID, vào «Quản lý tài khoản», bấm «Cập nhật thông tin tài khoản từ CSDLQG về dân cư».',
      en: 'To bring it over: sign in to the police ministry’s portal with VNeID, open "Quản lý tài khoản" and press "Cập nhật thông tin tài khoản từ CSDLQG về dân cư".',
    },
    label: { vi: 'Tới Cổng dịch vụ công Bộ Công an', en: 'To the police ministry’s portal' },
  },
  password: {
    cure: {
      vi: 'Để đưa về: đăng xuất, đăng nhập bằng tài khoản cũ, bấm «Cập nhật từ CSDL Quốc gia về dân cư», rồi đăng nhập bằng VNeID để liên kết.',
      en: 'To bring it over: sign out, sign in with the older account, use "Update from the population database", then sign in with VNeID to link it.',
    },
    label: { vi: 'Đăng xuất', en: 'Sign out' },
  },
  wait: {
    cure: {
      vi: `Để đưa về: từ ${since} Cổng dịch vụ công Bộ Công an có chức năng «Cập nhật thông tin tài khoản từ CSDLQG về dân cư».`,
      en: `To bring it over: from ${since} on the police ministry’s portal has "Cập nhật thông tin tài khoản từ CSDLQG về dân cư".`,
    },
    label: { vi: 'Xem dòng thời gian của quy định', en: "See the law's timeline" },
  },
};

/** That an older account of the same person is not in this one, and how it comes over. */
export const asideNotice = ({ lang, usernames, way, url }: AsideProps): Content => {
  const { cure, label } = ways[way];
  return html`<section class="notice info" aria-labelledby="aside" data-testid="aside">
    <p class="notice-title" id="aside">${say(title(usernames.join(', ')), lang)}</p>
    <p class="notice-cure">${say(WHY, lang)}</p>
    <p class="notice-cure">${say(cure, lang)}</p>
    <p>${link({ href: url, label, lang, testid: 'bring-over' })}</p>
  </section>`;
};
