import { procedures } from '../../../contracts/_procedures.ts';
import { accountPage, dossiersPage } from '../../../functions/_portal/pages.ts';

import { servicesPage } from '../../../functions/dvcqg/services/page.ts';
import { account, dossier, none } from './portal.ts';
import { post, type Samples } from './world.ts';

const named = {
  base: '/default/bocongan',
  portal: { vi: 'Cổng dịch vụ công Bộ Công an', en: "The police ministry's portal" },
};

export const bocongan: Samples = {
  'bocongan-account': (frame) =>
    accountPage({
      ...frame,
      ...named,
      account: {
        ...account,
        techIds: [],
        username: 'an.congan',
        cmnd: '012345678',
        notes: [
          ...account.notes,
          { at: '2026-11-22T02:20:00.000Z', event: 'synced', rule: 'no-old-accounts', detail: 'one account' },
        ],
      },
      provider: 'vneid',
      signOut: post,
      unlink: post,
      sync: post,
    }),
  'bocongan-dossiers': (frame) =>
    dossiersPage({
      ...frame,
      ...named,
      ...none,
      procedures,
      dossiers: [
        {
          ...dossier,
          service: '1.990101',
          code: '000.00.99.H99-240614-00042',
          submittedAt: '2024-06-14T02:14:00.000Z',
          byVneid: false,
          content: 'Đăng ký thường trú.',
        },
      ],
      sync: post,
      notice: {
        kind: 'done',
        title: {
          vi: 'Tài khoản cũ và hồ sơ của nó đã về tài khoản VNeID',
          en: 'The old account and its dossiers have come to the VNeID account',
        },
      },
    }),
  'dvcqg-services': (frame) =>
    servicesPage({ ...frame, base: '/default/dvcqg', q: '', services: procedures }),
  'dvcqg-no-services': (frame) =>
    servicesPage({ ...frame, base: '/default/dvcqg', q: 'hộ chiếu', services: [] }),
};
