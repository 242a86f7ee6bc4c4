import type { Operation, Text } from '../_contract.ts';
import * as data from './profile-data.ts';
import { examples } from './profile-examples.ts';

const text = (vi: string, en: string): Text => ({ vi, en });
const ours = { method: 'POST', errors: 'problem', fidelity: 'ours' } as const;

/** An account's telephone and address, its recovery, and what the police ministry's portal asks for. */
export const contactOperations = {
  changePhone: {
    ...ours,
    path: '/api/accounts/:techId/phone',
    title: text('Đổi số điện thoại: gửi mã tới số mới', 'Change the telephone: a code to the new one'),
    json: data.phoneWanted,
    answers: { 200: data.codeSent },
    examples: examples.changePhone,
  },
  confirmPhone: {
    ...ours,
    path: '/api/accounts/:techId/phone/confirm',
    title: text('Đổi số điện thoại: mã đã nhận', 'Change the telephone: the code that came'),
    json: data.codeShown,
    answers: { 200: data.accountAnswer },
    examples: examples.confirmPhone,
  },
  changeEmail: {
    ...ours,
    path: '/api/accounts/:techId/email',
    title: text('Đổi hoặc bỏ thư điện tử', 'Change or take away the e-mail address'),
    json: data.emailWanted,
    answers: { 200: data.accountAnswer },
    examples: examples.changeEmail,
  },
  beginRecovery: {
    ...ours,
    path: '/api/recovery',
    title: text('Quên mật khẩu hoặc tên đăng nhập: gửi mã', 'Forgotten password or user name: send a code'),
    json: data.recoveryWanted,
    answers: { 200: data.codeSent },
    examples: examples.beginRecovery,
    note: text(
      'Các bước khôi phục của cổng thật chưa rõ',
      'How an account is recovered on the real portal is not known',
    ),
  },
  finishRecovery: {
    ...ours,
    path: '/api/recovery/finish',
    title: text('Mã đã nhận, và mật khẩu mới', 'The code that came, and the new password'),
    json: data.recoveryShown,
    answers: { 200: data.recovered },
    examples: examples.finishRecovery,
  },
  sync: {
    ...ours,
    path: '/api/sync',
    title: text(
      'Cổng Bộ Công an đồng bộ tài khoản cũ của một người',
      "The police ministry's portal brings a person's old accounts under VNeID",
    ),
    json: data.syncRequest,
    answers: { 200: data.syncAnswer },
    examples: examples.sync,
    note: text(
      'Chức năng có từ 28/6/2024 theo hướng dẫn; giao diện giữa hai cổng không công khai',
      'The function is known to exist from 28 June 2024 on; the interface between the two portals is not public',
    ),
  },
} as const satisfies Readonly<Record<string, Operation>>;
