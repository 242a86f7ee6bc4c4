import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import {
  ask,
  baseOf,
  bodyOf,
  client,
  envelopeOf,
  type Fields,
  faultOf,
  headersFor,
  type ServiceName,
  send,
} from './kit/population.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

const birth = (content: string): Fields => ({ NgayThangNamSinh: content });

const wrong: [what: string, changes: Fields, fields: string[]][] = [
  ['no MaYeuCau', { MaYeuCau: undefined }, ['MaYeuCau']],
  ['an empty MaYeuCau', { MaYeuCau: '' }, ['MaYeuCau']],
  ['no MaDVC', { MaDVC: undefined }, ['MaDVC']],
  ['no MaCanBo', { MaCanBo: undefined }, ['MaCanBo']],
  ['another MaTichHop', { MaTichHop: '033' }, ['MaTichHop']],
  ['eleven digits', { SoDinhDanh: '09909000001' }, ['SoDinhDanh']],
  ['twelve digits as an old card', { SoDinhDanh: undefined, SoCMND: '099090000001' }, ['SoCMND']],
  ['both numbers', { SoCMND: '990000001' }, ['SoDinhDanh']],
  ['neither number', { SoDinhDanh: undefined }, ['SoDinhDanh']],
  ['a name with spaces', { HoVaTen: 'NGUYEN VAN AN' }, ['HoVaTen']],
  ['a name with diacritics', { HoVaTen: 'NGUYỄNVĂNAN' }, ['HoVaTen']],
  ['a name in lower case', { HoVaTen: 'nguyenvanan' }, ['HoVaTen']],
  ['no birth date', { NgayThangNamSinh: undefined }, ['NgayThangNamSinh']],
  ['a birth date without its parts', birth('1990'), ['NgayThangNamSinh']],
  ['a year of two digits', birth('<d:Nam>90</d:Nam>'), ['NgayThangNamSinh.Nam']],
  [
    'a date with hyphens',
    birth('<d:NgayThangNam>1990-05-15</d:NgayThangNam>'),
    ['NgayThangNamSinh.NgayThangNam'],
  ],
  ['30 February', birth('<d:NgayThangNam>19900230</d:NgayThangNam>'), ['NgayThangNamSinh.NgayThangNam']],
  [
    'year and date that disagree',
    birth('<d:Nam>1991</d:Nam><d:NgayThangNam>19900515</d:NgayThangNam>'),
    ['NgayThangNamSinh.Nam'],
  ],
  ['an unknown element', { Khac: 'x' }, ['Khac']],
  ['an element twice', { MaDonVi: 'a</d:MaDonVi><d:MaDonVi>b' }, ['MaDonVi']],
  [
    'an element of another namespace',
    birth('<d:Nam>1990</d:Nam><o:NgayThangNam xmlns:o="urn:o">19900515</o:NgayThangNam>'),
    ['NgayThangNamSinh.NgayThangNam'],
  ],
  ['text between elements', birth('x<d:Nam>1990</d:Nam>'), ['NgayThangNamSinh']],
  [
    'several mistakes',
    { MaYeuCau: undefined, SoDinhDanh: undefined, HoVaTen: 'An', NgayThangNamSinh: undefined },
    ['MaYeuCau', 'HoVaTen', 'NgayThangNamSinh', 'SoDinhDanh'],
  ],
];

test.each(wrong)('%s is refused with a SOAP fault that names the field', async (_, changes, fields) => {
  const fault = await faultOf(await ask(ws, 'TraCuuThongTinCongDan', changes));
  expect(fault).toMatchObject({ ...client('invalid_input'), fields: expect.arrayContaining(fields) });
  expect([...fault.fields].sort()).toEqual([...fields].sort());
  for (const field of fields) expect(fault.faultstring).toContain(field);
});

test.each([
  ['XacThucThongTinCongDan', { MaDichVu: '037' }, ['MaDichVu']],
  ['XacThucThongTinCongDan', { NgayThangNamSinh: '<d:Nam>1990</d:Nam>' }, ['NgayThangNamSinh']],
  ['XacMinhThongTinNhanThan', { MaDVC: undefined, HoVaTen: undefined }, ['MaDVC', 'HoVaTen']],
] as [ServiceName, Fields, string[]][])('%s has rules of its own', async (name, changes, fields) => {
  const fault = await faultOf(await ask(ws, name, changes));
  expect(fault.code).toBe('invalid_input');
  expect([...fault.fields].sort()).toEqual([...fields].sort());
});

describe('MaYeuCau', () => {
  test('is good once in a day of the token clock', async () => {
    const own = await openWorkspace();
    const MaYeuCau = randomUUID();
    await bodyOf(await ask(own, 'XacThucThongTinCongDan', { MaYeuCau }));
    expect(await faultOf(await ask(own, 'TraCuuThongTinCongDan', { MaYeuCau }))).toMatchObject(
      client('duplicate_request'),
    );
    await own.configure({ clockOffsetSeconds: 24 * 3600 + 1 });
    const later = String(Date.now() + 24 * 3600_000);
    const headers = headersFor(`${baseOf(own)}/XacThucThongTinCongDan`, later);
    await bodyOf(await ask(own, 'XacThucThongTinCongDan', { MaYeuCau }, headers));
  });

  test('of eight calls at once one is answered', async () => {
    const MaYeuCau = randomUUID();
    const calls = Array.from({ length: 8 }, () => ask(ws, 'TraCuuThongTinCongDan', { MaYeuCau }));
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status !== 200) expect(await faultOf(answer)).toMatchObject(client('duplicate_request'));
    }
  });

  test('is not used up by a call that was refused', async () => {
    const MaYeuCau = randomUUID();
    await faultOf(await ask(ws, 'XacThucThongTinCongDan', { MaYeuCau, HoVaTen: 'an' }));
    await bodyOf(await ask(ws, 'XacThucThongTinCongDan', { MaYeuCau }));
  });
});

test.each([
  ['another namespace', envelopeOf('<d:TraCuuThongTinCongDan/>', 'http://gtel.vn/qldc')],
  ['another operation', envelopeOf('<d:XacThucThongTinCongDan/>', 'http://dancuquocgia.bca')],
])('%s in the Body is not this operation', async (_, body) => {
  expect(await faultOf(await send(ws, 'TraCuuThongTinCongDan', body))).toMatchObject(client('wrong_message'));
});
