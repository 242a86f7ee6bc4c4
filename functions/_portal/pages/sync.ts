import type { Text } from '../../../contracts/_contract.ts';
import { type Content, html, type Lang, say } from '../../_kit/page/html.ts';
import { button, form, type Post } from '../../_kit/page/parts.ts';

const SYNC: Text = {
  vi: 'Cập nhật thông tin tài khoản từ CSDLQG về dân cư',
  en: 'Update the account from the population database',
};
const WHY: Text = {
  vi: 'Đưa tài khoản cũ do Cổng DVCQG cấp (thuê bao di động, BHXH, VNPost…) và hồ sơ đã nộp bằng tài khoản đó về tài khoản VNeID.',
  en: 'Brings an old account of the national portal (mobile subscription, insurance, VNPost …), and what was submitted under it, to the VNeID account.',
};

/** The function that the police ministry's portal has since 28 June 2024, in both of its places. */
export const syncForm = (sync: Post, lang: Lang): Content =>
  html`<div class="sync">${form(sync, button({ label: SYNC, lang, testid: 'sync', kind: 'plain' }), 'sync-form')}<p class="hint">${say(WHY, lang)}</p></div>`;
