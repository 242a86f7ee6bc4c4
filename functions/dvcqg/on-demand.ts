// All but what a portal asks server to server, in one file of the bundle: many small ones take longer to load.

export { backchannelLogout } from './exchange/backchannel.ts';
export { commonauthReturn, signIn } from './exchange/begin.ts';
export { bridgeAuthorize, bridgeByVneid, bridgeCallback, bridgeVneidCallback } from './exchange/bridge.ts';
export { code, codePage, resendCode } from './exchange/code.ts';
export { errorPage } from './exchange/error-page.ts';
export { loginPage } from './exchange/login.ts';
export { endSession, logoutPage } from './exchange/logout.ts';
export { awaitSignature, confirmSignature, signature } from './exchange/signature.ts';
export { commonauth, tokenPage } from './exchange/token.ts';
export * from './officer/desk.ts';
export { accountPage, unlinkPage } from './profile/account-page.ts';
export * from './profile/api.ts';
export * from './profile/contact-api.ts';
export * from './profile/contact-pages.ts';
export { home } from './profile/home.ts';
export { askRegisterPage, comparisonPage, takeOverPage } from './profile/population-pages.ts';
export { recoveryCodePage, recoveryFinishPage, recoveryPage } from './profile/recovery-pages.ts';
export { registrationApi } from './registration/api.ts';
export { registrationPages } from './registration/page-routes.ts';
export * from './services/services.ts';
