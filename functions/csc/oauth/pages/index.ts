export { approvePage } from './approve.ts';
export { signInPage } from './sign-in.ts';
