// What speaks OpenID Connect with a provider, in one file of the bundle: openid-client is a tenth of a cold start.

export { callback } from './callback.ts';
export { launch } from './dossiers/launch.ts';
export { refresh } from './refresh.ts';
export { signIn } from './sign-in.ts';
export { backchannelLogout, frontchannelLogout, signOut } from './sign-out.ts';
