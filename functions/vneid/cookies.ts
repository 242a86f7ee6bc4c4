/** Binds the steps of one sign-in (password, code, QR) to one browser. */
export const SIGN_IN_COOKIE = 'hopcat_sign_in';
