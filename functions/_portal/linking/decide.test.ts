import { describe, expect, test } from 'vitest';
import type { Applicant, Identity } from './applicant.ts';
import { decideLink, type Found, requireKeys } from './decide.ts';
import { fromExchange, fromVneid } from './identity.ts';

const NUMBER = '099090000001';

const vneid: Identity = {
  provider: 'vneid',
  kind: 'citizen',
  sub: 's1',
  number: NUMBER,
  name: 'Nguyễn Văn An',
  byVneid: true,
};
const exchange: Identity = { ...vneid, provider: 'exchange', sub: 'x1', techId: 't1', byVneid: false };

const account = (about: Partial<Applicant>): Applicant => ({
  id: 'a1',
  kind: 'citizen',
  status: 'active',
  name: vneid.name,
  number: NUMBER,
  numberFrom: 'exchange',
  techIds: [],
  verified: true,
  register: {},
  wrongTries: 0,
  createdAt: '2024-01-01T00:00:00.000Z',
  notes: [],
  ...about,
});
const old = (about: Partial<Applicant> = {}) =>
  account({ username: 'an.cu', passwordHash: 'h', numberFrom: 'typed', verified: false, ...about });
const found = (about: Partial<Found>): Found => ({ sameNumber: [], sameEmail: [], ...about });

describe('what an identity must bring', () => {
  test.each<[why: string, identity: Partial<Identity>, code: string]>([
    ['the exchange without TechID', { techId: undefined as never }, 'tech_id_missing'],
    ['a citizen without any number', { number: undefined as never }, 'number_missing'],
    ['an enterprise without a tax code', { kind: 'enterprise' }, 'number_missing'],
  ])('%s is refused', (_why, about, code) => {
    expect(() => requireKeys({ ...exchange, ...about })).toThrow(expect.objectContaining({ code }));
  });

  test.each<[why: string, identity: Partial<Identity>]>([
    ['VNeID needs no TechID', { provider: 'vneid', techId: undefined as never }],
    ['the old card is enough for a citizen', { number: undefined as never, cmnd: '012345678' }],
    ['an agency needs nothing but its TechID', { kind: 'agency', number: undefined as never }],
  ])('%s', (_why, about) => {
    expect(() => requireKeys({ ...exchange, ...about })).not.toThrow();
  });
});

describe('the link', () => {
  test('that is there decides, whatever the number says', () => {
    const linked = account({ techIds: ['t1'], number: '099090000099' });
    const other = account({ id: 'a2' });
    expect(decideLink(exchange, found({ linked, sameNumber: [other] }))).toEqual({
      state: 'auth',
      applicant: linked,
    });
  });

  test('under a number that VNeID has renewed keeps the account', () => {
    const linked = account({ sub: 's1', number: '099089000001' });
    expect(decideLink(vneid, found({ linked }))).toMatchObject({ state: 'auth', rule: 'number-renewed' });
  });

  test('is made anew for another subject of the same number', () => {
    const before = account({ sub: 's0', numberFrom: 'vneid' });
    expect(decideLink(vneid, found({ sameNumber: [before] }))).toMatchObject({
      state: 'auth',
      applicant: before,
      rule: 'relink-on-subject-change',
    });
  });

  test('is not made by a number that only an account of the national portal has', () => {
    const before = account({ sub: 's0', numberFrom: 'vneid' });
    expect(decideLink(exchange, found({ sameNumber: [before] })).state).toBe('create');
    const other = account({ techIds: ['t2'] });
    expect(decideLink(vneid, found({ sameNumber: [other] })).state).toBe('create');
  });

  test('is not made by an old card alone, though VNeID vouches for both numbers', () => {
    const other = account({ sub: 's2', number: '099192000002', cmnd: '990000002', numberFrom: 'vneid' });
    const identity = { ...exchange, cmnd: '990000002', byVneid: true };
    expect(decideLink(identity, found({ sameNumber: [other] }))).toEqual({ state: 'create' });
  });

  test('by a card that is only the holder’s own word waits for the old account’s password, or is made new', () => {
    const typed = { ...exchange, number: undefined as never, cmnd: '990000002' };
    const waits = decideLink(typed, found({ sameNumber: [old({ cmnd: '990000002' })] }));
    expect(waits).toMatchObject({ state: 'mapping' });
    const linked = account({ techIds: ['t2'], cmnd: '990000002' });
    expect(decideLink(typed, found({ sameNumber: [linked] }))).toEqual({ state: 'create' });
  });

  test('to an old account of this portal waits for its password', () => {
    expect(decideLink(vneid, found({ sameNumber: [old()] }))).toMatchObject({ state: 'mapping' });
    expect(decideLink(exchange, found({ sameNumber: [old()] }))).toMatchObject({ state: 'mapping' });
  });

  test('to an old account that somebody has linked already is not offered again', () => {
    const taken = old({ techIds: ['t2'] });
    expect(decideLink(exchange, found({ sameNumber: [taken] })).state).toBe('create');
  });

  test('is made new where there is nobody', () => {
    expect(decideLink(vneid, found({}))).toEqual({ state: 'create' });
  });
});

describe('refused is', () => {
  test.each<[what: string, about: Partial<Found>]>([
    ['whoever is linked to a locked account', { linked: account({ status: 'locked' }) }],
    ['whoever has a locked old account', { sameNumber: [old({ status: 'locked' })] }],
    [
      'whoever has a locked account by VNeID',
      { sameNumber: [account({ status: 'locked', numberFrom: 'vneid' })] },
    ],
  ])('%s, and gets no other one', (_what, about) => {
    expect(() => decideLink(vneid, found(about))).toThrow(
      expect.objectContaining({ code: 'applicant_locked' }),
    );
  });

  test('an e-mail address of another account, and it links nothing', () => {
    const other = account({ id: 'a2', number: '099172000064', email: 'nha@example.vn' });
    const identity = { ...vneid, email: 'nha@example.vn' };
    expect(() => decideLink(identity, found({ sameEmail: [other] }))).toThrow(
      expect.objectContaining({ code: 'email_taken' }),
    );
  });

  test('no address of another account once one is linked', () => {
    const linked = account({ sub: 's1' });
    const other = account({ id: 'a2', email: 'nha@example.vn' });
    expect(decideLink(vneid, found({ linked, sameEmail: [other] })).state).toBe('auth');
  });
});

describe('an identity', () => {
  test('of the exchange is read by its own names; what is empty is not there', () => {
    const claims = {
      sub: 'x1',
      LoaiTaiKhoan: '1',
      TechID: 't1',
      SoDinhDanh: NUMBER,
      SoCMND: '',
      HoVaTen: 'NGUYỄN VĂN AN',
      NgayThangNamSinh: '19900515',
      ThuDienTu: null,
      SoDienThoai: '0950000101',
    };
    expect(fromExchange(claims, false)).toEqual({
      provider: 'exchange',
      kind: 'citizen',
      sub: 'x1',
      techId: 't1',
      number: NUMBER,
      name: 'NGUYỄN VĂN AN',
      birth: '1990-05-15',
      phone: '0950000101',
      byVneid: false,
    });
  });

  test('of an enterprise has the tax code, else the enterprise code', () => {
    const claims = { sub: 'x', LoaiTaiKhoan: '2', TechID: 't', TenDoanhNghiep: 'Công ty Mẫu' };
    expect(fromExchange({ ...claims, MaSoThue: '0312345678' }, false).taxCode).toBe('0312345678');
    const without = fromExchange({ ...claims, MaSoThue: '', MaSoDoanhNghiep: '0399999999' }, false);
    expect(without).toMatchObject({ kind: 'enterprise', taxCode: '0399999999', name: 'Công ty Mẫu' });
  });

  test('of VNeID is vouched for', () => {
    expect(fromVneid({ sub: 's1', citizenPid: NUMBER, fullName: vneid.name })).toEqual(vneid);
  });
});
