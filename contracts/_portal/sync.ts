import * as z from 'zod';
import type { FaultKind, Operation } from '../_contract.ts';

/** Refusals of the synchronisation. */
export const syncFaults = {
  not_yet: {
    status: 403,
    title: { vi: 'Chức năng này chưa có', en: 'This function is not there yet' },
    cure: {
      vi: 'Có từ 28/06/2024: đặt lịch (calendar) từ ngày đó trở đi',
      en: "It comes on 28 June 2024: set the workspace's calendar to that day or later",
    },
  },
  vneid_required: {
    status: 403,
    title: { vi: 'Cần đăng nhập bằng VNeID', en: 'Sign in with VNeID first' },
    cure: {
      vi: 'Chỉ tài khoản VNeID mới nhận được tài khoản cũ: đăng xuất rồi đăng nhập bằng VNeID',
      en: 'Only a VNeID account takes old ones in: sign out, then sign in with VNeID',
    },
  },
  sync_failed: {
    status: 502,
    title: { vi: 'Cổng DVCQG chưa trả lời được', en: 'The national portal gave no usable answer' },
    cure: { vi: 'Thử lại sau; chưa có gì thay đổi', en: 'Try again later; nothing was changed' },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

/** What a portal does that may bring old accounts under VNeID. */
export const syncOperations = {
  sync: {
    method: 'POST',
    path: '/sync',
    ownPages: true,
    title: {
      vi: 'Cập nhật thông tin tài khoản từ CSDLQG về dân cư',
      en: 'Bring an old account of the national portal under VNeID',
    },
    form: z.lazy(() =>
      z.strictObject({
        /** The page that it was asked on, and that shows what came of it. */
        on: z.enum(['account', 'dossiers']),
      }),
    ),
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
    note: {
      vi: 'Công văn nêu chức năng, hai nơi có nó và ngày bắt đầu; cách hai cổng trao đổi là của hộp cát',
      en: 'The notice names the function, its two places and its first day; how the two portals talk is ours',
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
