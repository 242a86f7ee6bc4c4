import type { AccountKind } from '../../../contracts/_dvcqg/account.ts';
import type { PluginName } from '../../../contracts/_usbtoken/data.ts';

/** What a page has a token's plug-in sign. */
export interface ToSign {
  plugin: PluginName;
  /** The plug-in's own address, on the computer of whoever signs. */
  url: string;
  /** JSON: for which purpose, and a number that was used for nothing else. */
  text: string;
  /** What is sent to that address. VNPT-CA: the page adds the serial number that GetCertInfo told. */
  message: object;
}

/** State agencies have tokens of the government's authority, everybody else those of public ones. */
export const pluginOf = (kind: AccountKind): PluginName => (kind === 'agency' ? 'vgca' : 'vnpt');

const SIGN_CMS = 4;

/** A JWS with its payload, by RSASSA-PSS. */
const byVgca = (text: string): ToSign => ({
  plugin: 'vgca',
  url: 'wss://127.0.0.1:8987/SignJson',
  text,
  message: { JsonContent: text, HashAlg: 'Sha256', IsPss: 'true', DetachPayload: 'false' },
});

/** A CMS with its content. */
const byVnpt = (text: string): ToSign => ({
  plugin: 'vnpt',
  url: 'wss://localhost:4433/plugin',
  text,
  message: { functionID: SIGN_CMS, funcCallback: 'hopcat', args: [Buffer.from(text).toString('base64')] },
});

export const toSign = (kind: AccountKind, about: Readonly<Record<string, string>>): ToSign =>
  (pluginOf(kind) === 'vgca' ? byVgca : byVnpt)(JSON.stringify(about));

/** For an account: nothing else has this transaction. */
export const toSignForAccount = (kind: AccountKind, transaction: string): ToSign =>
  toSign(kind, { purpose: 'register', kind, transaction });

export const SIGN_IN = 'sign-in';

/** For one sign-in in one browser, as WSO2's page has it: a JSON that holds the `sessionDataKey`. */
export const toSignForSignIn = (kind: AccountKind, sessionDataKey: string): ToSign =>
  toSign(kind, { purpose: SIGN_IN, sessionDataKey });
