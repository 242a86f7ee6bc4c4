import { approvePage, signInPage } from '../../../functions/csc/oauth/pages/index.ts';
import { client, now, post, type Samples } from './world.ts';

const signing = {
  holder: 'Công ty Cổ phần Bãi Cát (thử nghiệm)',
  serial: '5A0F1E2D3C4B5A69788796A5B4C3D2E1',
  validTo: now + 3 * 365 * 86_400_000,
  count: 3,
  hashes: ['LKPp0GZRdZTUUDYzuSqhae6ZsgG/tqHnGu/pljGKheo=', 'va6L55+gZa1xOtYxs7dg5ysBnuBPuAywPReuSLTQCco='],
  description: 'Ký hóa đơn tháng 11 và tờ khai thuế giá trị gia tăng quý IV',
};
const parties = { client: client.name, redirectHost: '127.0.0.1:3000', person: 'Phan Như Quỳnh', post };
const wrongPin = {
  title: { vi: 'Sai mã PIN', en: 'The PIN is wrong' },
  cure: { vi: 'Kiểm tra lại rồi nhập lần nữa.', en: 'Check it and enter it again.' },
};

export const csc: Samples = {
  'csc-sign-in': (frame) => signInPage({ ...frame, client: client.name, scope: 'service', post }),
  'csc-sign-in-error': (frame) =>
    signInPage({
      ...frame,
      client: client.name,
      scope: 'credential',
      post,
      error: {
        title: { vi: 'Sai tên đăng nhập hoặc mật khẩu', en: 'The user name or the password is wrong' },
        cure: { vi: 'Kiểm tra lại rồi thử lần nữa.', en: 'Check both and try again.' },
      },
    }),
  'csc-allow': (frame) => approvePage({ ...frame, ...parties }),
  'csc-sign': (frame) => approvePage({ ...frame, ...parties, signing }),
  'csc-sign-error': (frame) => approvePage({ ...frame, ...parties, signing, error: wrongPin, triesLeft: 2 }),
  'csc-sign-any': (frame) =>
    approvePage({ ...frame, ...parties, signing: { ...signing, hashes: [], description: undefined } }),
};
