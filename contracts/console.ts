import * as z from 'zod';
import { defineContract } from './_contract.ts';
import { settingsSchema } from './control.ts';

/** Where a workspace is, and until when. */
const workspaceAnswer = z.strictObject({
  id: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** Told once, when the workspace is made. */
  key: z.string().optional(),
  urls: z.record(z.string(), z.url()),
});

export default defineContract({
  name: 'console',
  title: { vi: 'Bàn điều khiển', en: 'Console' },
  root: true,
  faults: {
    workspace_exists: {
      status: 409,
      title: { vi: 'Không gian làm việc này đã có', en: 'This workspace exists already' },
      cure: { vi: 'Chọn id khác, hoặc bỏ trống để HopCat tự đặt', en: 'Choose another id, or leave it out' },
    },
  },
  operations: {
    home: {
      method: 'GET',
      path: '/',
      title: { vi: 'Trang đầu', en: 'Start page' },
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
    },
    asset: {
      method: 'GET',
      path: '/assets/:name',
      title: { vi: 'Kiểu chữ, màu sắc, tập lệnh của trang', en: 'Style sheets, scripts and fonts' },
      answers: { 200: 'asset', 304: 'empty' },
      errors: 'problem',
      fidelity: 'ours',
    },
    createWorkspace: {
      method: 'POST',
      path: '/api/workspaces',
      title: { vi: 'Tạo không gian làm việc', en: 'Create a workspace' },
      json: z.strictObject({
        id: z.string().optional(),
        /** Seconds of real time, at most 30 days; default 24 hours. */
        lifetimeSeconds: z.int().min(60).max(2_592_000).optional(),
        settings: settingsSchema.partial().optional(),
      }),
      answers: { 201: workspaceAnswer },
      errors: 'problem',
      fidelity: 'ours',
    },
    readWorkspace: {
      method: 'GET',
      path: '/api/workspaces/:workspace',
      title: { vi: 'Xem không gian làm việc', en: 'Read a workspace' },
      answers: { 200: workspaceAnswer },
      errors: 'problem',
      fidelity: 'ours',
    },
    deleteWorkspace: {
      method: 'DELETE',
      path: '/api/workspaces/:workspace',
      title: { vi: 'Xoá không gian làm việc', en: 'Delete a workspace' },
      answers: { 204: 'empty' },
      errors: 'problem',
      fidelity: 'ours',
    },
  },
});
