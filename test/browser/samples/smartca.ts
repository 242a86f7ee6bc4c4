import { loginPage } from '../../../functions/smartca/oauth/page.ts';
import { client, post, type Samples } from './world.ts';

const asked = { client: client.name, redirectHost: 'localhost:3000', post };

export const smartca: Samples = {
  'smartca-login': (frame) => loginPage({ ...frame, ...asked, username: '' }),
  'smartca-login-error': (frame) =>
    loginPage({
      ...frame,
      ...asked,
      username: '099085000017',
      error: {
        title: { vi: 'Sai số giấy tờ hoặc mật khẩu', en: 'The number or the password is wrong' },
        cure: {
          vi: 'Kiểm tra lại rồi nhập lần nữa. Sai 5 lần thì tài khoản tạm khóa 5 phút.',
          en: 'Check both and try again. After 5 wrong tries the account is locked for 5 minutes.',
        },
      },
    }),
};
