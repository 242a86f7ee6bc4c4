import type { Exchange } from '../../_kit/exchange.ts';
import { guid } from '../../_oidc/secret.ts';
import type { Portal } from '../portal.ts';
import type { Identity } from './applicant.ts';

/** What the population register said of somebody; undefined: it could not be asked, or knows no such person. */
export type Register = Readonly<Record<string, string>> | undefined;

/** `Nguyễn Văn An` as `NGUYENVANAN`, which is how the wire takes it. */
const capitals = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/[^A-Z]/g, '');

const PATIENCE_MS = 5_000;

/** The SOAP answer of 037, as a province's adapter hands it on: a text in JSON. */
async function ask(x: Exchange, portal: Portal, { number, cmnd, name, birth = '' }: Identity) {
  const answer = await x.deps.fetch(
    `${x.deps.origin}/${x.workspace.id}/population/json/TraCuuThongTinCongDan`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        MaYeuCau: guid(x.deps.random),
        MaCanBo: portal.clientId,
        MaDVC: portal.agency,
        MaTichHop: '037',
        HoVaTen: capitals(name),
        ...(number === undefined ? { SoCMND: cmnd } : { SoDinhDanh: number }),
        ...(birth.length === 4 ? { Nam: birth } : { NgayThangNam: birth.replaceAll('-', '') }),
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    },
  );
  return (await answer.json()) as { message?: string };
}

const genders: Readonly<Record<string, string>> = { 1: 'Nam', 2: 'Nữ' };

/**
 * First sign-in: what the population register knows of the person (037). A register that is down, slow or has an empty
 * record must not keep anybody out: the account stays unverified, and the next sign-in asks again.
 */
export async function askRegister(x: Exchange, portal: Portal, identity: Identity): Promise<Register> {
  try {
    const { message = '' } = await ask(x, portal, identity);
    const [{ messageOf }, { plainOf }, { lineOf }] = await Promise.all([
      import('../../_soap/envelope.ts'),
      import('../../_soap/plain.ts'),
      import('../../../people/units.ts'),
    ]);
    const record = (await messageOf(message)).children.find(({ name }) => name === 'CongDan');
    return record && fieldsOf(plainOf(record, [record.uri]), identity, lineOf);
  } catch {
    x.remarks.notes.push('the population register could not be asked; the next sign-in asks again');
    return undefined;
  }
}

type Plain = Awaited<ReturnType<typeof import('../../_soap/plain.ts')['plainOf']>>;

const at = (plain: Plain, ...path: string[]): string => {
  const [first = '', ...rest] = path;
  const value = plain[first];
  if (typeof value === 'string') return rest.length === 0 ? value : '';
  return value === undefined ? '' : at(value, ...rest);
};

type LineOf = typeof import('../../../people/units.ts')['lineOf'];

const addressAt = (record: Plain, name: string, lineOf: LineOf): string =>
  lineOf({
    province: at(record, name, 'MaTinhThanh'),
    district: at(record, name, 'MaQuanHuyen'),
    ward: at(record, name, 'MaPhuongXa'),
    detail: at(record, name, 'ChiTiet'),
  });

/** Only a record of the one who was asked for counts (rule `verified-number`); its number may be a newer one. */
function fieldsOf(record: Plain, { name }: Identity, lineOf: LineOf): Register {
  const full = [at(record, 'HoVaTen', 'Ho'), at(record, 'HoVaTen', 'ChuDem'), at(record, 'HoVaTen', 'Ten')]
    .filter((part) => part !== '')
    .join(' ');
  if (capitals(full) !== capitals(name)) return undefined;
  const fields = {
    number: at(record, 'SoDinhDanh'),
    cmnd: at(record, 'SoCMND'),
    name: full,
    birth: at(record, 'NgayThangNamSinh', 'NgayThangNam') || at(record, 'NgayThangNamSinh', 'Nam'),
    gender: genders[at(record, 'GioiTinh')] ?? '',
    permanent: addressAt(record, 'ThuongTru', lineOf),
    current: addressAt(record, 'NoiOHienTai', lineOf),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
