import type { Content } from '../../../functions/_kit/page/html.ts';
import type { CastMember } from '../../../functions/_kit/page/panel.ts';
import type { Frame } from '../../../functions/_kit/page.ts';

/** Pages by name, each with its sample data. */
export type Samples = Readonly<Record<string, (frame: Frame) => Content>>;

export const now = Date.UTC(2026, 10, 22, 2, 14);
export const post = { action: '/done', hidden: { csrf: 'c2FtcGxl' } };
export const client = { name: 'Cổng dịch vụ công tỉnh Mẫu' };
const ODD = { vi: 'Tài khoản có điều khác thường', en: 'Accounts with something unusual' };
const NAMES = { vi: 'Tên và giấy tờ khó', en: 'Difficult names and papers' };

export const people: readonly CastMember[] = [
  {
    slug: 'an',
    name: 'Nguyễn Văn An',
    hint: '099085000017',
    tags: ['level-2'],
    reason: { vi: 'Mọi thứ đều đúng.', en: 'Everything is right.' },
  },
  {
    slug: 'binh',
    name: 'Trần Thị Bình',
    hint: '099190000024',
    tags: ['level-1'],
    reason: { vi: 'Tài khoản VNeID mức độ 1.', en: 'VNeID level 1 only.' },
  },
  {
    slug: 'cuong',
    name: 'Lê Mạnh Cường',
    hint: '099088000031',
    tags: ['locked'],
    group: ODD,
    reason: { vi: 'Tài khoản VNeID đang bị khóa.', en: 'The VNeID account is locked.' },
  },
  {
    slug: 'dung',
    name: 'Phạm Dung',
    hint: '099192000048',
    tags: ['no-middle-name', 'level-2'],
    group: NAMES,
    reason: { vi: 'Không có tên đệm.', en: 'No middle name.' },
  },
  {
    slug: 'duc',
    name: 'Đặng Hữu Đức'.normalize('NFD'),
    hint: '099079000055',
    tags: ['nfd'],
    group: NAMES,
    reason: { vi: 'Tên được lưu ở dạng Unicode tách dấu.', en: 'The name is stored in decomposed Unicode.' },
  },
];

export const claims = [
  {
    label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
    value: '099085000017',
    wire: 'citizen_pid',
  },
  { label: { vi: 'Họ và tên', en: 'Full name' }, value: 'Nguyễn Văn An', wire: 'name' },
  { label: { vi: 'Ngày sinh', en: 'Date of birth' }, value: '17/03/1985', wire: 'birthdate' },
  { label: { vi: 'Giới tính', en: 'Gender' }, value: 'Nam', wire: 'gender' },
];
