import { portalErrorPage, portalHomePage, portalSignedInPage } from '../../../functions/portal/pages.ts';
import { claims, post, type Samples } from './world.ts';

const idClaims = {
  iss: 'http://localhost:4100/default/vneid',
  sub: '8mJ2f7Qk3v0u1xUoM3hC9w',
  aud: 'demo-portal',
  exp: 1795314240,
  iat: 1795313640,
  auth_time: 1795313610,
  nonce: 'Xr4wJYcVtYxkHjv0Jq8mJf5dX5mKqkYc',
  acr: 'urn:vneid:loa:1',
  amr: ['pwd', 'otp', 'sms'],
  at_hash: 'Yg5yQb1mJ0kqkO2oZb3n1A',
};

export const portal: Samples = {
  'portal-home': (frame) =>
    portalHomePage({
      ...frame,
      signIn: post,
      configuration: [
        { label: { vi: 'Bên phát hành', en: 'Issuer' }, value: idClaims.iss, wire: 'issuer' },
        { label: { vi: 'Mã client', en: 'Client ID' }, value: 'demo-portal', wire: 'client_id' },
        {
          label: { vi: 'Địa chỉ quay lại', en: 'Redirect URI' },
          value: 'http://localhost:4100/default/portal/callback',
          wire: 'redirect_uri',
        },
      ],
    }),
  'portal-signed-in': (frame) =>
    portalSignedInPage({
      ...frame,
      name: 'Nguyễn Văn An',
      who: [
        ...claims,
        { label: { vi: 'Mức độ bảo đảm', en: 'Level of assurance' }, value: '1', wire: 'acr' },
      ],
      idToken: { header: { alg: 'RS256', kid: 'x9dPZ0', typ: 'JWT' }, claims: idClaims },
      userinfo: {
        sub: idClaims.sub,
        name: 'Nguyễn Văn An',
        birthdate: '1985-03-17',
        gender: 'male',
        citizen_pid: '099085000017',
        address: { province: '99' },
      },
      accessToken: 'kX9vJwqv2t8P5yQm7cN3rB6zL1hF4dSgA0eUoiYTRxW',
      timing: [
        { label: { vi: 'Đọc cấu hình (discovery)', en: 'Discovery' }, milliseconds: 14.2 },
        { label: { vi: 'Đổi mã lấy token', en: 'Code for tokens' }, milliseconds: 38.9 },
        { label: { vi: 'Đọc userinfo', en: 'Userinfo' }, milliseconds: 9.1 },
      ],
      signOut: post,
      stepUp: post,
      refresh: post,
      notice: { kind: 'done', title: { vi: 'Token đã được làm mới', en: 'The tokens were refreshed' } },
    }),
  'portal-error': (frame) =>
    portalErrorPage({
      ...frame,
      error: 'access_denied',
      description: 'The end-user refused the consent',
      retry: post,
      home: '/portal',
    }),
};
