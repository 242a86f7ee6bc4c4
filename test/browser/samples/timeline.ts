import { standingsOn } from '../../../functions/timeline/domain.ts';
import { type TimelineProps, timelinePage } from '../../../functions/timeline/page.ts';
import { post, type Samples } from './world.ts';

const on = (today: string): Omit<TimelineProps, 'lang' | 'assets'> => ({
  today,
  calendar: today,
  offsetSeconds: 0,
  keyed: false,
  rules: standingsOn(today),
  post,
  workspaceUrl: '/default',
  jsonUrl: '/default/timeline/api/rules',
  settingsUrl: 'http://localhost:4100/default/control/settings',
});

export const timeline: Samples = {
  timeline: (frame) => timelinePage({ ...frame, ...on('2026-11-22'), calendar: null }),
  'timeline-on-the-day': (frame) => timelinePage({ ...frame, ...on('2024-06-15') }),
  'timeline-moved-here': (frame) => timelinePage({ ...frame, ...on('2024-06-14'), told: 'moved-here' }),
  'timeline-moved': (frame) => timelinePage({ ...frame, ...on('2026-11-22'), calendar: null, told: 'moved' }),
  'timeline-key-wrong': (frame) =>
    timelinePage({
      ...frame,
      ...on('2024-06-14'),
      keyed: true,
      trouble: {
        about: 'key',
        notice: {
          kind: 'error',
          id: 'trouble',
          title: { vi: 'Chưa đúng khóa của không gian làm việc', en: "That is not the workspace's key" },
          cure: {
            vi: 'Khóa có trong câu trả lời khi tạo không gian làm việc; nhập lại rồi bấm',
            en: 'The key came with the answer that created the workspace; enter it again, then press',
          },
        },
      },
    }),
};
