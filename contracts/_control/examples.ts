import type { Example } from '../_contract.ts';

const an = { params: { person: 'an' } };
const registered = { params: { client: '{{client_id}}' }, after: 'registerClient' };
const redirectUris = ['http://localhost:3000/callback'];

const searchPeople: readonly Example[] = [
  {
    title: { vi: 'Tìm theo tên, không cần dấu', en: 'By name, without tone marks' },
    query: { q: 'nguyen van an' },
    status: 200,
  },
  { title: { vi: 'Tìm theo nhãn', en: 'By tag' }, query: { tag: 'locked' }, status: 200 },
];

/** Reads, and changes that leave a workspace nearly as it was. */
export const examples = {
  readSettings: [{ title: { vi: 'Mọi cài đặt', en: 'All settings' }, status: 200 }],
  changeSettings: [
    {
      title: {
        vi: 'Đọc luật theo ngày khác, rồi lại theo hôm nay: null',
        en: 'The law of today again: null',
      },
      body: { calendar: null },
      status: 200,
    },
    {
      title: { vi: 'Không có cài đặt này', en: 'There is no such setting' },
      body: { calender: '2026-01-01' },
      status: 400,
    },
  ],
  readClock: [{ title: { vi: 'Hai đồng hồ', en: 'The two clocks' }, status: 200 }],
  listClients: [{ title: { vi: 'Mọi ứng dụng', en: 'All clients' }, status: 200 }],
  registerClient: [
    {
      title: { vi: 'Đăng ký một cổng', en: 'Register a portal' },
      body: { client_name: 'Cổng thử nghiệm', redirect_uris: redirectUris },
      status: 201,
      takes: { client_id: '/client_id' },
    },
    {
      title: {
        vi: 'Đăng ký một cổng ở hệ thống định danh của Cổng DVCQG',
        en: "Register a portal at the national portal's identity exchange",
      },
      query: { system: 'dvcqg' },
      body: { client_name: 'Cổng tỉnh thử nghiệm', redirect_uris: redirectUris },
      status: 201,
    },
  ],
  readClient: [{ ...registered, title: { vi: 'Xem cổng đó', en: 'Read that portal' }, status: 200 }],
  replaceClient: [
    {
      ...registered,
      title: { vi: 'Thay toàn bộ thông tin', en: 'Replace its metadata' },
      body: { client_name: 'Cổng khác', redirect_uris: redirectUris },
      status: 200,
    },
  ],
  changeClient: [
    {
      ...registered,
      title: { vi: 'Đổi tên', en: 'Rename it' },
      body: { client_name: 'Cổng đã đổi tên' },
      status: 200,
    },
  ],
  deleteClient: [{ ...registered, title: { vi: 'Xóa cổng đó', en: 'Delete that portal' }, status: 204 }],
  searchPeople,
  listFaults: [{ title: { vi: 'Các lỗi đã cài', en: 'The fault rules that stand' }, status: 200 }],
  addFault: [
    {
      title: { vi: 'Điện thoại của An chậm, một lần', en: "An's phone is slow, once" },
      body: { failure: 'slow', system: 'phone', person: 'an', times: 1, delayMs: 200 },
      status: 201,
      takes: { fault_id: '/id' },
    },
    {
      title: { vi: 'Thao tác mà không nói hệ thống', en: 'An operation without its system' },
      body: { failure: 'down', operation: 'messages' },
      status: 400,
    },
  ],
  deleteFault: [
    {
      title: { vi: 'Bỏ lỗi vừa cài', en: 'Take that rule away' },
      params: { fault: '{{fault_id}}' },
      status: 204,
      after: 'addFault',
    },
  ],
  readPerson: [
    { ...an, title: { vi: 'An, người mặc định', en: 'An, the default person' }, status: 200 },
    {
      title: { vi: 'Không có ai tên như vậy', en: 'Nobody of that name' },
      params: { person: 'khong-co' },
      status: 404,
    },
  ],
  changePerson: [
    {
      ...an,
      title: { vi: 'Khóa tài khoản VNeID của An', en: "Lock An's VNeID account" },
      body: { vneid: { status: 'locked' } },
      status: 200,
    },
  ],
  deletePerson: [
    { ...an, title: { vi: 'Trả An về như cũ', en: 'Make An as before' }, status: 204, after: 'changePerson' },
  ],
  readJournal: [
    {
      title: { vi: 'Năm mục mới nhất', en: 'The five newest entries' },
      query: { order: 'desc', limit: '5' },
      status: 200,
    },
  ],
  readKeys: [{ title: { vi: 'Các khóa đang công bố', en: 'The keys that are published' }, status: 200 }],
  exportWorkspace: [
    {
      title: { vi: 'Xuất, không kèm nhật ký', en: 'Export, without the journal' },
      query: { without: 'journal' },
      status: 200,
    },
  ],
} satisfies Record<string, readonly Example[]>;
