import { hash } from 'node:crypto';
import { portalAtPopulation } from '../../../contracts/_national-portal.ts';
import type { Exchange } from '../../_kit/exchange.ts';
import { Fault } from '../../_kit/fault.ts';
import { guid } from '../../_oidc/secret.ts';
import { call, unavailable } from '../../_relying/call.ts';
import type { XmlElement } from '../../_soap/read.ts';
import type { Tree } from '../../_soap/write.ts';
import { type Found, foundIn, isAbout } from './record.ts';

export type { Found } from './record.ts';

/** Whom the register is asked for: it answers nothing to a number alone. */
export interface Wanted {
  /** 12 digits; or else `cmnd`, the 9 of the old card. */
  number?: string | undefined;
  cmnd?: string | undefined;
  /** In any form; the wire takes it in capitals without marks or spaces. */
  name: string;
  /** `YYYY-MM-DD`, or the year. */
  birth: string;
}

const { username, secretKey, apiKey, subsystem } = portalAtPopulation;

const NAMESPACE = 'http://dancuquocgia.bca';
/** What the register calls the service for which it is asked. */
const SERVICE = 'VPCP_DVCQG';

/** `Nguyễn Văn An` as `NGUYENVANAN`. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/[^A-Z]/g, '');

/** The four headers, by which the register knows its caller. */
function headersOf(x: Exchange, path: string): Record<string, string> {
  const timestamp = String(x.clock.now);
  const url = `${x.deps.origin}/${x.workspace.id}/population${path}`;
  const digest = hash('sha256', url + username + timestamp + secretKey, 'hex');
  return {
    'content-type': 'text/xml; charset=utf-8',
    soapaction: '""',
    timestamp,
    authorization: `Basic ${Buffer.from(`${username}:${digest}`).toString('base64')}`,
    'x-road-client': subsystem,
    apikey: apiKey,
  };
}

/** The element in the answer's Body. @throws Fault register_unavailable */
async function ask(x: Exchange, operation: string, fields: Tree): Promise<XmlElement> {
  // Only where somebody is looked up: most requests of the portal need no XML.
  const { envelope, messageOf } = await import('../../_soap/envelope.ts');
  const { nodesOf } = await import('../../_soap/write.ts');
  const path = `/${operation}`;
  const message = { MaYeuCau: guid(x.deps.random), MaCanBo: username, ...fields };
  const body = envelope({ name: operation, attributes: { xmlns: NAMESPACE }, content: nodesOf(message) });
  const { status, text } = await call(x, 'population', path, {
    method: 'POST',
    headers: headersOf(x, path),
    body,
  });
  if (status !== 200) throw unavailable('population', `it answered ${status}`);
  try {
    return await messageOf(text);
  } catch (error) {
    if (error instanceof Fault) throw unavailable('population', `its answer cannot be read: ${error.detail}`);
    throw error;
  }
}

const paperOf = ({ number, cmnd }: Wanted): Tree =>
  number === undefined ? { SoCMND: cmnd ?? '' } : { SoDinhDanh: number };

/** What the register would refuse to look at: nobody is found by it. */
const isAskable = ({ number, cmnd, name }: Wanted): boolean =>
  (number === undefined ? /^\d{9}$/.test(cmnd ?? '') : /^\d{12}$/.test(number)) && plainName(name) !== '';

/**
 * The record of the one who has this number, this name and this birth (037); undefined: the register knows no such
 * person, and does not tell which of the three is wrong.
 * @throws Fault register_unavailable, also when the record is empty or plainly somebody else's
 */
export async function lookUp(x: Exchange, wanted: Wanted): Promise<Found | undefined> {
  if (!isAskable(wanted)) return undefined;
  const { birth } = wanted;
  const { plainOf } = await import('../../_soap/plain.ts');
  const answer = await ask(x, 'TraCuuThongTinCongDan', {
    ...paperOf(wanted),
    HoVaTen: plainName(wanted.name),
    MaDVC: SERVICE,
    MaTichHop: '037',
    NgayThangNamSinh: birth.length === 4 ? { Nam: birth } : { NgayThangNam: birth.replaceAll('-', '') },
  });
  const record = answer.children.find(({ name }) => name === 'CongDan');
  if (!record) return undefined;
  // Only here: the list of the country's units is large, and most calls show no address.
  const { lineOf } = await import('../../../people/units.ts');
  const found = foundIn(plainOf(record, [record.uri]), answer.attributes.GhiChu ?? '', lineOf);
  if (!isAbout(found, { name: plainName(wanted.name), birth }, plainName))
    throw unavailable('population', 'the record is empty, or not of the one who was asked for');
  return found;
}

/**
 * Whether number and name belong together (033). With `lookUp` it tells a wrong birth date from a wrong name.
 * @throws Fault register_unavailable
 */
export async function verify(x: Exchange, wanted: Omit<Wanted, 'birth'>): Promise<boolean> {
  if (!isAskable({ ...wanted, birth: '' })) return false;
  const answer = await ask(x, 'XacThucThongTinCongDan', {
    ...paperOf({ ...wanted, birth: '' }),
    HoVaTen: plainName(wanted.name),
    MaDichVu: '033',
  });
  const said = answer.children.find(({ name }) => name === 'TonTai')?.text.trim();
  if (said !== 'true' && said !== 'false') throw unavailable('population', 'the verdict is empty');
  return said === 'true';
}
