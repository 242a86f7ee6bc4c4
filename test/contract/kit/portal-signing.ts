import type { SettingsInput } from '../../../contracts/_settings.ts';
import type { TestWorkspace } from '../../targets/target.ts';
import type { Browser } from './browser.ts';
import { openWide, throughVneid } from './exchange.ts';
import { vnpt, vnptResult } from './usbtoken.ts';
import { jsonBody } from './wire.ts';

export type PortalName = 'portal' | 'bocongan';

/** A procedure of each portal. */
const services: Readonly<Record<PortalName, string>> = { portal: '1.990001', bocongan: '1.990101' };

export const at = (ws: TestWorkspace, path: string): string => `${ws.origin}/${ws.id}${path}`;

async function codes(ws: TestWorkspace, portal: PortalName): Promise<string[]> {
  const answer = await ws.fetch(at(ws, `/${portal}/api/dossiers`));
  const { dossiers } = (await answer.json()) as { dossiers: { MaHoSo: string }[] };
  return dossiers.map(({ MaHoSo }) => MaHoSo);
}

/** Somebody who has submitted a dossier, signed in at the portal. */
export interface Submitted {
  ws: TestWorkspace;
  portal: PortalName;
  code: string;
  browser: Browser;
}

interface How {
  portal?: PortalName;
  /** Organisations come by a door of their own. */
  door?: 'vneid' | 'vneid-organisation';
}

export async function submitAs(
  ws: TestWorkspace,
  person: string,
  { portal = 'portal', door = 'vneid' }: How = {},
): Promise<Submitted> {
  const browser = openWide(ws);
  const before = await codes(ws, portal);
  const signIn = await browser.open(at(ws, `/dvcqg/services/${services[portal]}/open`));
  const form = await throughVneid(browser, signIn, person, door);
  await browser.submit(form, '/dossiers', { content: 'Kinh de nghi giai quyet.', phone: '', email: '' });
  const code = (await codes(ws, portal)).find((each) => !before.includes(each));
  if (!code) throw new Error(`no dossier was submitted: ${form.url} ${form.status}`);
  return { ws, portal, code, browser };
}

export const approving = { signing: { autopilot: 'approve' } } as const satisfies SettingsInput;

export interface SigningState {
  id: string;
  state: string;
  digest: string | null;
  decidedAt: string | null;
  expiresAt: string;
  failure: {
    code: string;
    title: { vi: string };
    reason: { vi: string; en: string } | null;
    cure: { vi: string };
  } | null;
}

export interface Told<Body = SigningState> {
  status: number;
  body: Body;
}

/** One call of the portal's API. */
export async function api<Body = SigningState>(
  { ws, portal }: Pick<Submitted, 'ws' | 'portal'>,
  path: string,
  init?: RequestInit,
): Promise<Told<Body>> {
  const answer = await ws.fetch(at(ws, `/${portal}/api${path}`), init);
  return { status: answer.status, body: (await answer.json()) as Body };
}

export const beginAt = (dossier: Submitted, wish: object) =>
  api(dossier, `/dossiers/${dossier.code}/signings`, jsonBody(wish));

export const stateOf = (dossier: Submitted, { id }: Pick<SigningState, 'id'>) =>
  api(dossier, `/signings/${id}`);

/** Signs without anybody being asked: needs the autopilot. */
export async function signed(dossier: Submitted, wish: object): Promise<SigningState> {
  const begun = await beginAt(dossier, wish);
  if (begun.status !== 201) throw new Error(`${begun.status} ${JSON.stringify(begun.body)}`);
  return (await stateOf(dossier, begun.body)).body;
}

export async function documentOf(
  { ws, portal, code }: Submitted,
  format: string,
  headers = {},
): Promise<Buffer> {
  const answer = await ws.fetch(at(ws, `/${portal}/api/dossiers/${code}/document.${format}`), { headers });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}

export async function rootOf(ws: TestWorkspace): Promise<Buffer> {
  return Buffer.from(await (await ws.fetch(at(ws, '/pki/ca/root.cer'))).arrayBuffer());
}

/** Begins by USB token and brings its certificate, as the page's script does. */
export async function preparedByToken(dossier: Submitted, wish: object, person = 'an') {
  const begun = await beginAt(dossier, { way: 'usb', ...wish });
  const { base64, serial } = JSON.parse(await vnpt(dossier.ws, person, 0));
  const body = jsonBody({ certificate: base64 });
  const told = await api(dossier, `/signings/${begun.body.id}/certificate`, body);
  return { told, serial: String(serial), id: begun.body.id };
}

/** What the token says when it is to sign a digest, base64. */
export const tokenSigns = async ({ ws }: Submitted, digest: string | null, serial: string, person = 'an') =>
  (await vnptResult(ws, person, 9, digest, serial)).data;

export const giveSignature = (dossier: Submitted, id: string, signature: string) =>
  api(dossier, `/signings/${id}/signature`, jsonBody({ signature }));

/** The whole way by USB token. */
export async function signedByToken(dossier: Submitted, wish: object): Promise<SigningState> {
  const { told, serial, id } = await preparedByToken(dossier, wish);
  return (await giveSignature(dossier, id, await tokenSigns(dossier, told.body.digest, serial))).body;
}

export const ways = {
  remote: (dossier: Submitted, wish: object) => signed(dossier, { way: 'remote', ca: 'viettel-ca', ...wish }),
  sim: (dossier: Submitted, wish: object) => signed(dossier, { way: 'sim', ...wish }),
  usb: signedByToken,
} as const;

export interface Signature {
  format: string;
  level: string;
  way: string;
  signer: string;
  issuer: string;
  serial: string;
  sha256: string;
  bytes: number;
  document: string;
}

export const signaturesOf = async (dossier: Submitted): Promise<Signature[]> =>
  (await api<{ signatures: Signature[] }>(dossier, `/dossiers/${dossier.code}/signatures`)).body.signatures;

/** Makes calls fail from now on, until told otherwise. */
export const failing = async (ws: TestWorkspace, rule: object): Promise<void> => {
  const answer = await ws.control('/faults', jsonBody(rule));
  if (!answer.ok) throw new Error(await answer.text());
};

export const mended = async (ws: TestWorkspace): Promise<void> => {
  await ws.control('/faults', { method: 'DELETE' });
};
