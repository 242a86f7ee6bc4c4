import { later } from '../../_kit/later.ts';

export const profileRoutes = {
  ...later(() => import('../on-demand.ts'), 'home'),
  ...later(() => import('../on-demand.ts'), 'accountPage', 'unlinkPage'),
  ...later(() => import('../on-demand.ts'), 'askRegisterPage', 'comparisonPage', 'takeOverPage'),
  ...later(
    () => import('../on-demand.ts'),
    ...(['phonePage', 'phoneCodePage', 'phoneConfirmPage', 'emailPage', 'emailChangePage'] as const),
    ...(['passwordPage', 'passwordChangePage'] as const),
  ),
  ...later(() => import('../on-demand.ts'), 'recoveryPage', 'recoveryCodePage', 'recoveryFinishPage'),
  ...later(
    () => import('../on-demand.ts'),
    ...(['listAccounts', 'createAccount', 'readAccount', 'accountHistory', 'giveNumber'] as const),
    ...(['verifyNumber', 'takeOver', 'promptAccount', 'linkAccount', 'unlinkAccount'] as const),
    ...(['withdrawConsent', 'lockAccount', 'unlockAccount'] as const),
  ),
  ...later(
    () => import('../on-demand.ts'),
    ...(['changePhone', 'confirmPhone', 'changeEmail', 'beginRecovery', 'finishRecovery', 'sync'] as const),
  ),
};
