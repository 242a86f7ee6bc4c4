import { beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { ask, bodyOf, client, collectionOf, faultOf } from './kit/population.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

const failing = (failure: string) => ask(ws, 'TraCuuThongTinCongDan', {}, { 'x-hopcat-fault': failure });

const verdict = async (failure: string, changes = {}) => {
  const answer = await ask(ws, 'XacThucThongTinCongDan', changes, { 'x-hopcat-fault': failure });
  return (await bodyOf(answer)).KetQuaXacThuc.TonTai;
};

test('empty: a record with nothing in it', async () => {
  const { SoCongDan, CongDan } = await collectionOf(await failing('empty'));
  expect(SoCongDan).toBe('1');
  expect(CongDan).toMatchObject({ SoDinhDanh: '', HoVaTen: { Ho: '', Ten: '' }, ThuongTru: { QuocGia: '' } });
});

test('stale-data: the record of years ago', async () => {
  const { ThoiDiemDuLieu, CongDan } = await collectionOf(await failing('stale-data'));
  expect(ThoiDiemDuLieu).toBe('2020-12-31T00:00:00+07:00');
  expect(CongDan).toMatchObject({
    SoDinhDanh: '',
    SoCMND: '990000001',
    TinhTrangHonNhan: '1',
    ThuongTru: { MaTinhThanh: '01', MaQuanHuyen: '005' },
    VoChong: { HoVaTen: '' },
  });
});

test("wrong-person: somebody else's record", async () => {
  const { CongDan } = await collectionOf(await failing('wrong-person'));
  expect(CongDan.SoDinhDanh).toMatch(/^099\d{9}$/);
  expect(CongDan.SoDinhDanh).not.toBe('099090000001');
});

test('the verdict fails in its own ways', async () => {
  expect(await verdict('empty')).toBeUndefined();
  expect(await verdict('wrong-person')).toBe('false');
  expect(await verdict('stale-data')).toBe('false');
  expect(await verdict('stale-data', { SoDinhDanh: undefined, SoCMND: '990000001' })).toBe('true');
});

test('quota, expired credential and a system that is down are SOAP faults', async () => {
  expect(await faultOf(await failing('quota'))).toMatchObject(client('quota_exceeded', 429));
  expect(await faultOf(await failing('expired-credential'))).toMatchObject(client('expired_credential', 401));
  expect(await faultOf(await failing('down'))).toMatchObject({
    status: 503,
    faultcode: 'soap:Server',
    code: 'unavailable',
  });
});
