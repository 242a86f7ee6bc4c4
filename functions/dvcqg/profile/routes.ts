import { accountPage, unlinkPage } from './account-page.ts';
import * as api from './api.ts';
import * as contact from './contact-api.ts';
import * as contactPages from './contact-pages.ts';
import { home } from './home.ts';
import { askRegisterPage, takeOverPage } from './population-pages.ts';
import { recoveryCodePage, recoveryFinishPage, recoveryPage } from './recovery-pages.ts';

export const profileRoutes = {
  ...{ home, accountPage, unlinkPage },
  ...{ askRegisterPage, takeOverPage },
  ...contactPages,
  ...{ recoveryPage, recoveryCodePage, recoveryFinishPage },
  ...api,
  ...contact,
};
