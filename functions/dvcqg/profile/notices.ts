import contract from '../../../contracts/dvcqg.ts';
import type { Fault } from '../../_kit/fault.ts';
import type { NoticeProps } from '../../_kit/page/parts.ts';
import { faultKind } from '../../_kit/wire.ts';

/** What a page says of what the page before has done. */
const done: Readonly<Record<string, NoticeProps>> = {
  'taken-over': {
    kind: 'done',
    title: {
      vi: 'Đã cập nhật thông tin từ CSDL quốc gia về dân cư',
      en: "The population database's data was taken over",
    },
    cure: {
      vi: 'Tài khoản chưa liên kết thì đăng nhập bằng VNeID để liên kết, ngay bây giờ hoặc ở lần đăng nhập sau.',
      en: 'An account that is not linked yet is linked by signing in with VNeID, now or the next time.',
    },
  },
  phone: { kind: 'done', title: { vi: 'Đã đổi số điện thoại', en: 'The telephone was changed' } },
  email: { kind: 'done', title: { vi: 'Đã lưu thư điện tử', en: 'The e-mail address was saved' } },
  password: { kind: 'done', title: { vi: 'Đã đổi mật khẩu', en: 'The password was changed' } },
  unlinked: { kind: 'done', title: { vi: 'Đã bỏ liên kết với VNeID', en: 'Unlinked from VNeID' } },
  'unlinked-signed-out': {
    kind: 'done',
    title: { vi: 'Đã bỏ liên kết với VNeID và đăng xuất', en: 'Unlinked from VNeID and signed out' },
    cure: {
      vi: 'Đăng nhập lại bằng VNeID sẽ liên kết lại.',
      en: 'Signing in with VNeID again links the account again.',
    },
  },
};

export const doneNotice = (name: string | undefined): NoticeProps | undefined =>
  name !== undefined && Object.hasOwn(done, name) ? done[name] : undefined;

/** A refusal above the form that it is about. */
export function refusalNotice(fault: Fault): { notice: NoticeProps; status: number } {
  const { status, title, cure } = faultKind(contract, fault.code);
  const wrong = (fault.extra.errors ?? []).map(({ message }) => message.split(' / '));
  const said = (half: number) => wrong.map((halves) => halves[half] ?? halves[0]).join('; ');
  const more = wrong.length > 0 ? { vi: said(0), en: said(1) } : cure;
  return { status, notice: { kind: 'error', title, cure: more } };
}
