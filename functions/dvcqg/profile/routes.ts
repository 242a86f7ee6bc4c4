import { page } from '../../_kit/answer.ts';
import { html } from '../../_kit/page/html.ts';
import { heading } from '../../_kit/page/parts.ts';
import { ASSETS } from '../../_kit/wire.ts';
import { DVCQG, dvcqgPage } from '../pages/frame.ts';
import * as api from './api.ts';
import * as contact from './contact-api.ts';

const home = () =>
  page(
    dvcqgPage({
      lang: 'vi',
      assets: ASSETS,
      title: DVCQG,
      body: html`<section class="paper">${heading(DVCQG, 'vi')}</section>`,
    }),
  );

export const profileRoutes = { home, ...api, ...contact };
