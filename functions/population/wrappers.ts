import type { DongThapRequest, JsonRequest, OpenCpsRequest } from '../../contracts/_population-wrappers.ts';
import { type Answer, json } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { invalidInput } from '../_kit/issues.ts';
import type { Plain } from '../_soap/plain.ts';
import { answerTo } from './answer.ts';
import { type OperationName, operations } from './operations.ts';
import { checkedRequest } from './read-request.ts';

/** The register's fields as its own messages have them: what is empty is not there. */
function asPlain(fields: Readonly<Record<string, string>>): Plain {
  const { Nam = '', NgayThangNam = '', ...others } = fields;
  const there = (all: Record<string, string>) =>
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const birth = there({ Nam, NgayThangNam });
  return { ...there(others), ...(Object.keys(birth).length > 0 && { NgayThangNamSinh: birth }) };
}

type Rename = (path: string) => string;

/** What is wrong, by the names that the caller wrote. */
function checkedAs(rename: Rename, name: OperationName, fields: Readonly<Record<string, string>>) {
  try {
    return checkedRequest(operations[name], asPlain(fields));
  } catch (error) {
    if (!(error instanceof Fault) || !error.extra.errors) throw error;
    const errors = error.extra.errors.map(({ path, message }) => ({ path: rename(path), message }));
    throw invalidInput(errors, error.code);
  }
}

async function wrap(
  x: Exchange,
  name: OperationName,
  fields: Readonly<Record<string, string>>,
  rename: Rename,
  caller: string,
): Promise<Answer> {
  x.remarks.client = caller;
  const request = checkedAs(rename, name, fields);
  const { soap, changes } = await answerTo(x, operations[name], request, caller);
  return json({ error_code: '0', message: soap }, { changes });
}

/** The birth date lies flat there. */
const flat: Rename = (path) => {
  if (path === 'NgayThangNamSinh') return 'NgayThangNam';
  return path.replace(/^NgayThangNamSinh\./, '');
};

/** TD, Thanh Hóa. */
export const lookupAsJson = (x: Exchange<JsonRequest>) =>
  wrap(x, 'TraCuuThongTinCongDan', x.input, flat, x.input.MaCanBo);

const codes: Readonly<Record<OperationName, Readonly<Record<string, string>>>> = {
  TraCuuThongTinCongDan: { MaTichHop: '037' },
  XacThucThongTinCongDan: { MaDichVu: '033' },
  XacMinhThongTinNhanThan: { MaTichHop: '037' },
};

/** OpenCPS's own server makes the MaYeuCau, and calls for its agency. */
export function openCps(x: Exchange<OpenCpsRequest>) {
  const { type, GovAgencyCode, ...sent } = x.input;
  const MaYeuCau = sent.MaYeuCau || `opencps-${Buffer.from(x.deps.random(15)).toString('hex')}`;
  const filled = Object.entries(codes[type]).map(([name, code]) => [name, sent[name as 'MaTichHop'] || code]);
  const fields = { ...sent, MaYeuCau, MaCanBo: sent.MaCanBo || GovAgencyCode, ...Object.fromEntries(filled) };
  return wrap(x, type, fields, flat, GovAgencyCode);
}

const camel: Rename = (path) => {
  const name = flat(path);
  return name === 'Nam' ? 'ngayThangNam' : name.charAt(0).toLowerCase() + name.slice(1);
};

/** Đồng Tháp. */
export function dongThap(x: Exchange<DongThapRequest>) {
  const { ngayThangNam, userNameService, ...sent } = x.input;
  const fields = {
    MaYeuCau: sent.maYeuCau,
    MaDVC: sent.maDVC,
    MaCanBo: sent.maCanBo,
    SoDinhDanh: sent.soDinhDanh,
    SoCMND: sent.soCMND,
    HoVaTen: sent.hoVaTen,
    MaTichHop: '037',
    [ngayThangNam.length === 4 ? 'Nam' : 'NgayThangNam']: ngayThangNam,
  };
  return wrap(x, 'TraCuuThongTinCongDan', fields, camel, userNameService);
}
