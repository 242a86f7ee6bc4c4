import { formPostPage } from '../../../functions/_kit/page/form-post.ts';
import {
  consentPage,
  oneTimePasswordPage,
  refusalPage,
  signedOutPage,
  signInPage,
  signOutPage,
} from '../../../functions/vneid/pages/index.ts';
import { claims, client, people, post, type Samples } from './world.ts';

const panel = { phonesUrl: '/phones', people, post: { action: '/done', hidden: { transaction: 't1' } } };
const qr = {
  text: 'http://localhost:4100/default/vneid/qr/6f1f4b2c9a',
  shortCode: 'K7PQ',
  status: 'waiting' as const,
  secondsLeft: 118,
  pollUrl: '/poll/pending',
  reloadUrl: '/reload',
  continueUrl: '/continue',
};
const cancel = '/cancel';
const wrong = {
  title: { vi: 'Số định danh hoặc mật khẩu không đúng', en: 'The number or the password is wrong' },
  cure: { vi: 'Kiểm tra lại rồi thử lần nữa. Còn 4 lần.', en: 'Check both and try again. 4 tries left.' },
};

export const vneid: Samples = {
  'sign-in': (frame) => signInPage({ ...frame, client, cancel, post, qr, panel }),
  'sign-in-error': (frame) =>
    signInPage({
      ...frame,
      client,
      cancel,
      post,
      panel,
      username: '099085000017',
      error: wrong,
      qr: { ...qr, status: 'expired' },
    }),
  'sign-in-refused': (frame) =>
    signInPage({ ...frame, client, cancel, post, qr: { ...qr, status: 'refused' } }),
  'sign-in-plain': (frame) => signInPage({ ...frame, client, cancel, post }),
  'one-time-password': (frame) =>
    oneTimePasswordPage({
      ...frame,
      post,
      maskedPhone: '09•• ••• 017',
      triesLeft: 5,
      secondsLeft: 119,
      resend: post,
      phoneUrl: '/phone',
      person: 'Nguyễn Văn An',
    }),
  'one-time-password-error': (frame) =>
    oneTimePasswordPage({
      ...frame,
      post,
      maskedPhone: '09•• ••• 017',
      triesLeft: 2,
      secondsLeft: 61,
      error: {
        title: { vi: 'Mã không đúng', en: 'The code is wrong' },
        cure: {
          vi: 'Xem lại tin nhắn mới nhất rồi nhập lại.',
          en: 'Look at the newest message and try again.',
        },
      },
    }),
  consent: (frame) =>
    consentPage({
      ...frame,
      client,
      redirectHost: 'localhost:4100',
      person: 'Nguyễn Văn An',
      claims: [...claims.slice(0, -1), { ...claims.at(-1)!, value: { vi: 'Nam', en: 'Male' } }],
      post,
      grants: [
        {
          vi: 'Nhận lại các thông tin này khi bạn không có mặt, cho tới khi bạn thu hồi.',
          en: 'Get this again while you are away, until you revoke it.',
        },
      ],
    }),
  refusal: (frame) =>
    refusalPage({
      ...frame,
      title: { vi: 'Tài khoản VNeID đang bị khóa', en: 'The VNeID account is locked' },
      cure: {
        vi: 'Trên thực tế: mở khóa trong ứng dụng hoặc tại cơ quan công an. Ở đây: chọn người khác',
        en: 'In reality: unlock it in the app or at the police. Here: choose somebody else',
      },
      detail: 'account_locked: the account is locked',
      retry: '/auth',
      cancel: '/cancel',
      client,
    }),
  'signed-out': (frame) => signedOutPage({ ...frame, next: { url: '/portal', name: client.name } }),
  'signed-out-frames': (frame) => signedOutPage({ ...frame, frames: ['/frame/1', '/frame/2'] }),
  'sign-out': (frame) => signOutPage({ ...frame, client, person: 'Nguyễn Văn An', post }),
  'form-post': (frame) =>
    formPostPage(
      '/stay',
      { code: 'SplxlOBeZQQYbYS6WxSbIA', state: 'af0ifjsldkj' },
      { ...frame, client: client.name },
    ),
};
