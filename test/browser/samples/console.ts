import { createdPage } from '../../../functions/console/pages/created.ts';
import { doorsAt } from '../../../functions/console/pages/doors.ts';
import { homePage } from '../../../functions/console/pages/home.ts';
import { cast } from '../../../people/index.ts';
import { now, post, type Samples } from './world.ts';

const base = 'http://localhost:4100/default';
const start = {
  issuer: `${base}/vneid`,
  control: `${base}/control`,
  portal: `${base}/portal`,
  phone: `${base}/phone`,
  people: `${base}/people`,
};
const id = 'wttgpdfpfmvtzchgnwcosjy7xg3';

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
        vneid: `https://hopcat.example/${id}/vneid`,
        control: `https://hopcat.example/${id}/control`,
        portal: '/portal',
      },
      home: '/',
    }),
};
