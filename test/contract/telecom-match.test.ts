import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Caller, carriers, configureCarriers } from './kit/carriers.ts';

let ws: TestWorkspace;
let portal: Caller;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await carriers(ws);
});

const match = (body: object, headers?: Record<string, string>) =>
  portal.post('/kyc-match/match', body, headers);

const phoneNumber = '+84950000101';

describe('KYC Match', () => {
  test('answers for each field that was asked, and for no other', async () => {
    const asked = {
      phoneNumber,
      idDocument: '099090000001',
      name: 'nguyen van an',
      givenName: 'An',
      familyName: 'Nguyễn',
      middleNames: 'Thị',
      birthdate: '1990-05-15',
      gender: 'FEMALE',
      address: 'Tổ dân phố số 5',
      email: 'an@example.vn',
    };
    expect((await match(asked)).body).toEqual({
      idDocumentMatch: 'true',
      nameMatch: 'true',
      givenNameMatch: 'true',
      familyNameMatch: 'true',
      middleNamesMatch: 'false',
      birthdateMatch: 'true',
      genderMatch: 'false',
      addressMatch: 'not_available',
      emailMatch: 'not_available',
    });
    expect((await match({ msisdn: '0950000101', name: 'Trần Văn An' })).body).toEqual({ nameMatch: 'false' });
  });

  test('compares with the old card where the carrier has no other', async () => {
    const loan = (idDocument: string) => match({ phoneNumber: '+84950000117', idDocument });
    expect((await loan('099183000017')).body).toEqual({ idDocumentMatch: 'false' });
    expect((await loan('990000017')).body).toEqual({ idDocumentMatch: 'true' });
  });

  test('knows nothing that was checked of a prepaid SIM that was not normalised', async () => {
    const asked = { phoneNumber: '+84950000120', name: 'Đỗ Anh Quân' };
    expect((await match(asked)).body).toEqual({ nameMatch: 'not_available' });
  });

  test('compares with the owner of the SIM, not with the one who uses it', async () => {
    const asked = { phoneNumber: '+84950000104', idDocument: '099192000002', birthdate: '1992-11-20' };
    expect((await match(asked)).body).toEqual({ idDocumentMatch: 'true', birthdateMatch: 'true' });
  });

  test('compares the year where papers show no more', async () => {
    const people = (await (await ws.control('/people')).json()) as {
      people: { birth: { year?: number }; phones: { number: string; status: string }[] }[];
    };
    const elder = people.people.find(({ birth, phones }) => birth.year && phones[0]?.status === 'active');
    const year = String(elder?.birth.year);
    const number = `+84${elder?.phones[0]?.number.slice(1)}`;
    const said = async (birthdate: string) => (await match({ phoneNumber: number, birthdate })).body;
    expect(await said(`${year}-01-01`)).toEqual({ birthdateMatch: 'true' });
    expect(await said('1889-01-01')).toEqual({ birthdateMatch: 'false' });
  });
});

describe('refuses in the shape of CAMARA', () => {
  test.each([
    [{ phoneNumber }, 400, 'KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION'],
    [{ phoneNumber, msisdn: '0950000101', name: 'An' }, 400, 'KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION'],
    [{ name: 'Nguyễn Văn An' }, 422, 'MISSING_IDENTIFIER'],
    [{ phoneNumber: '0950000101', name: 'An' }, 400, 'INVALID_ARGUMENT'],
    [{ phoneNumber, birthdate: '15/05/1990' }, 400, 'INVALID_ARGUMENT'],
    [{ phoneNumber, nick: 'An' }, 400, 'INVALID_ARGUMENT'],
    [{ phoneNumber: '+84950000999', name: 'An' }, 404, 'IDENTIFIER_NOT_FOUND'],
    [{ phoneNumber: '+84950000121', name: 'An' }, 404, 'IDENTIFIER_NOT_FOUND'],
    [{ phoneNumber: '+84123456789', name: 'An' }, 422, 'SERVICE_NOT_APPLICABLE'],
  ])('%j', async (body, status, code) => {
    const answer = await match(body);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(Object.keys(answer.body)).toEqual(['status', 'code', 'message']);
    expect(answer.body.message).toMatch(/ \/ /);
  });

  test('whoever leaves out the paper, or has the wrong one, where the carrier wants it first', async () => {
    const careful = await openWorkspace();
    await configureCarriers(careful, () => ({ idDocumentRequired: true }));
    const caller = await carriers(careful);
    const said = (more: object) => caller.post('/kyc-match/match', { phoneNumber, name: 'An', ...more });
    expect(await said({})).toMatchObject({
      status: 403,
      body: { code: 'KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED' },
    });
    expect(await said({ idDocument: '099192000002' })).toMatchObject({
      status: 403,
      body: { code: 'KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH' },
    });
    expect(await said({ idDocument: '099090000001' })).toMatchObject({ status: 200 });
  });
});

describe('asked to fail', () => {
  test.each([
    ['empty', { idDocumentMatch: 'not_available', nameMatch: 'not_available' }],
    ['stale-data', { idDocumentMatch: 'false', nameMatch: 'true' }],
    ['wrong-person', { idDocumentMatch: 'false', nameMatch: 'false' }],
  ])('%s', async (failure, body) => {
    const asked = { phoneNumber, idDocument: '099090000001', name: 'Nguyễn Văn An' };
    expect((await match(asked, { 'x-hopcat-fault': failure })).body).toEqual(body);
  });
});
