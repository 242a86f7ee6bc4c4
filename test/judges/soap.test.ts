import { randomUUID } from 'node:crypto';
import { type Client, createClientAsync } from 'soap';
import { beforeAll, describe, expect, test } from 'vitest';
import { baseOf, headersFor } from '../contract/kit/population.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';

let ws: TestWorkspace;

beforeAll(async () => {
  ws = await openWorkspace();
});

/** A client that a library makes of nothing but our `?wsdl`. */
async function generated(name: string): Promise<Client> {
  const client = await createClientAsync(`${baseOf(ws)}/${name}?wsdl`);
  for (const [header, value] of Object.entries(headersFor(`${baseOf(ws)}/${name}`))) {
    client.addHttpHeader(header, value);
  }
  return client;
}

async function call(name: string, fields: Record<string, unknown>) {
  const client = await generated(name);
  expect(client.describe()[name][`${name}Port`]).toHaveProperty(name);
  const [result] = await client[`${name}Async`](fields);
  return result;
}

const about = () => ({
  MaYeuCau: randomUUID(),
  MaCanBo: 'CB001',
  SoDinhDanh: '099090000001',
  HoVaTen: 'NGUYENVANAN',
});

const more = { MaDVC: '2.000001', MaTichHop: '037', NgayThangNamSinh: { Nam: '1990' } };

describe('a client that the library soap makes of our WSDL', () => {
  test('looks a citizen up', async () => {
    const { attributes, CongDan } = await call('TraCuuThongTinCongDan', { ...about(), ...more });
    expect(attributes).toMatchObject({ SoCongDan: '1' });
    expect(CongDan).toMatchObject({
      SoDinhDanh: '099090000001',
      HoVaTen: { Ho: 'Nguyễn', ChuDem: 'Văn', Ten: 'An' },
      ThuongTru: { ChiTiet: 'Tổ dân phố số 5' },
    });
  });

  test('verifies a name, and gets a boolean', async () => {
    expect(await call('XacThucThongTinCongDan', { ...about(), MaDichVu: '033' })).toEqual({ TonTai: true });
  });

  test('asks for relatives', async () => {
    const { CongDan } = await call('XacMinhThongTinNhanThan', { ...about(), ...more });
    expect(CongDan.VoChong.HoVaTen).toEqual({ Ho: 'Trần', ChuDem: 'Thị', Ten: 'Mai' });
  });

  test('reads a fault, and the fields in it', async () => {
    const fields = { ...about(), MaDichVu: '033', HoVaTen: 'An' };
    await expect(call('XacThucThongTinCongDan', fields)).rejects.toMatchObject({
      root: {
        Envelope: {
          Body: {
            Fault: {
              faultcode: 'soap:Client',
              detail: {
                Fault: { attributes: { code: 'invalid_input' }, Field: { attributes: { name: 'HoVaTen' } } },
              },
            },
          },
        },
      },
    });
  });
});
