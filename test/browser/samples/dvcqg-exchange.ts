import { calendarRules, documents } from '../../../contracts/_calendar.ts';
import { usbFaults } from '../../../contracts/_dvcqg/usb-faults.ts';
import { codePage } from '../../../functions/dvcqg/exchange/pages/code.ts';
import { loginPage } from '../../../functions/dvcqg/exchange/pages/login.ts';
import { oauthErrorPage } from '../../../functions/dvcqg/exchange/pages/oauth-error.ts';
import { refusalPage } from '../../../functions/dvcqg/exchange/pages/refusal.ts';
import { signByTokenPage } from '../../../functions/dvcqg/exchange/pages/sign-by-token.ts';
import {
  signedOutPage,
  signOutPage,
  stillSignedInPage,
} from '../../../functions/dvcqg/exchange/pages/sign-out.ts';
import { signaturePage } from '../../../functions/dvcqg/exchange/pages/signature.ts';
import { phoneNote } from '../../../functions/dvcqg/registration/signature.ts';
import { toSignForSignIn } from '../../../functions/dvcqg/token/to-sign.ts';
import { client, people, post, type Samples } from './world.ts';

const vneid = { citizen: '/vneid', organisation: '/vneid-organisation' };
const rule = calendarRules['citizens-vneid-only'];
const closed = {
  since: rule.from,
  what: rule.what,
  documents: rule.documents.map((id) => documents[id].name),
};
const get = calendarRules['organisations-get-identity'];
const organisationFrom = {
  since: get.from,
  what: get.what,
  documents: get.documents.map((id) => documents[id].name),
};
const pluggedIn = { name: 'Võ Minh Khánh', shim: '/assets/usb-token.js', window: '/window' };
const byToken = {
  post,
  toSign: toSignForSignIn('agency', '0f5a4a3e-6a0c-4bb6-9d53-2f7a7a5b1c9e'),
  people: people.slice(0, 3).map(({ slug, name, reason }) => ({ slug, name, reason, url: '#' })),
  retry: '/login',
};
const common = { vneid, username: '', timeline: '/timeline', recover: '/recovery', post };

export const dvcqgExchange: Samples = {
  'exchange-login': (frame) =>
    loginPage({
      ...frame,
      ...common,
      client: client.name,
      cancel: '/cancel',
      post,
      organisationFrom,
      signature: { post, kinds: ['agency', 'enterprise', 'citizen'] },
    }),
  'exchange-login-error': (frame) =>
    loginPage({
      ...frame,
      ...common,
      post,
      username: '099085000017',
      error: {
        title: { vi: 'Tên đăng nhập hoặc mật khẩu không đúng', en: 'Wrong user name or password' },
        cure: { vi: 'Kiểm tra lại rồi thử lần nữa.', en: 'Check both and try again.' },
      },
      signature: { post, kinds: ['agency', 'enterprise'] },
    }),
  'exchange-login-closed': (frame) =>
    loginPage({
      ...frame,
      ...common,
      client: client.name,
      cancel: '/cancel',
      closed,
      signature: { post, kinds: ['agency'] },
    }),
  'exchange-login-bridge': (frame) =>
    loginPage({
      ...frame,
      ...common,
      client: 'Cầu nối SSO (thử nghiệm)',
      cancel: '/cancel',
      closed,
      bridge: true,
    }),
  'exchange-code': (frame) =>
    codePage({
      ...frame,
      post,
      resend: post,
      sentTo: '09•• ••• 017',
      digits: 6,
      secondsLeft: 179,
      phoneUrl: '/phone',
    }),
  'exchange-code-error': (frame) =>
    codePage({
      ...frame,
      post,
      resend: post,
      sentTo: '09•• ••• 017',
      digits: 6,
      secondsLeft: 61,
      error: {
        title: { vi: 'Mã không đúng', en: 'The code is wrong' },
        cure: {
          vi: 'Xem lại tin nhắn mới nhất rồi nhập lại.',
          en: 'Look at the newest message and try again.',
        },
      },
    }),
  'exchange-signature-on-phone': (frame) =>
    signaturePage({ ...frame, post, what: phoneNote, phone: { url: '/phone', person: 'Võ Minh Khánh' } }),
  'exchange-token': (frame) => signByTokenPage({ ...frame, ...byToken, pluggedIn }),
  'exchange-token-nobody': (frame) => signByTokenPage({ ...frame, ...byToken }),
  'exchange-token-refused': (frame) =>
    refusalPage({
      ...frame,
      ...usbFaults.USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE,
      detail:
        'USB_CERTIFICATE_VERIFICATION_FAILED_ERROR_CODE: signature_not_trusted: the certificate was revoked or suspended',
      retry: '/login',
      client: client.name,
    }),
  'exchange-refusal': (frame) =>
    refusalPage({
      ...frame,
      title: { vi: 'Tài khoản VNeID chưa đạt mức 2', en: 'The VNeID account has not reached level 2' },
      cure: {
        vi: 'Trên thực tế: nâng mức tại cơ quan công an. Ở đây: chọn người có VNeID mức 2',
        en: 'In reality: raise the level at the police. Here: choose somebody with level 2',
      },
      detail: 'level_too_low: VNeID level 2 is needed, the account has level 1',
      retry: '/login',
      cancel: '/cancel',
      client: client.name,
    }),
  'exchange-oauth-error': (frame) =>
    oauthErrorPage({
      ...frame,
      code: 'invalid_callback',
      message: 'callback.not.match',
      detail: "'https://tinh.example.vn/callback/' is not registered for 'tinh-mau'",
    }),
  'exchange-sign-out': (frame) =>
    signOutPage({ ...frame, client: client.name, person: 'Nguyễn Văn An', post }),
  'exchange-signed-out': (frame) =>
    signedOutPage({ ...frame, frames: [], next: { url: '/portal', name: client.name } }),
  'exchange-signed-out-frames': (frame) => signedOutPage({ ...frame, frames: ['/frame/1'] }),
  'exchange-still-signed-in': (frame) => stillSignedInPage(frame),
};
