import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../contracts/person.ts';
import { citizenOf } from '../../people/country/index.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Caller, carriers, configureCarriers } from './kit/carriers.ts';

/** Some thousands: enough for every rare thing. */
const citizens: readonly Person[] = Array.from({ length: 6000 }, (_, at) =>
  citizenOf(`099062${100_000 + at}`),
).flatMap((person) => (person?.phones.length ? [person] : []));

let ws: TestWorkspace;
let portal: Caller;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await carriers(ws);
});

const people = {
  an: { msisdn: '0950000101', idNumber: '099090000001', fullName: 'Nguyễn Văn An', dob: '1990-05-15' },
  loan: { msisdn: '0950000117', idNumber: '099183000017', fullName: 'Đinh Thị Loan', dob: '1983-02-11' },
  duc: { msisdn: '0950000118', idNumber: '099091000018', fullName: 'Trương Minh Đức', dob: '1991-07-23' },
  thao: { msisdn: '0950000119', idNumber: '099196000019', fullName: 'Phan Thị Thảo', dob: '1996-09-05' },
  quan: { msisdn: '0950000120', idNumber: '099099000020', fullName: 'Đỗ Anh Quân', dob: '1999-03-30' },
  vinh: { msisdn: '0950000121', idNumber: '099076000021', fullName: 'Lưu Quang Vinh', dob: '1976-12-12' },
  phuc: { msisdn: '0950000123', idNumber: '099089000023', fullName: 'Dương Hoàng Phúc', dob: '1989-01-27' },
  yen: { msisdn: '0950000124', idNumber: '099194000024', fullName: 'Cao Thị Hải Yến', dob: '1994-10-10' },
  thinh: { msisdn: '0950000125', idNumber: '099062000025', fullName: 'Lại Đức Thịnh', dob: '1962-08-08' },
  lam: { msisdn: '0950000126', idNumber: '099202000026', fullName: 'Tạ Ngọc Lâm', dob: '2002-04-19' },
} as const;

type Who = keyof typeof people;

const check = async (
  who: Who,
  changes: Partial<Record<'msisdn' | 'idNumber' | 'fullName' | 'dob', string>> = {},
) => (await portal.post('/subscribers/check', { ...people[who], ...changes })).body;

const yes = { idNumberMatch: 'true', fullNameMatch: 'true', dobMatch: 'true' };
const unknown = { idNumberMatch: 'not_available', fullNameMatch: 'not_available', dobMatch: 'not_available' };

describe('whether a number is in the name of the one who gives it', () => {
  test.each<[Who, string, object]>([
    ['an', 'match', { ...yes, idType: 'CCCD12', status: 'ACTIVE', carrier: 'viettel' }],
    ['loan', 'registered_under_cmnd', { ...yes, idNumberMatch: 'false', idType: 'CMND9', status: 'ACTIVE' }],
    ['duc', 'other_owner', { idNumberMatch: 'false', fullNameMatch: 'false', dobMatch: 'not_available' }],
    ['lam', 'other_owner', { idNumberMatch: 'false', fullNameMatch: 'false', idType: 'OTHER' }],
    ['thao', 'suspended', { ...yes, status: 'SUSPENDED' }],
    ['quan', 'not_normalised', { ...unknown, status: 'NOT_NORMALISED', idType: null }],
    ['vinh', 'cancelled', { ...unknown, status: 'CANCELLED' }],
    ['thinh', 'match', { ...yes, status: 'ACTIVE' }],
    ['yen', 'match', { ...yes, carrier: 'viettel' }],
  ])('%s: %s', async (who, result, more) => {
    expect(await check(who)).toMatchObject({ result, ...more, msisdn: `84${people[who].msisdn.slice(1)}` });
  });

  test('the second SIM is as much the person’s own, with a carrier of its own', async () => {
    expect(await check('phuc')).toMatchObject({ result: 'match', carrier: 'viettel' });
    expect(await check('phuc', { msisdn: '0950000223' })).toMatchObject({
      result: 'match',
      carrier: 'mobifone',
    });
  });

  test('under the old card its number matches, and the result still says that the card is the old one', async () => {
    expect(await check('loan', { idNumber: '990000017' })).toMatchObject({
      ...yes,
      result: 'registered_under_cmnd',
    });
  });

  test('somebody else’s paper is another owner, whatever the name', async () => {
    expect(await check('an', { idNumber: '099192000002' })).toMatchObject({
      result: 'other_owner',
      idNumberMatch: 'false',
      fullNameMatch: 'true',
    });
  });

  test.each([
    ['fullName', 'Nguyễn Văn Anh', { fullNameMatch: 'false', dobMatch: 'true' }],
    ['dob', '1990-05-16', { fullNameMatch: 'true', dobMatch: 'false' }],
    ['dob', '1990', { fullNameMatch: 'true', dobMatch: 'false' }],
  ])('the right paper with the wrong %s %s is a mismatch', async (field, value, more) => {
    expect(await check('an', { [field]: value })).toMatchObject({
      result: 'mismatch',
      idNumberMatch: 'true',
      ...more,
    });
  });

  test.each([
    ['case', 'NGUYỄN VĂN AN'],
    ['spaces', '  nguyễn   văn an '],
    ['the Unicode form', 'Nguyễn Văn An'.normalize('NFD')],
    ['diacritics', 'Nguyen Van An'],
  ])('%s makes no other name', async (_, fullName) => {
    expect(await check('an', { fullName })).toMatchObject({ result: 'match' });
  });

  test.each(['84950000101', '+84950000101', '0950 000 101', '+84 950-000-101'])(
    '%s is the same number',
    async (msisdn) => {
      expect(await check('an', { msisdn })).toMatchObject({ result: 'match', msisdn: '84950000101' });
    },
  );

  test('a number of nobody is not registered; one of no carrier is refused', async () => {
    expect(await check('an', { msisdn: '0950000999' })).toMatchObject({
      result: 'not_registered',
      status: 'NOT_REGISTERED',
      carrier: null,
    });
    const answer = await portal.post('/subscribers/check', { ...people.an, msisdn: '0123456789' });
    expect(answer).toMatchObject({ status: 422, body: { status: 422, code: 'SERVICE_NOT_APPLICABLE' } });
  });
});

describe('citizens of the country', () => {
  test.each([
    ['sim-under-cmnd', 'registered_under_cmnd'],
    ['sim-other-owner', 'other_owner'],
    ['sim-suspended', 'suspended'],
    ['sim-not-normalised', 'not_normalised'],
    ['deceased-sim-active', 'match'],
  ])('those with the tag %s: %s', async (tag, result) => {
    const found = citizens.filter(({ tags }) => tags.includes(tag));
    expect(found.length).toBeGreaterThan(0);
    for (const { personalNumber, name, birth, phones } of found.slice(0, 3)) {
      const dob = 'date' in birth ? birth.date : String(birth.year);
      const body = { msisdn: phones[0]?.number, idNumber: personalNumber, fullName: name.full, dob };
      expect((await portal.post('/subscribers/check', body)).body).toMatchObject({ result });
    }
  });
});

describe('settings', () => {
  test('may let diacritics count', async () => {
    const strict = await openWorkspace();
    await configureCarriers(strict, () => ({ diacriticsCount: true }));
    const caller = await carriers(strict);
    const said = async (fullName: string) =>
      (await caller.post('/subscribers/check', { ...people.an, fullName })).body.result;
    expect(await said('Nguyen Van An')).toBe('mismatch');
    expect(await said('NGUYỄN VĂN AN')).toBe('match');
  });

  test('may connect an account to some carriers only: the prefix decides nothing', async () => {
    const narrow = await openWorkspace();
    await configureCarriers(narrow, ({ accounts }) => ({
      accounts: accounts.map((account) => ({ ...account, carriers: ['viettel'] })),
    }));
    const caller = await carriers(narrow);
    expect((await caller.post('/subscribers/check', people.yen)).status).toBe(200);
    expect(await caller.post('/subscribers/check', people.quan)).toMatchObject({
      status: 422,
      body: { code: 'SERVICE_NOT_APPLICABLE' },
    });
  });
});

describe('asked to fail', () => {
  test.each([
    ['empty', 200, { result: 'not_registered' }],
    ['stale-data', 200, { result: 'registered_under_cmnd', idType: 'CMND9' }],
    ['wrong-person', 200, { result: 'other_owner', fullNameMatch: 'false', dobMatch: 'false' }],
    ['quota', 429, { status: 429, code: 'QUOTA_EXCEEDED' }],
    ['expired-credential', 401, { status: 401, code: 'UNAUTHENTICATED' }],
  ])('%s', async (failure, status, body) => {
    const answer = await portal.post('/subscribers/check', people.an, { 'x-hopcat-fault': failure });
    expect(answer).toMatchObject({ status, body });
  });

  test('stale data puts nobody under an old card who never had one', async () => {
    const asked = {
      msisdn: '0950000147',
      idNumber: '099304000047',
      fullName: 'Kiều Bảo Anh',
      dob: '2004-06-06',
    };
    const { body } = await portal.post('/subscribers/check', asked, { 'x-hopcat-fault': 'stale-data' });
    expect(body).toMatchObject({ result: 'match', idType: 'CCCD12' });
  });
});
