import type { Text } from '../../../../contracts/_contract.ts';
import {
  accountKinds,
  type Method,
  registrationMethods,
  stateNames,
} from '../../../../contracts/_dvcqg/account.ts';
import { keyValue } from '../../../_kit/page/data.ts';
import { type Content, html, say } from '../../../_kit/page/html.ts';
import { heading, link } from '../../../_kit/page/parts.ts';
import type { Frame } from '../../../_kit/page.ts';
import type { Account } from '../../account.ts';
import { registrationPage } from './frame.ts';

export interface DoneProps extends Frame {
  account: Pick<Account, 'username' | 'kind' | 'method' | 'name' | 'state' | 'organisation'>;
  signInUrl: string;
}

const TITLE: Text = { vi: 'Đăng ký thành công', en: 'Your account is there' };
const SIGN_IN: Text = { vi: 'Đăng nhập', en: 'Sign in' };
const NEXT: Text = {
  vi: 'Tiếp theo: đăng nhập, mở «Thông tin định danh» rồi «Cập nhật từ CSDL Quốc gia về dân cư» để xác thực số định danh.',
  en: 'Next: sign in, open "Thông tin định danh" and use "Cập nhật từ CSDL Quốc gia về dân cư", so that the number is verified.',
};

const methodName = (method: Method): Text => registrationMethods[method];

/** The account is there. */
export const donePage = ({ account, signInUrl, lang, assets }: DoneProps): Content =>
  registrationPage({
    lang,
    assets,
    title: TITLE,
    body: html`${heading(TITLE, lang)}
      ${keyValue(
        [
          { label: { vi: 'Tên đăng nhập', en: 'User name' }, value: account.username, testid: 'registered' },
          { label: { vi: 'Chủ tài khoản', en: 'Holder' }, value: account.organisation?.name ?? account.name },
          { label: { vi: 'Loại', en: 'Kind' }, value: say(accountKinds[account.kind], lang) },
          {
            label: { vi: 'Cách đăng ký', en: 'Registered by' },
            value: say(methodName(account.method), lang),
          },
          {
            label: { vi: 'Trạng thái', en: 'State' },
            value: say(stateNames[account.state.at], lang),
            testid: 'account-state',
          },
        ],
        lang,
      )}
      ${account.kind === 'citizen' && html`<p>${say(NEXT, lang)}</p>`}
      <p class="actions">${link({ href: signInUrl, label: SIGN_IN, lang, testid: 'to-sign-in', kind: 'primary' })}</p>`,
  });
