import * as z from 'zod';
import { defineContract } from './_contract.ts';
import { settingsSchema } from './_settings.ts';

/** Where a workspace is, and until when. */
const workspaceAnswer = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    /** Real time. */
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    /** Base URL of each system (`vneid`: the issuer), and the `console`. */
    urls: z.record(z.string(), z.url()),
  }),
);

/** 256 bits, told once: only a hash is kept. */
const createdAnswer = z.lazy(() => workspaceAnswer.unwrap().extend({ key: z.string() }));

const shared = { errors: 'problem', fidelity: 'ours' } as const;

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
    default_stays: {
      status: 409,
      title: { vi: 'Không xóa được không gian default', en: 'The workspace default cannot be deleted' },
      cure: {
        vi: 'Muốn làm lại từ đầu thì gọi POST /default/control/reset',
        en: 'To start over, call POST /default/control/reset',
      },
    },
  },
  operations: {
    home: {
      ...shared,
      method: 'GET',
      path: '/',
      title: { vi: 'Trang đầu', en: 'Start page' },
      answers: { 200: 'html' },
      errors: 'page',
    },
    createOnPage: {
      ...shared,
      method: 'POST',
      path: '/',
      title: { vi: 'Tạo không gian làm việc trên trang đầu', en: 'Create a workspace on the start page' },
      form: z.lazy(() => z.strictObject({})),
      answers: { 201: 'html' },
      errors: 'page',
      keyed: true,
    },
    workspacePage: {
      ...shared,
      method: 'GET',
      path: '/:workspace',
      title: { vi: 'Trang của một không gian làm việc', en: 'A workspace’s page' },
      answers: { 200: 'html', 303: 'redirect' },
      errors: 'page',
    },
    asset: {
      ...shared,
      method: 'GET',
      path: '/assets/:name',
      title: { vi: 'Kiểu chữ, màu sắc, tập lệnh của trang', en: 'Style sheets, scripts and fonts' },
      answers: { 200: 'asset', 304: 'empty' },
    },
    createWorkspace: {
      ...shared,
      method: 'POST',
      path: '/api/workspaces',
      title: { vi: 'Tạo không gian làm việc', en: 'Create a workspace' },
      json: z.lazy(() =>
        z.strictObject({
          /** 3 to 40 lower-case letters, digits and hyphens; made up, and not to be guessed, unless given. */
          id: z.string().optional(),
          /** Of real time, at most 30 days; default 24 hours. */
          lifetimeSeconds: z.int().min(60).max(2_592_000).optional(),
          settings: settingsSchema.optional(),
        }),
      ),
      answers: { 201: createdAnswer },
      keyed: true,
    },
    readWorkspace: {
      ...shared,
      method: 'GET',
      path: '/api/workspaces/:workspace',
      title: { vi: 'Xem không gian làm việc', en: 'Read a workspace' },
      answers: { 200: workspaceAnswer },
      keyed: true,
    },
    deleteWorkspace: {
      ...shared,
      method: 'DELETE',
      path: '/api/workspaces/:workspace',
      title: { vi: 'Xóa không gian làm việc', en: 'Delete a workspace' },
      answers: { 204: 'empty' },
      keyed: true,
    },
  },
});
