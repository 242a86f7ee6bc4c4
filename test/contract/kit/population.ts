import { createHash, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { bodyReader, type Loose } from './soap.ts';

// What a portal that asks the population register does, written from the wire facts alone.

export type Fields = Readonly<Record<string, string | undefined>>;

export const namespaces = {
  TraCuuThongTinCongDan: 'http://dancuquocgia.bca',
  XacThucThongTinCongDan: 'http://dancuquocgia.bca',
  XacMinhThongTinNhanThan: 'http://gtel.vn/qldc',
} as const;

export type ServiceName = keyof typeof namespaces;

export const account = {
  username: 'demo-portal',
  secretKey: 'demo-portal-secret',
  apiKey: 'demo-portal-key',
  subsystem: 'VN/GOV/HOPCAT/demo-portal',
};

export const baseOf = (ws: TestWorkspace): string => `${ws.origin}/${ws.id}/population`;

/** What is asked about An, the default person, where nothing else is said. */
const asked: Readonly<Record<ServiceName, () => Fields>> = {
  TraCuuThongTinCongDan: () => ({
    ...aboutAn(),
    MaDVC: '2.000001',
    MaTichHop: '037',
    NgayThangNamSinh: year,
  }),
  XacThucThongTinCongDan: () => ({ ...aboutAn(), MaDichVu: '033' }),
  XacMinhThongTinNhanThan: () => ({
    ...aboutAn(),
    MaDVC: '2.000001',
    MaTichHop: '037',
    NgayThangNamSinh: year,
  }),
};

const year = '<d:Nam>1990</d:Nam>';

const aboutAn = (): Fields => ({
  MaYeuCau: randomUUID(),
  MaCanBo: 'CB001',
  SoDinhDanh: '099090000001',
  HoVaTen: 'NGUYENVANAN',
});

/** The element of a request, in the prefix `d`. Fields that are undefined are left out; values are XML as it is. */
export const requestOf = (name: ServiceName, changes: Fields = {}): string => {
  const fields = Object.entries({ ...asked[name](), ...changes }).filter(([, value]) => value !== undefined);
  return `<d:${name}>${fields.map(([field, value]) => `<d:${field}>${value}</d:${field}>`).join('')}</d:${name}>`;
};

export const envelopeOf = (content: string, namespace: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:d="${namespace}"><s:Body>${content}</s:Body></s:Envelope>`;

export const messageOf = (name: ServiceName, changes: Fields = {}): string =>
  envelopeOf(requestOf(name, changes), namespaces[name]);

/** The four headers for a call of this address. */
export function headersFor(
  url: string,
  timestamp = String(Date.now()),
  as = account,
): Record<string, string> {
  const digest = createHash('sha256')
    .update(url + as.username + timestamp + as.secretKey)
    .digest('hex');
  return {
    timestamp,
    authorization: `Basic ${Buffer.from(`${as.username}:${digest}`).toString('base64')}`,
    'x-road-client': as.subsystem,
    apikey: as.apiKey,
  };
}

type Headers = Readonly<Record<string, string | undefined>>;

const present = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** Sends a message as it is, with right headers where none are given. */
export function send(
  ws: TestWorkspace,
  name: ServiceName,
  body: BodyInit,
  headers: Headers = {},
): Promise<Response> {
  const url = `${baseOf(ws)}/${name}`;
  const all = { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', ...headersFor(url), ...headers };
  return ws.fetch(url, { method: 'POST', headers: present(all), body });
}

export const ask = (ws: TestWorkspace, name: ServiceName, changes: Fields = {}, headers: Headers = {}) =>
  send(ws, name, messageOf(name, changes), headers);

/** What stands in the Body of an answer. */
export const bodyIn = bodyReader('Field', 'Title', 'Message');

export async function bodyOf(answer: Response): Promise<Loose> {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status: 200 });
  expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  return bodyIn(text);
}

/** The CongdanCollection of an answer. */
export const collectionOf = async (answer: Response): Promise<Loose> =>
  (await bodyOf(answer)).CongdanCollection;

export interface SoapFault {
  status: number;
  faultcode: string;
  faultstring: string;
  code: string;
  /** Names of fields, in order. */
  fields: string[];
}

interface Detail {
  code: string;
  Title: { lang: string }[];
  Field?: { name: string; Message: { lang: string; '#text': string }[] }[];
}

/** A refusal as SOAP 1.1 words it: every text of it in both languages. */
export async function faultOf(answer: Response): Promise<SoapFault> {
  const text = await answer.text();
  expect(answer.headers.get('content-type'), text).toBe('text/xml; charset=utf-8');
  const { faultcode, faultstring, detail } = bodyIn(text).Fault;
  const { code, Title, Field = [] } = detail.Fault as Detail;
  expect(Title.map(({ lang }) => lang)).toEqual(['vi', 'en']);
  for (const { Message } of Field) {
    expect(Message.map(({ lang }) => lang)).toEqual(['vi', 'en']);
    expect(Message[0]?.['#text']).not.toBe(Message[1]?.['#text']);
  }
  return { status: answer.status, faultcode, faultstring, code, fields: Field.map(({ name }) => name) };
}

export const client = (code: string, status = 500) => ({ status, faultcode: 'soap:Client', code });
