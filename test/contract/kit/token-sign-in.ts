import { createHash } from 'node:crypto';
import type { TestWorkspace } from '../../targets/target.ts';
import type { Browser, Place } from './browser.ts';
import { certificateIn } from './signatures.ts';
import { type VnptResult, vgca, vnpt } from './usbtoken.ts';

/** What the national portal asks a token to sign. */
export interface ToSign {
  plugin: 'vgca' | 'vnpt';
  text: string;
  message: Record<string, unknown>;
}

export interface PluginSaid {
  signedData: string;
  serial: string;
}

const GET_CERT_INFO = 0;
const SIGN_CMS = 4;
const SIGN_HASH = 9;

/** What VNPT-CA's plug-in tells of the certificate of somebody's token. */
export const certInfoOf = async (ws: TestWorkspace, person: string) =>
  JSON.parse(await vnpt(ws, person, GET_CERT_INFO)) as { serial: string; base64: string };

const serialIn = (certificate: string): string => certificateIn(certificate).serialNumber;

/** Has somebody's token sign, as the page does; undefined: the plug-in refused. Their agreement is the workspace's autopilot. */
export async function signedByToken(
  ws: TestWorkspace,
  person: string,
  { plugin, message }: Pick<ToSign, 'plugin' | 'message'>,
): Promise<PluginSaid | undefined> {
  if (plugin === 'vgca') {
    const { Status, Signature, CertBase64 } = await vgca(ws, person, 'SignJson', message);
    return Status === 0 ? { signedData: Signature, serial: serialIn(CertBase64) } : undefined;
  }
  const { serial } = await certInfoOf(ws, person);
  const args = [...(message.args as string[]), serial];
  const { code, data }: VnptResult = JSON.parse(await vnpt(ws, person, SIGN_CMS, ...args));
  return code === 0 ? { signedData: data, serial } : undefined;
}

/** A bare signature over a text, and its certificate: the plug-in's signHash. */
export async function hashSignedByToken(ws: TestWorkspace, person: string, text: string) {
  const { serial, base64 } = await certInfoOf(ws, person);
  const digest = createHash('sha256').update(text).digest('base64');
  const { data }: VnptResult = JSON.parse(await vnpt(ws, person, SIGN_HASH, digest, serial));
  return { signedData: data, certificate: base64 };
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** What the page of a token asks to be signed. */
export function toSignOn({ html, url, status }: Pick<Place, 'html' | 'url' | 'status'>): ToSign {
  const form = /<form\b[^>]*data-testid="token-form"[^>]*>/.exec(html)?.[0];
  const value = (name: string) => unescaped(new RegExp(`data-${name}="([^"]*)"`).exec(form ?? '')?.[1] ?? '');
  if (!form) throw new Error(`no token is asked to sign on ${url} (${status})\n${html.slice(-600)}`);
  const text = unescaped(/data-testid="to-sign"><code>([^<]*)</.exec(html)?.[1] ?? '');
  return { plugin: value('plugin') as ToSign['plugin'], text, message: JSON.parse(value('message')) };
}

export interface Signer {
  kind: string;
  holder: string;
}

/** From the sign-in page to the one that has a token sign. */
export const askToken = (browser: Browser, page: Place, { kind, holder }: Signer): Promise<Place> =>
  browser.submit(page, '/signature.do', { method: 'usb', kind, holder });

/** From the sign-in page through a token's signature, whose owner agrees at once. */
export async function byToken(
  ws: TestWorkspace,
  browser: Browser,
  page: Place,
  signer: Signer,
): Promise<Place> {
  await ws.configure({ signing: { autopilot: 'approve' } });
  const asks = await askToken(browser, page, signer);
  if (!asks.html.includes('data-testid="token-form"')) return asks;
  const said = await signedByToken(ws, signer.holder, toSignOn(asks));
  if (!said) throw new Error(`the plug-in did not sign for ${signer.holder}`);
  return browser.submit(asks, '/commonauth', { ...said });
}
