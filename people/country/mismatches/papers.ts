import { account } from '../papers.ts';
import type { Mismatch } from './groups.ts';

export const paperMismatches: readonly Mismatch[] = [
  {
    tag: 'no-identity-card',
    share: 150,
    among: 'cmnd',
    vi: 'Có số CMND nhưng chưa được cấp thẻ căn cước, nên cũng chưa có VNeID.',
    en: 'Has an old card number but no identity card yet, and so no VNeID either.',
    apply: (person) => {
      delete person.identityCard;
      person.vneid = account(null, 'none');
    },
  },
  {
    tag: 'vneid-level-1',
    share: 500,
    among: 'fourteen',
    vi: 'Chỉ có VNeID mức 1.',
    en: 'Has VNeID level 1 only.',
    apply: ({ vneid }) => {
      vneid.level = 1;
    },
  },
  {
    tag: 'vneid-locked',
    share: 100,
    among: 'fourteen',
    vi: 'Tài khoản VNeID bị khóa.',
    en: 'The VNeID account is locked.',
    apply: ({ vneid }) => {
      vneid.status = 'locked';
    },
  },
  {
    tag: 'vneid-not-activated',
    share: 100,
    among: 'fourteen',
    vi: 'Tài khoản VNeID chưa kích hoạt.',
    en: 'The VNeID account is not activated.',
    apply: ({ vneid }) => {
      vneid.status = 'not-activated';
    },
  },
  {
    tag: 'vneid-none',
    share: 300,
    among: 'fourteen',
    vi: 'Không có tài khoản VNeID.',
    en: 'Has no VNeID account.',
    apply: (person) => {
      person.vneid = account(null, 'none');
    },
  },
];
