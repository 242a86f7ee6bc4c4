export { type FormPostFrame, formPostPage } from '../../_kit/page/form-post.ts';
export { type ConsentProps, consentPage } from './consent.ts';
export type { Client, PageError } from './frame.ts';
export { type OneTimePasswordProps, oneTimePasswordPage } from './one-time-password.ts';
export type { QrSignIn } from './qr-sign-in.ts';
export { type RefusalProps, refusalPage } from './refusal.ts';
export { type SignInProps, signInPage } from './sign-in.ts';
export { type SignedOutProps, type SignOutProps, signedOutPage, signOutPage } from './sign-out.ts';
