import * as z from 'zod';
import { type CalendarRuleId, calendarRules, type DocumentId, documents } from './_calendar.ts';
import { defineContract } from './_contract.ts';

const text = z.lazy(() => z.strictObject({ vi: z.string(), en: z.string() }));
const idsOf = <Id extends string>(table: Readonly<Record<Id, unknown>>) =>
  z.enum(Object.keys(table) as [Id, ...Id[]]);

const rule = z.lazy(() =>
  z.strictObject({
    id: idsOf<CalendarRuleId>(calendarRules),
    /** The first day, from 00:00 on in Viet Nam. */
    from: z.iso.date(),
    come: z.boolean(),
    /** From the calendar's day to `from`: negative once it is past. */
    days: z.int(),
    /** Whether a system of the sandbox behaves otherwise from that day on. */
    enforced: z.boolean(),
    who: text,
    what: text,
    /** What then changes in the sandbox. */
    sandbox: text.nullable(),
    documents: z.array(
      z.strictObject({ id: idsOf<DocumentId>(documents), name: text, issued: z.iso.date().nullable() }),
    ),
  }),
);

const day = z.lazy(() => z.iso.date('Ngày dạng YYYY-MM-DD / A date as YYYY-MM-DD'));

export default defineContract({
  name: 'timeline',
  title: { vi: 'Dòng thời gian pháp lý', en: 'Timeline of the law' },
  faults: {
    date_not_taken: {
      status: 502,
      title: { vi: 'Chưa đổi được ngày', en: 'The date was not changed' },
      cure: {
        vi: 'Thử lại sau giây lát; xem nhật ký của không gian làm việc',
        en: "Try again in a moment; see the workspace's journal",
      },
    },
  },
  operations: {
    timeline: {
      method: 'GET',
      path: '/',
      title: { vi: 'Các mốc, và hôm nay đứng ở đâu', en: 'The dates, and where today stands' },
      /** `moved`: the page says so above; `moved-here`: beside today, where a button among the dates did it. */
      query: z.lazy(() => z.looseObject({ notice: z.string().max(40).optional() })),
      examples: [{ title: { vi: 'Xem dòng thời gian', en: 'See the timeline' }, status: 200 }],
      answers: { 200: 'html' },
      errors: 'page',
      fidelity: 'ours',
      quiet: true,
    },
    move: {
      method: 'POST',
      path: '/',
      title: { vi: 'Dời lịch của không gian làm việc', en: "Move the workspace's calendar" },
      /** `to`: a day, `real` for the real date, or `typed` for what stands in `date`. */
      form: z.lazy(() =>
        z.strictObject({
          to: z.union([day, z.literal(['real', 'typed'])]).default('typed'),
          date: z.string().max(20).optional(),
          /** The workspace's, where it has one. */
          key: z.string().max(200).optional(),
        }),
      ),
      answers: { 303: 'redirect' },
      errors: 'page',
      fidelity: 'ours',
      note: {
        vi: 'Trang gọi PATCH /{workspace}/control/settings; chương trình thì gọi thẳng: {"calendar": "2024-06-14"}, hoặc null để về ngày thật',
        en: 'The page calls PATCH /{workspace}/control/settings; programs call that: {"calendar": "2024-06-14"}, or null for the real date',
      },
    },
    rules: {
      method: 'GET',
      path: '/api/rules',
      title: { vi: 'Các mốc, dạng JSON', en: 'The dates as JSON' },
      query: z.lazy(() =>
        z.strictObject({
          /** As if the calendar stood on this day; absent: the workspace's. */
          date: day.optional(),
          come: z.enum(['true', 'false']).optional(),
          enforced: z.enum(['true', 'false']).optional(),
        }),
      ),
      examples: [
        {
          title: { vi: 'Mọi mốc, và mốc nào đã đến', en: 'Every date, and which have come' },
          status: 200,
          shows: '"id":"national-portal-vneid-only"',
        },
        {
          title: { vi: 'Mốc nào chưa đến vào ngày 14/06/2024', en: 'Which have not come on 14 June 2024' },
          query: { date: '2024-06-14', come: 'false' },
          status: 200,
          shows: '"from":"2024-06-15","come":false,"days":1',
        },
        {
          title: { vi: 'Không có ngày này', en: 'There is no such day' },
          query: { date: '2024-06-31' },
          status: 400,
          shows: 'YYYY-MM-DD',
        },
      ],
      answers: {
        200: z.lazy(() =>
          z.strictObject({
            /** The calendar's day. */
            today: z.iso.date(),
            /** Whether it was set, and to what. */
            calendar: z.iso.date().nullable(),
            rules: z.array(rule),
          }),
        ),
      },
      errors: 'problem',
      fidelity: 'ours',
      quiet: true,
    },
  },
});
