import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { messagesOf } from './kit/phone.ts';
import {
  ask,
  BEFORE,
  begun,
  begunByToken,
  byPassword,
  bySignature,
  mai,
  PASSWORD,
  register,
  signToken,
  step,
} from './kit/registration.ts';

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
  await ws.configure({ calendar: BEFORE });
});

const tuan = { account: '0950000159', number: '099083000059', name: 'Hồ Anh Tuấn', birth: '1983-10-21' };
const cong = { account: 'KH0990061', number: '099077000061', name: 'Phạm Thành Công', birth: '1977-04-06' };
const thu = { number: '990000044', insurance: '9900000044', name: 'Lương Thị Thu', birth: '1968-01-30' };

describe('an account comes into being', () => {
  test('by a SIM of one’s own, a code and a password', async () => {
    const made = await byPassword(ws, { method: 'mobile', ...mai }, 'mai');
    expect(made).toMatchObject({
      status: 201,
      body: { kind: 'citizen', username: mai.number, state: 'unverified', signsInBy: 'password' },
    });
  });

  test('by an insurance number, with an old card too: it then knows no personal number', async () => {
    const made = await byPassword(ws, { method: 'insurance', insurance: '9900000002', ...mai }, 'mai');
    expect(made).toMatchObject({ status: 201, body: { username: mai.number, state: 'unverified' } });
    const old = await byPassword(ws, { method: 'insurance', ...thu, phone: '0950000144' }, 'thu');
    expect(old).toMatchObject({ status: 201, body: { username: thu.number, state: 'no-number' } });
  });

  test('by a VNPost account, whose phone gets the code; a customer code needs a phone beside it', async () => {
    const made = await byPassword(ws, { method: 'post', ...tuan }, 'tuan');
    expect(made).toMatchObject({ status: 201, body: { username: tuan.number } });
    expect(await register(ws, { method: 'post', ...cong })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'phone' }] },
    });
    const other = await byPassword(ws, { method: 'post', ...cong, phone: '0950000161' }, 'cong');
    expect(other).toMatchObject({ status: 201, body: { username: cong.number } });
  });

  test.each([
    ['a SIM that signs', { method: 'sim', phone: mai.phone }],
    ['a USB token', { method: 'usb', person: 'mai' }],
    ['a remote signature', { method: 'remote', person: 'mai' }],
  ])('by %s, without a password', async (_, body) => {
    expect(await bySignature(ws, body)).toMatchObject({
      status: 201,
      body: { kind: 'citizen', username: mai.number, state: 'unverified', signsInBy: 'signature' },
    });
  });

  test.each([
    ['a SIM that signs', { method: 'sim', phone: '0950000166' }],
    ['a USB token', { method: 'usb', person: 'quynh' }],
    ['a remote signature', { method: 'remote', person: 'quynh' }],
  ])('of an enterprise by %s, under its tax code, beside one of its representative', async (_, body) => {
    const company = await bySignature(ws, { ...body, kind: 'enterprise' }, 'q@example.vn');
    expect(company).toMatchObject({
      status: 201,
      body: { kind: 'enterprise', username: '9900000136', state: 'organisation' },
    });
    const own = { method: 'remote', person: 'quynh' };
    expect(await bySignature(ws, own, 'q@example.vn')).toMatchObject({
      status: 201,
      body: { kind: 'citizen', username: '099185000066' },
    });
  });

  test('of a state agency’s officer, and nobody else', async () => {
    const { body } = await bySignature(ws, { method: 'usb', kind: 'agency', person: 'tri' });
    expect(body).toMatchObject({ kind: 'agency', username: 'tri.h99.02', state: 'organisation' });
    const other = await begunByToken(ws, 'duc', 'agency');
    expect(await signToken(ws, other, 'duc')).toMatchObject({
      status: 422,
      body: { code: 'no_certificate' },
    });
  });
});

describe('what is taken', () => {
  test('a number is an account’s once: who registers it twice at once gets one account', async () => {
    const both = [await begunByToken(ws, 'mai'), await begunByToken(ws, 'mai')];
    for (const each of both) await signToken(ws, each, 'mai');
    const ends = await Promise.all(both.map(({ id }) => step(ws, id, 'confirm')));
    expect(ends.map(({ status, body }) => body.code ?? status).sort()).toEqual([201, 'number_taken']);
    expect(await register(ws, { method: 'mobile', ...mai })).toMatchObject({
      body: { code: 'number_taken' },
    });
  });

  test('a phone of another account is refused', async () => {
    const said = { method: 'insurance', insurance: '9900000002', ...mai, phone: '0950000101' };
    expect(await register(ws, said)).toMatchObject({ status: 409, body: { code: 'phone_taken' } });
  });

  test('an e-mail address of another account is refused, whatever its case', async () => {
    const shared = 'Gia-Dinh-Lien@example.vn';
    expect(await bySignature(ws, { method: 'usb', person: 'mai' }, shared)).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    });
  });
});

describe('who may not', () => {
  test('the dead, by the population register’s word and on the day that it knows', async () => {
    const hung = {
      method: 'insurance',
      number: '099058000003',
      insurance: '9900000003',
      name: 'Nguyễn Văn Hùng',
      birth: '1958-04-10',
      phone: '0950000104',
    };
    expect(await register(ws, hung)).toMatchObject({ status: 403, body: { code: 'applicant_deceased' } });
    await ws.configure({ calendar: '2024-02-17' });
    expect(await register(ws, hung)).not.toMatchObject({ body: { code: 'applicant_deceased' } });
  });

  test('a child below fourteen years, until the birthday', async () => {
    const bao = {
      method: 'insurance',
      number: '099216000004',
      insurance: '9900000004',
      name: 'Nguyễn Gia Bảo',
      birth: '2016-09-02',
      phone: '0950000102',
    };
    expect(await register(ws, bao)).toMatchObject({ status: 403, body: { code: 'too_young' } });
  });
});

describe('a registration', () => {
  test('tells where it stands, and masks the phone', async () => {
    const { id, sent } = await begun(ws, { method: 'mobile', ...mai });
    expect(sent).toEqual({ to: '09•• ••• 102', seconds: 180 });
    expect(await ask(ws, `/registrations/${id}`)).toMatchObject({ body: { id, next: 'code' } });
    expect(await messagesOf(ws, 'mai')).toHaveLength(1);
  });

  test('lives fifteen minutes of the token clock', async () => {
    const { id } = await begun(ws, { method: 'usb', person: 'mai' });
    await ws.configure({ clockOffsetSeconds: 14 * 60 });
    expect(await ask(ws, `/registrations/${id}`)).toMatchObject({ status: 200 });
    await ws.configure({ clockOffsetSeconds: 15 * 60 + 1 });
    expect(await ask(ws, `/registrations/${id}`)).toMatchObject({
      status: 410,
      body: { code: 'registration_expired' },
    });
  });

  test('is spent by its last step: sending it again makes no second account', async () => {
    const { id, ...more } = await begunByToken(ws, 'mai');
    await signToken(ws, { id, ...more }, 'mai');
    const ends = await Promise.all(Array.from({ length: 16 }, () => step(ws, id, 'confirm')));
    expect(ends.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(ends.map(({ status }) => status))).toEqual(new Set([201, 410]));
  });

  test('asks for nothing that it does not know, and names each wrong field', async () => {
    const told = await register(ws, {
      method: 'mobile',
      number: '990000001',
      name: ' ',
      birth: '31/02/1990',
      phone: '1',
    });
    expect(told.status).toBe(400);
    expect(told.body.errors?.map(({ path }) => path).sort()).toEqual(['birth', 'name', 'number', 'phone']);
    expect(await register(ws, { method: 'mobile', ...mai, kind: 'enterprise' })).toMatchObject({
      status: 400,
    });
  });

  test('takes dates, numbers and phones as people write them', async () => {
    const said = {
      number: '099 192 000 002',
      name: 'TRẦN  THỊ MAI',
      birth: '20/11/1992',
      phone: '+84 950.000.102',
    };
    expect(await register(ws, { method: 'mobile', ...said })).toMatchObject({ status: 201 });
  });
});

describe('the password', () => {
  test.each([
    ['aa@123456', ['chữ cái viết hoa']],
    ['AA@123456', ['chữ cái viết thường']],
    ['Aa@bcdefg', ['chữ số']],
    ['Aa1234567', ['ký tự đặc biệt']],
    ['Aa@1234', ['Chưa đủ 8 ký tự']],
    ['        ', ['chữ cái viết hoa', 'chữ cái viết thường', 'chữ số', 'ký tự đặc biệt']],
  ])('%j lacks %j', async (password, parts) => {
    const { id } = await begun(ws, { method: 'mobile', ...mai });
    const code = (await messagesOf(ws, 'mai'))[0]?.code;
    await step(ws, id, 'code', { code });
    const { status, body } = await step(ws, id, 'password', { password });
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'weak_password' });
    expect(body.errors?.map(({ message }) => message)).toEqual(
      parts.map((part) => expect.stringContaining(part)),
    );
    expect(await step(ws, id, 'password', { password: PASSWORD })).toMatchObject({ status: 201 });
  });

  test('is as long as the settings say', async () => {
    await ws.configure({ dvcqg: { passwordLength: 12 } });
    const { id } = await begun(ws, { method: 'mobile', ...mai });
    await step(ws, id, 'code', { code: (await messagesOf(ws, 'mai'))[0]?.code });
    expect(await step(ws, id, 'password', { password: PASSWORD })).toMatchObject({
      body: { code: 'weak_password' },
    });
  });
});
