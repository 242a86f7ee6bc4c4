import * as z from 'zod';
import type { FaultKind, Operation } from '../_contract.ts';

/** Refusals of the list of services. */
export const servicesFaults = {
  unknown_service: {
    status: 404,
    title: { vi: 'Không có thủ tục này', en: 'There is no such procedure' },
    cure: { vi: 'Xem mã ở /dvcqg/api/services', en: 'Look up its code at /dvcqg/api/services' },
  },
  unregistered_target: {
    status: 400,
    title: {
      vi: 'Địa chỉ đích không phải của ứng dụng này',
      en: "The target is none of this client's addresses",
    },
    cure: {
      vi: 'Nguồn (origin) của «to» phải là của một redirect URI mà client đã đăng ký ở cổng trao đổi định danh',
      en: 'The origin of "to" must be that of a redirect URI that the client has registered at the exchange',
    },
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

const code = z.lazy(() => z.string().max(60));
const text = z.lazy(() => z.object({ vi: z.string(), en: z.string() }));

const service = z.lazy(() =>
  z.strictObject({
    MaDVC: z.string(),
    MaTTHCDP: z.string(),
    MaCoQuanThucHien: z.string(),
    name: text,
    agency: text,
    /** The system of the sandbox that takes its dossiers. */
    portal: z.string(),
    /** Leads there, with the codes. */
    url: z.url(),
  }),
);

const note = {
  vi: 'Tên tham số theo mã nguồn cổng; danh sách, đường dẫn và mã thủ tục là của hộp cát',
  en: "Names of the parameters follow portals' code; the list, its path and the codes are ours",
};

/** What can be asked for, and the way to the portal that takes it. */
export const servicesOperations = {
  services: {
    method: 'GET',
    path: '/services',
    title: { vi: 'Danh sách dịch vụ công', en: 'The services' },
    query: z.lazy(() => z.object({ q: z.string().trim().max(100).default('') })),
    examples: [{ title: { vi: 'Mở danh sách', en: 'Open the list' }, status: 200 }],
    answers: { 200: 'html' },
    errors: 'page',
    fidelity: 'ours',
  },
  listServices: {
    method: 'GET',
    path: '/api/services',
    title: { vi: 'Danh sách dịch vụ công, JSON', en: 'The services, as JSON' },
    examples: [{ title: { vi: 'Đọc danh sách', en: 'Read the list' }, status: 200 }],
    answers: { 200: z.lazy(() => z.strictObject({ services: z.array(service) })) },
    errors: 'problem',
    fidelity: 'ours',
  },
  openService: {
    method: 'GET',
    path: '/services/:service/open',
    title: {
      vi: 'Chọn một dịch vụ: sang cổng tiếp nhận',
      en: 'Choose a service: on to the portal that takes it',
    },
    examples: [
      {
        title: { vi: 'Thủ tục của Bộ Công an', en: "One of the police ministry's" },
        params: { service: '1.990101' },
        status: 302,
      },
      { title: { vi: 'Mã không có', en: 'An unknown code' }, params: { service: '9.999999' }, status: 404 },
    ],
    answers: { 302: 'redirect' },
    errors: 'page',
    fidelity: 'M',
    note,
  },
  launchService: {
    method: 'GET',
    path: '/services/launch',
    title: {
      vi: 'Sang cổng của người kiểm thử với một thủ tục',
      en: "On to a tester's own portal for a procedure",
    },
    query: z.lazy(() =>
      z.object({
        /** Client of the exchange whose portal it is. */
        client_id: z.string().max(200),
        /** Where on that portal; the codes are appended. */
        to: z.string().max(2_000),
        MaTTHCDP: code,
        MaCoQuanThucHien: code,
        MaDVC: code,
      }),
    ),
    examples: [
      {
        title: { vi: 'Sang cổng đang chạy ở máy của bạn', en: 'On to a portal on your own machine' },
        query: {
          client_id: 'demo-portal',
          to: 'http://localhost:3000/nop-ho-so',
          MaTTHCDP: '1.001234.000.00.00.H99',
          MaCoQuanThucHien: '000.00.21.H99',
          MaDVC: '1.001234',
        },
        status: 302,
      },
      {
        title: { vi: 'Đích không phải của client', en: 'A target that is not of the client' },
        query: {
          client_id: 'demo-portal',
          to: 'https://example.org/',
          MaTTHCDP: '1.001234.000.00.00.H99',
          MaCoQuanThucHien: '000.00.21.H99',
          MaDVC: '1.001234',
        },
        status: 400,
      },
    ],
    answers: { 302: 'redirect' },
    errors: 'page',
    fidelity: 'M',
    note,
  },
} as const satisfies Readonly<Record<string, Operation>>;
