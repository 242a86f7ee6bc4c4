import * as z from 'zod';
import type { Operation } from '../_contract.ts';
import { applicantList, dossierList, procedureList } from './data.ts';
import { examples } from './examples.ts';

const code = z.lazy(() => z.string().max(60));

const answersPage = { answers: { 200: 'html', 302: 'redirect' }, errors: 'page', fidelity: 'ours' } as const;

/** A portal's services, dossiers and accounts: pages for people. */
export const pageOperations = {
  services: {
    method: 'GET',
    path: '/services',
    title: { vi: 'Dịch vụ công trực tuyến', en: 'Online services' },
    examples: examples.services,
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'ours',
  },
  launch: {
    method: 'GET',
    path: '/launch',
    title: { vi: 'Đến từ Cổng DVCQG với một thủ tục', en: 'Arrive from the national portal for a procedure' },
    query: z.lazy(() =>
      z.object({
        /** 1: sign in silently through the exchange. */
        vnconnect: z.string().optional(),
        MaTTHCDP: code,
        MaCoQuanThucHien: code,
        MaDVC: code,
      }),
    ),
    answers: { 302: 'redirect' },
    errors: 'page',
    fidelity: 'M',
    note: {
      vi: 'Tên tham số theo mã nguồn cổng; đường dẫn và việc thử prompt=none trước là của hộp cát',
      en: "Names of the parameters follow portals' code; the path, and prompt=none first, are ours",
    },
  },
  dossierForm: {
    ...answersPage,
    method: 'GET',
    path: '/dossiers/new',
    title: { vi: 'Tờ khai, điền sẵn từ định danh', en: 'The form, filled in from the identity' },
    query: z.lazy(() => z.object({ service: code })),
  },
  submit: {
    method: 'POST',
    ownPages: true,
    path: '/dossiers',
    title: { vi: 'Nộp hồ sơ', en: 'Submit a dossier' },
    form: z.lazy(() =>
      z.strictObject({
        service: code,
        /** What is wrong with these is said on the page: see `dossierTyped`. */
        phone: z.string().max(2_000).default(''),
        email: z.string().max(2_000).default(''),
        content: z.string().max(20_000).default(''),
      }),
    ),
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  dossiers: {
    ...answersPage,
    method: 'GET',
    path: '/dossiers',
    title: { vi: 'Quản lý hồ sơ đã nộp', en: 'Submitted dossiers' },
    query: z.lazy(() => z.object({ notice: z.string().optional() })),
  },
  account: {
    ...answersPage,
    method: 'GET',
    path: '/account',
    title: { vi: 'Quản lý tài khoản', en: 'Account' },
    query: z.lazy(() => z.object({ notice: z.string().optional() })),
  },
  unlink: {
    method: 'POST',
    ownPages: true,
    path: '/account/unlink',
    title: { vi: 'Bỏ liên kết', en: 'Take the link away' },
    form: z.lazy(() => z.strictObject({})),
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'ours',
  },
  proveForm: {
    ...answersPage,
    method: 'GET',
    path: '/link',
    title: {
      vi: 'Hỏi mật khẩu tài khoản cũ trước khi liên kết',
      en: 'Ask for the old account before linking',
    },
  },
  prove: {
    method: 'POST',
    ownPages: true,
    path: '/link',
    title: { vi: 'Chứng minh tài khoản cũ rồi liên kết', en: 'Prove the old account, then link it' },
    form: z.lazy(() => z.strictObject({ password: z.string().max(200) })),
    answers: { 303: 'redirect' },
    errors: 'page',
    fidelity: 'M',
    note: {
      vi: 'Trạng thái mapping của OpenCPS; số lần thử là của hộp cát',
      en: "OpenCPS's state mapping; the number of tries is ours",
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** The same for tests, as JSON: whoever knows the workspace may read it. */
export const apiOperations = {
  listServices: {
    method: 'GET',
    path: '/api/services',
    title: { vi: 'Thủ tục của cổng', en: 'Procedures of the portal' },
    examples: examples.listServices,
    answers: { 200: procedureList },
    errors: 'problem',
    fidelity: 'ours',
  },
  listDossiers: {
    method: 'GET',
    path: '/api/dossiers',
    title: { vi: 'Hồ sơ đã nộp', en: 'Submitted dossiers' },
    examples: examples.listDossiers,
    /** Those of one local account, whoever submitted them. */
    query: z.lazy(() => z.object({ applicant: z.string().max(100).optional() })),
    answers: { 200: dossierList },
    errors: 'problem',
    fidelity: 'ours',
    note: {
      vi: 'TaiKhoanDuocXacThucVoiVNeID theo gói đồng bộ hồ sơ lên Cổng DVCQG; phần còn lại là của hộp cát',
      en: 'TaiKhoanDuocXacThucVoiVNeID follows the synchronisation of dossiers to the national portal; the rest is ours',
    },
  },
  listAccounts: {
    method: 'GET',
    path: '/api/accounts',
    title: { vi: 'Tài khoản tại cổng', en: 'Local accounts' },
    examples: examples.listAccounts,
    answers: { 200: applicantList },
    errors: 'problem',
    fidelity: 'ours',
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** What every portal keeps. */
export const keeps = {
  session: 'calm',
  logout: 'calm',
  refresh: 'calm',
  'sign-in': 'calm',
  'logout-token': 'calm',
  applicant: 'calm',
  key: 'calm',
  dossier: 'calm',
  signing: 'calm',
  signature: 'calm',
  'signed-document': 'calm',
} as const;
