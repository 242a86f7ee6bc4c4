import * as z from 'zod';
import { defineContract } from './_contract.ts';
import { examples } from './_control/examples.ts';
import { exportedWorkspace } from './_control/export.ts';
import { faultRuleInput, shownRule, shownRules } from './_control/failures.ts';
import { controlFaults } from './_control/faults.ts';
import { journalAnswer, journalQuery } from './_control/journal.ts';
import { jwksAnswer, registrationAnswer } from './_oidc.ts';
import { settingsSchema } from './_settings.ts';
import { personPatchSchema, personSchema } from './person.ts';

export { type Autopilot, type Settings, settingsSchema } from './_settings.ts';

/** Every operation needs the workspace's key, and answers no page of another site. */
const shared = { errors: 'problem', fidelity: 'ours', keyed: true } as const;
const reading = { ...shared, method: 'GET', quiet: true } as const;
const object = z.lazy(() => z.record(z.string(), z.unknown()));

/** Metadata as dynamic registration knows them, with `built_in` for those that every workspace has. */
const client = z.lazy(() => registrationAnswer.unwrap().extend({ built_in: z.literal(true).optional() }));

/** Whose clients: VNeID's unless told, or those of the national portal's identity exchange. */
const ofProvider = z.lazy(() => z.strictObject({ system: z.enum(['vneid', 'dvcqg']).optional() }));

const clock = z.lazy(() =>
  z.strictObject({
    real: z.iso.datetime(),
    /** The token clock: real time plus the offset. */
    now: z.iso.datetime(),
    offsetSeconds: z.int(),
    /** The date by which the law is read, and whether it was set. */
    today: z.iso.date(),
    calendar: z.iso.date().nullable(),
  }),
);

const publicKey = z.lazy(() =>
  jwksAnswer.unwrap().shape.keys.element.extend({ status: z.enum(['current', 'overlapping']) }),
);
const keys = z.lazy(() => z.strictObject({ keys: z.array(publicKey) }));

export default defineContract({
  name: 'control',
  title: { vi: 'Điều khiển', en: 'Control' },
  keeps: { person: 'calm', journal: 'hot', 'fault-count': 'calm' },
  faults: controlFaults,
  operations: {
    readSettings: {
      ...reading,
      path: '/settings',
      title: { vi: 'Xem cài đặt', en: 'Read the settings' },
      examples: examples.readSettings,
      answers: { 200: settingsSchema },
    },
    changeSettings: {
      ...shared,
      method: 'PATCH',
      path: '/settings',
      title: { vi: 'Đổi cài đặt (JSON Merge Patch)', en: 'Change settings (JSON merge patch)' },
      examples: examples.changeSettings,
      json: object,
      answers: { 200: settingsSchema },
    },
    readClock: {
      ...reading,
      path: '/clock',
      title: { vi: 'Xem hai đồng hồ', en: 'Read the two clocks' },
      examples: examples.readClock,
      answers: { 200: clock },
    },
    listClients: {
      ...reading,
      path: '/clients',
      title: { vi: 'Các ứng dụng', en: 'The clients' },
      examples: examples.listClients,
      query: ofProvider,
      answers: { 200: z.lazy(() => z.strictObject({ clients: z.array(client) })) },
    },
    registerClient: {
      ...shared,
      method: 'POST',
      path: '/clients',
      title: { vi: 'Đăng ký ứng dụng', en: 'Register a client' },
      examples: examples.registerClient,
      query: ofProvider,
      json: object,
      answers: { 201: client },
      note: {
        vi: 'Như /register của VNeID, nhưng được tự chọn client_id và client_secret. ?system=dvcqg: ứng dụng của hệ thống định danh Cổng DVCQG (VNConnect), vốn không có /register',
        en: "Like VNeID's /register, but may name client_id and client_secret. ?system=dvcqg: a client of the national portal's identity exchange (VNConnect), which has no /register",
      },
    },
    readClient: {
      ...reading,
      path: '/clients/:client',
      title: { vi: 'Xem ứng dụng', en: 'Read a client' },
      examples: examples.readClient,
      query: ofProvider,
      answers: { 200: client },
    },
    replaceClient: {
      ...shared,
      method: 'PUT',
      path: '/clients/:client',
      title: { vi: 'Thay toàn bộ thông tin ứng dụng', en: "Replace a client's metadata" },
      examples: examples.replaceClient,
      query: ofProvider,
      json: object,
      answers: { 200: client },
    },
    changeClient: {
      ...shared,
      method: 'PATCH',
      path: '/clients/:client',
      title: { vi: 'Sửa ứng dụng (JSON Merge Patch)', en: 'Change a client (JSON merge patch)' },
      examples: examples.changeClient,
      query: ofProvider,
      json: object,
      answers: { 200: client },
    },
    deleteClient: {
      ...shared,
      method: 'DELETE',
      path: '/clients/:client',
      title: { vi: 'Xóa ứng dụng và những gì đã cấp cho nó', en: 'Delete a client and what it was granted' },
      examples: examples.deleteClient,
      query: ofProvider,
      answers: { 204: 'empty' },
    },
    searchPeople: {
      ...reading,
      path: '/people',
      title: { vi: 'Tìm người', en: 'Search people' },
      examples: examples.searchPeople,
      query: z.lazy(() =>
        z.strictObject({
          /** Exactly this tag. */
          tag: z.string().max(41).optional(),
          /** Beginnings of words of the name, the slug, or a part of a number. */
          q: z.string().max(200).optional(),
        }),
      ),
      answers: {
        200: z.lazy(() =>
          z.strictObject({
            people: z.array(personSchema),
            /** Slugs of those found whom the workspace added, and whose fields it changed. */
            added: z.array(z.string()),
            changed: z.array(z.string()),
          }),
        ),
      },
    },
    addPerson: {
      ...shared,
      method: 'POST',
      path: '/people',
      title: { vi: 'Thêm người', en: 'Add a person' },
      json: personSchema,
      answers: { 201: personSchema },
    },
    readPerson: {
      ...reading,
      path: '/people/:person',
      title: { vi: 'Xem một người', en: 'Read a person' },
      examples: examples.readPerson,
      answers: { 200: personSchema },
    },
    changePerson: {
      ...shared,
      method: 'PATCH',
      path: '/people/:person',
      title: { vi: 'Sửa một người (JSON Merge Patch)', en: 'Change a person (JSON merge patch)' },
      examples: examples.changePerson,
      json: personPatchSchema,
      answers: { 200: personSchema },
    },
    deletePerson: {
      ...shared,
      method: 'DELETE',
      path: '/people/:person',
      title: {
        vi: 'Bỏ người đã thêm, hoặc bỏ những gì đã sửa ở một người có sẵn',
        en: 'Remove somebody who was added, or what was changed of the cast',
      },
      examples: examples.deletePerson,
      answers: { 204: 'empty' },
    },
    readJournal: {
      ...reading,
      path: '/journal',
      title: { vi: 'Đọc nhật ký', en: 'Read the journal' },
      examples: examples.readJournal,
      query: journalQuery,
      answers: { 200: journalAnswer },
      note: {
        vi: 'Mỗi lời từ chối (fault) có mã, chi tiết tiếng Anh (detail), và điều đã xảy ra (title), cách khắc phục (cure) bằng tiếng Việt, tiếng Anh ở en',
        en: 'Each refusal (fault) has its code, the detail in English, and what happened (title) and what to do (cure) in Vietnamese, with the English in en',
      },
    },
    clearJournal: {
      ...shared,
      method: 'DELETE',
      path: '/journal',
      title: { vi: 'Xóa nhật ký', en: 'Clear the journal' },
      answers: { 204: 'empty' },
      quiet: true,
    },
    listFaults: {
      ...reading,
      path: '/faults',
      title: { vi: 'Các lỗi đang được cài, và những lỗi cài được', en: 'What is to fail, and what can' },
      examples: examples.listFaults,
      answers: { 200: shownRules },
    },
    addFault: {
      ...shared,
      method: 'POST',
      path: '/faults',
      title: { vi: 'Cài một lỗi', en: 'Make something fail' },
      examples: examples.addFault,
      json: faultRuleInput,
      answers: { 201: shownRule },
      note: {
        vi: 'Các lỗi xét theo thứ tự đã cài; lỗi đầu tiên đến lượt được dùng. Chỉ một lần: times 1; lần thứ ba: nth 3, times 1',
        en: 'Rules are tried in the order in which they came; the first that is due fires. Once: times 1; the third call: nth 3, times 1',
      },
    },
    clearFaults: {
      ...shared,
      method: 'DELETE',
      path: '/faults',
      title: { vi: 'Bỏ mọi lỗi đã cài', en: 'Let nothing fail any more' },
      answers: { 204: 'empty' },
    },
    deleteFault: {
      ...shared,
      method: 'DELETE',
      path: '/faults/:fault',
      title: { vi: 'Bỏ một lỗi đã cài', en: 'Take a fault rule away' },
      examples: examples.deleteFault,
      answers: { 204: 'empty' },
    },
    readKeys: {
      ...reading,
      path: '/keys',
      title: { vi: 'Các khóa ký đang công bố', en: 'The signing keys that are published' },
      examples: examples.readKeys,
      answers: { 200: keys },
    },
    rotateKeys: {
      ...shared,
      method: 'POST',
      path: '/keys/rotate',
      title: {
        vi: 'Ký bằng khóa kế tiếp, khóa cũ vẫn công bố',
        en: 'Sign with the next keys, publish the old too',
      },
      answers: { 200: keys },
    },
    retireKeys: {
      ...shared,
      method: 'POST',
      path: '/keys/retire',
      title: { vi: 'Thôi công bố các khóa cũ', en: 'Publish the old keys no more' },
      answers: { 200: keys },
    },
    reset: {
      ...shared,
      method: 'POST',
      path: '/reset',
      title: { vi: 'Đưa về như lúc mới tạo', en: 'Make it as it was at first' },
      query: z.lazy(() => z.strictObject({ keep: z.literal('settings').optional() })),
      answers: { 204: 'empty' },
      quiet: true,
      note: {
        vi: 'Quên mọi chuyện đã xảy ra, cài đặt trở lại như lúc tạo không gian làm việc; keep=settings: giữ cài đặt hiện tại',
        en: 'Forgets whatever happened and brings back the settings that the workspace was created with; keep=settings: those of now stay',
      },
    },
    exportWorkspace: {
      ...reading,
      path: '/export',
      title: { vi: 'Xuất toàn bộ', en: 'Export everything' },
      examples: examples.exportWorkspace,
      query: z.lazy(() => z.strictObject({ without: z.literal('journal').optional() })),
      answers: { 200: exportedWorkspace },
      note: {
        vi: 'Không phải ảnh chụp tức thời: đừng xuất khi đang có lưu lượng',
        en: 'Not a snapshot: do not export while there is traffic',
      },
    },
    importWorkspace: {
      ...shared,
      method: 'POST',
      path: '/import',
      title: { vi: 'Nhập, thay thế toàn bộ', en: 'Import, replacing everything' },
      json: exportedWorkspace,
      maxBytes: 5_242_880,
      answers: { 204: 'empty' },
      quiet: true,
    },
  },
});
