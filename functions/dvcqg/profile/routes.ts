import { later } from '../../_kit/later.ts';

export const profileRoutes = {
  ...later(() => import('./home.ts'), 'home'),
  ...later(() => import('./account-page.ts'), 'accountPage', 'unlinkPage'),
  ...later(() => import('./population-pages.ts'), 'askRegisterPage', 'takeOverPage'),
  ...later(
    () => import('./contact-pages.ts'),
    ...(['phonePage', 'phoneCodePage', 'phoneConfirmPage', 'emailPage', 'emailChangePage'] as const),
    ...(['passwordPage', 'passwordChangePage'] as const),
  ),
  ...later(() => import('./recovery-pages.ts'), 'recoveryPage', 'recoveryCodePage', 'recoveryFinishPage'),
  ...later(
    () => import('./api.ts'),
    ...(['listAccounts', 'createAccount', 'readAccount', 'accountHistory', 'giveNumber'] as const),
    ...(['verifyNumber', 'takeOver', 'promptAccount', 'linkAccount', 'unlinkAccount'] as const),
    ...(['withdrawConsent', 'lockAccount', 'unlockAccount'] as const),
  ),
  ...later(
    () => import('./contact-api.ts'),
    ...(['changePhone', 'confirmPhone', 'changeEmail', 'beginRecovery', 'finishRecovery', 'sync'] as const),
  ),
};
