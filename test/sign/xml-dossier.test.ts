import { afterAll, expect, test } from 'vitest';
import { dossierXml } from '../../functions/_portal/dossiers/document-xml.ts';
import type { Dossier } from '../../functions/_portal/dossiers/dossier.ts';
import { readXml, type XmlElement } from '../../functions/_soap/read.ts';
import { judge } from './openssl.ts';
import { signedXml, verify } from './xmlsec.ts';

const folder = judge();
afterAll(folder.close);

const portal = { vi: 'Cổng dịch vụ mẫu', en: 'Reference portal' };

const dossier: Dossier = {
  code: '000.00.99.H99-261122-00001',
  service: '1.001',
  procedure: '1.001.H99',
  agency: '000.00.99.H99',
  techId: null,
  number: '099090000001',
  name: 'Nguyễn Văn An',
  byVneid: true,
  submittedAt: '2026-11-22T03:00:00.000Z',
  date: '2026-11-22',
  applicant: 'nguoi-nop-1',
  fields: [
    { name: 'HoVaTen', value: 'Nguyễn Văn An', from: 'vneid' },
    { name: 'ThuDienTu', value: 'an@"nhà" <b>', from: 'typed' },
  ],
  content: 'Đề nghị cấp phép\r\n]]> & <script>',
};

const textOf = ({ children }: XmlElement, name: string): string | undefined =>
  children.find((child) => child.name === name)?.text;

test('a dossier as XML says what the API says, whatever was typed', async () => {
  const read = await readXml(Buffer.from(dossierXml(dossier, portal)).toString());
  expect(read).toMatchObject({ uri: 'urn:hopcat:dossier:1', name: 'dossier' });
  expect(textOf(read, 'MaHoSo')).toBe(dossier.code);
  expect(textOf(read, 'SoDinhDanh')).toBe(dossier.number);
  expect(textOf(read, 'TechID')).toBeUndefined();
  expect(textOf(read, 'TaiKhoanDuocXacThucVoiVNeID')).toBe('true');
  expect(textOf(read, 'content')).toBe(dossier.content);
  const fields = read.children.find(({ name }) => name === 'fields')!.children;
  expect(fields.map(({ attributes, text }) => ({ ...attributes, value: text }))).toEqual([
    { name: 'HoVaTen', from: 'vneid', value: 'Nguyễn Văn An' },
    { name: 'ThuDienTu', from: 'typed', value: 'an@"nhà" <b>' },
  ]);
});

test('xmlsec1 takes a signed one, which is the same every time', async () => {
  // XML has no way to write the first of these two.
  const odd = { ...dossier, content: 'một\u0000hai\ufffd' };
  const document = dossierXml(odd, portal);
  expect(Buffer.from(dossierXml(odd, portal)).equals(document)).toBe(true);
  const { xml, root } = await signedXml(document);
  const said = verify(folder, xml, root);
  expect(said.ok, said.text).toBe(true);
});
