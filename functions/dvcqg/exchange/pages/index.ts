export { formPostPage } from '../../../_kit/page/form-post.ts';
export { type CodeProps, codePage } from './code.ts';
export { type LoginProps, loginPage } from './login.ts';
export { oauthErrorPage } from './oauth-error.ts';
export { refusalPage } from './refusal.ts';
export { signByTokenPage } from './sign-by-token.ts';
export { signedOutPage, signOutPage, stillSignedInPage } from './sign-out.ts';
export { signaturePage } from './signature.ts';
