import { procedures } from '../../../contracts/_procedures.ts';
import type { Dossier } from '../../../functions/_portal/dossiers/dossier.ts';
import type { Applicant } from '../../../functions/_portal/linking/applicant.ts';

import {
  accountPage,
  dossierFormPage,
  dossiersPage,
  portalErrorPage,
  portalHomePage,
  portalSignedInPage,
  provePage,
  servicesPage,
} from '../../../functions/_portal/pages.ts';
import { claims, now, post, type Samples } from './world.ts';

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

const shown = procedures
  .filter(({ portal }) => portal === 'portal')
  .map((procedure) => ({ ...procedure, href: `/default/portal/dossiers/new?service=${procedure.MaDVC}` }));

const fields: Dossier['fields'] = [
  { name: 'HoVaTen', value: 'Nguyễn Văn An', from: 'exchange' },
  { name: 'SoDinhDanh', value: '099090000001', from: 'exchange' },
  { name: 'NgayThangNamSinh', value: '1990-05-15', from: 'exchange' },
  { name: 'TechID', value: '5f0c2f0e-8f3a-4c1b-8a77-0d5a4f1f9f10', from: 'exchange' },
  { name: 'GioiTinh', value: 'Nam', from: 'population' },
  { name: 'ThuongTru', value: 'Số 12, ngõ 34, Tổ 5', from: 'population' },
];

const at = new Date(now).toISOString();

/** No signature yet. */
export const none = { signatures: [] } as const;

export const dossier: Dossier = {
  code: '000.00.21.H99-261122-04711',
  service: '1.990001',
  procedure: '1.990001.000.00.00.H99',
  agency: '000.00.21.H99',
  techId: '5f0c2f0e-8f3a-4c1b-8a77-0d5a4f1f9f10',
  number: '099090000001',
  name: 'Nguyễn Văn An',
  byVneid: true,
  submittedAt: at,
  date: '2026-11-22',
  applicant: 'a1',
  fields: [...fields, { name: 'SoDienThoai', value: '0950000101', from: 'typed' }],
  content: 'Đề nghị đăng ký khai sinh cho con.',
};

export const account: Applicant = {
  id: 'a1',
  kind: 'citizen',
  status: 'active',
  name: 'Nguyễn Văn An',
  birth: '1990-05-15',
  number: '099090000001',
  numberFrom: 'vneid',
  email: 'an@example.vn',
  techIds: ['5f0c2f0e-8f3a-4c1b-8a77-0d5a4f1f9f10'],
  sub: '8mJ2f7Qk3v0u1xUoM3hC9w',
  verified: true,
  register: {},
  wrongTries: 0,
  createdAt: at,
  notes: [
    { at, event: 'created', rule: 'link-once', detail: 'by exchange' },
    {
      at,
      event: 'verified',
      rule: 'enrich-once-verified',
      detail: 'the population register knows the person (037)',
    },
  ],
};

const base = '/default/portal';
const named = { base, portal: { vi: 'Cổng dịch vụ mẫu', en: 'Reference portal' } };

export const portal: Samples = {
  'portal-home': (frame) =>
    portalHomePage({
      ...frame,
      ...named,
      signIn: [
        { provider: 'vneid', post },
        { provider: 'exchange', post },
      ],
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
      ...named,
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
      ...named,
      provider: 'VNeID',
      error: 'access_denied',
      description: 'The end-user refused the consent',
      retry: post,
      home: '/portal',
    }),
  'portal-services': (frame) => servicesPage({ ...frame, ...named, services: shown }),
  'portal-dossier-form': (frame) =>
    dossierFormPage({
      ...frame,
      ...named,
      procedure: shown[0]!,
      fields,
      said: { phone: '0950000101', email: '', content: '' },
      submit: post,
    }),
  'portal-dossier-form-wrong': (frame) =>
    dossierFormPage({
      ...frame,
      ...named,
      procedure: shown[0]!,
      fields,
      said: { phone: 'abc', email: 'x@y', content: '' },
      errors: [
        {
          path: 'phone',
          message:
            'Số điện thoại gồm các chữ số, chẳng hạn 0950000101 / A telephone number has digits only, such as 0950000101',
        },
        { path: 'content', message: 'Hãy ghi nội dung đề nghị / Say what you ask for' },
      ],
      submit: post,
    }),
  'portal-dossiers': (frame) =>
    dossiersPage({ ...frame, ...named, ...none, procedures, dossiers: [dossier] }),
  'portal-no-dossiers': (frame) => dossiersPage({ ...frame, ...named, ...none, procedures, dossiers: [] }),
  'portal-account': (frame) =>
    accountPage({ ...frame, ...named, account, provider: 'exchange', signOut: post, unlink: post }),
  'portal-prove': (frame) =>
    provePage({
      ...frame,
      ...named,
      username: 'nguyenvanan',
      name: 'Nguyễn Văn An',
      prove: post,
      signOut: post,
    }),
  'portal-prove-wrong': (frame) =>
    provePage({
      ...frame,
      ...named,
      username: 'nguyenvanan',
      name: 'Nguyễn Văn An',
      triesLeft: 3,
      prove: post,
      signOut: post,
    }),
};
