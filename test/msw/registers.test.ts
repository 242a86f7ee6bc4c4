import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hopcat } from '../../mocks/handlers.ts';

const REGISTER = 'https://lgsp.example.gov.vn/dancu';

const sandbox = hopcat({
  at: { population: REGISTER },
  settings: { population: { authentication: 'off' } },
});
const server = setupServer(...sandbox.handlers);
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => sandbox.reset());
afterAll(() => server.close());

const json = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const MD5 = 'ce00580d6b3d1e0d7b7b8ec5eab0bc89';

test('the insurance gateway answers at its real address', async () => {
  const taken = await fetch(
    'https://egw.baohiemxahoi.gov.vn/api/token/take',
    json({ username: '99001_BV', password: MD5 }),
  );
  expect(await taken.json()).toMatchObject({ maKetQua: '200', APIKey: { username: '99001_BV' } });
});

test('a register whose address is not public answers where the portal was told that it is', async () => {
  const wsdl = await (await fetch(`${REGISTER}/TraCuuThongTinCongDan?wsdl`)).text();
  expect(wsdl).toContain(`location="${REGISTER}/TraCuuThongTinCongDan"`);
  const answer = await fetch(`${REGISTER}/XacThucThongTinCongDan`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:d="http://dancuquocgia.bca"><s:Body>
<d:XacThucThongTinCongDan><d:MaYeuCau>1</d:MaYeuCau><d:MaDichVu>033</d:MaDichVu><d:MaCanBo>demo-portal</d:MaCanBo>
<d:SoDinhDanh>099090000001</d:SoDinhDanh><d:HoVaTen>NGUYENVANAN</d:HoVaTen></d:XacThucThongTinCongDan>
</s:Body></s:Envelope>`,
  });
  expect({ status: answer.status, text: await answer.text() }).toEqual({
    status: 200,
    text: expect.stringMatching(/<[\w:]*TonTai>true</),
  });
});

test('a rule makes it fail, and the next test finds it well', async () => {
  const rule = { failure: 'down', system: 'insurance' };
  expect((await fetch(`${sandbox.url}/control/faults`, json(rule))).status).toBe(201);
  const url = 'https://egw.baohiemxahoi.gov.vn/api/token/take';
  expect((await fetch(url, json({ username: '99001_BV', password: MD5 }))).status).toBe(503);
  await sandbox.reset();
  expect((await fetch(url, json({ username: '99001_BV', password: MD5 }))).status).toBe(200);
});
