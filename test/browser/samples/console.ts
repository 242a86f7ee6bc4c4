import { createdPage } from '../../../functions/console/pages/created.ts';
import { doorsAt, startAt } from '../../../functions/console/pages/doors.ts';
import { homePage } from '../../../functions/console/pages/home.ts';
import { workspacePage } from '../../../functions/console/pages/workspace.ts';
import { cast } from '../../../people/index.ts';
import { now, post, type Samples } from './world.ts';

const base = 'http://localhost:4100/default';
const start = startAt(base);
const id = 'wttgpdfpfmvtzchgnwcosjy7xg3';
const own = `https://hopcat.example/${id}`;

const systems = [
  { title: { vi: 'Đăng nhập VNeID', en: 'VNeID sign-in' }, url: `${base}/vneid/docs` },
  { title: { vi: 'CSDL quốc gia về dân cư', en: 'Population database' }, url: `${base}/population/docs` },
];

export const consolePages: Samples = {
  home: (frame) => homePage({ ...frame, cast, start, doors: doorsAt(base), systems, create: post }),
  'home-deployed': (frame) => homePage({ ...frame, cast, create: post }),
  'workspace-created': (frame) =>
    createdPage({
      ...frame,
      id,
      key: '3tp4MdXEYOvCkmADZPgww5E5qUE6mTOab6G19QgmnIY',
      expiresAt: now + 86_400_000,
      urls: {
        vneid: `${own}/vneid`,
        control: `${own}/control`,
        portal: '/portal',
      },
      own: `/${id}/`,
      home: '/',
    }),
  workspace: (frame) =>
    workspacePage({
      ...frame,
      id,
      expiresAt: now + 86_400_000,
      start: { ...startAt(own), key: 'KHOA-CUA-BAN' },
      doors: doorsAt(own),
      systems,
      home: '/',
    }),
};
