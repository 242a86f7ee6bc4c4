import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cast } from '../../people/index.ts';
import { type House, openHouse, openWorkspace, START, signIn, type TestWorkspace } from './house.ts';
import { tam } from './people.ts';

let house: House;
let workspace: TestWorkspace;
beforeAll(() => {
  house = openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.time.now = START;
  workspace = await openWorkspace(house);
});
afterEach(() => expect(house.log).toEqual([]));

const search = async (query = '') => (await workspace.control('GET', `people${query}`)).body;
const slugs = async (query = '') => (await search(query)).people.map(({ slug }: { slug: string }) => slug);
const person = (slug: string) => workspace.control('GET', `people/${slug}`);
const add = (json: unknown) => workspace.control('POST', 'people', json);
const patch = (slug: string, json: unknown) => workspace.control('PATCH', `people/${slug}`, json);
const remove = (slug: string) => workspace.control('DELETE', `people/${slug}`);
const flyAs = (slug: string) => workspace.control('PATCH', 'settings', { autopilot: { person: slug } });
const paths = (body: { errors: { path: string }[] }) => body.errors.map(({ path }) => path);

describe('people', () => {
  test('are the cast, found by tag and by what people type', async () => {
    expect(await slugs()).toEqual(cast.map(({ slug }) => slug));
    expect(await slugs('?tag=locked')).toEqual(['hung', 'cuong']);
    expect(await slugs('?q=nguyen%20van%20an')).toEqual(['an']);
    expect(await slugs('?tag=locked&q=n%C3%B4ng')).toEqual(['cuong']);
    expect(await slugs('?q=099093000014')).toEqual(['kiet']);
    expect((await person('an')).body).toEqual(cast[0]);
    expect(await person('nobody')).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await workspace.control('GET', 'people?tga=locked')).status).toBe(400);
  });

  test('are added, found, signed in and removed', async () => {
    const { status, body } = await add(tam);
    expect([status, body.vneid.level, body.tags]).toEqual([201, 2, []]);
    expect(await search('?q=tam')).toMatchObject({ people: [body], added: ['tam'], changed: [] });
    await flyAs('tam');
    expect((await signIn(house, workspace.base)).claims).toMatchObject({
      citizenPid: '099300000100',
      fullName: 'Lê Minh Tâm',
    });
    expect((await remove('tam')).status).toBe(204);
    expect((await person('tam')).status).toBe(404);
    expect((await remove('tam')).status).toBe(404);
    expect(await slugs()).toEqual(cast.map(({ slug }) => slug));
  });

  test('of the cast are changed, and become again what they are', async () => {
    const change = { vneid: { email: 'an@example.com' }, tags: ['mine'], insurance: null };
    const { status, body } = await patch('an', change);
    expect(status).toBe(200);
    const { insurance: _, ...rest } = cast[0]!;
    expect(body).toEqual({ ...rest, tags: ['mine'], vneid: { ...rest.vneid, email: 'an@example.com' } });
    expect(await search('?tag=mine')).toMatchObject({ people: [body], added: [], changed: ['an'] });
    await patch('an', { tags: null });
    expect((await person('an')).body).toMatchObject({ tags: [], vneid: { email: 'an@example.com' } });
    expect((await remove('an')).status).toBe(204);
    expect((await person('an')).body).toEqual(cast[0]);
    expect(await remove('an'), 'an is of the cast').toMatchObject({ status: 404 });
  });

  test('of the cast are changed in one workspace only', async () => {
    const other = await openWorkspace(house);
    await patch('an', { vneid: { status: 'locked' } });
    expect((await other.control('GET', 'people/an')).body.vneid.status).toBe('active');
  });

  test('keep being found by a number that was re-issued', async () => {
    await patch('kiet', { tags: ['mine'] });
    await add({ ...tam, formerNumbers: ['099300000199'] });
    const form = (username: string) => ({ request: '', username, password: 'x' });
    for (const [number, slug] of [
      ['099093000014', 'kiet'],
      ['099300000199', 'tam'],
    ] as const) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 'demo-portal',
        redirect_uri: 'http://localhost/cb',
        scope: 'openid',
      });
      await house.ask('POST', `${workspace.base}/vneid/sign-in/password`, {
        form: { ...form(number), request: query.toString() },
      });
      const { body } = await workspace.control('GET', 'journal?order=desc&limit=1');
      expect(body.entries[0]).toMatchObject({ operation: 'password', person: slug });
    }
  });
});

describe('a person is refused', () => {
  test.each<[string, object, string[]]>([
    ['without what is needed', { slug: 'x' }, ['personalNumber', 'name', 'gender', 'birth']],
    ['with a field that there is not', { ...tam, shoe: 42 }, ['shoe']],
    ['with a number that does not go with the gender', { ...tam, gender: 'male' }, ['personalNumber']],
    ['with a name that is not its parts', { ...tam, name: { ...tam.name, full: 'Lê Tâm' } }, ['name.full']],
    ['with a slug that is no slug', { ...tam, slug: 'Tâm' }, ['slug']],
  ])('%s, by name and in both languages', async (_what, json, wrong) => {
    const { status, body } = await add(json);
    expect([status, paths(body).sort()]).toEqual([400, wrong.sort()]);
    for (const { message } of body.errors) expect(message).toMatch(/\S \/ \S/);
  });

  test.each<[string, object, string]>([
    ['slug', { slug: 'an' }, 'slug'],
    ['number', { personalNumber: '099192000002' }, 'personalNumber'],
    ['former number', { formerNumbers: ['099093000014'] }, 'formerNumbers.0'],
    ['phone number', { phones: [{ number: '0950000101', carrier: 'viettel' }] }, 'phones.0.number'],
  ])('with somebody’s %s', async (_what, change, path) => {
    const json = {
      ...tam,
      gender: 'female',
      birth: { year: 1992 },
      personalNumber: '099192000999',
      ...change,
    };
    const { status, body } = await add(json);
    expect([status, body.code, paths(body)]).toEqual([409, 'person_exists', [path]]);
  });

  test('with what another added person has', async () => {
    await add(tam);
    const twin = { ...tam, slug: 'twin' };
    expect(paths((await add(twin)).body)).toEqual(['personalNumber', 'phones.0.number']);
    expect(paths((await patch('an', { phones: tam.phones })).body)).toEqual(['phones.0.number']);
  });

  test('by a patch that would not hold together, changing nothing', async () => {
    const wrong = { gender: 'female', name: null, slug: 'ann' };
    expect(paths((await patch('an', wrong)).body)).toEqual(['slug']);
    expect(paths((await patch('an', { gender: 'female' })).body)).toEqual(['personalNumber']);
    expect(paths((await patch('an', { name: null })).body)).toEqual(['name']);
    expect((await person('an')).body).toEqual(cast[0]);
    expect((await patch('nobody', {})).status).toBe(404);
  });

  test('back in the cast, when somebody else took what they had', async () => {
    await patch('an', { phones: [] });
    await patch('mai', { phones: [{ number: '0950000101', carrier: 'mobifone' }] });
    const { status, body } = await remove('an');
    expect([status, paths(body)]).toEqual([409, ['phones.0.number']]);
    expect((await remove('mai')).status).toBe(204);
    expect((await remove('an')).status).toBe(204);
  });

  test('once, when one number is asked for by many at the same time', async () => {
    const many = Array.from({ length: 10 }, (_, at) => add({ ...tam, slug: `tam-${at}` }));
    const answers = (await Promise.all(many)).map(({ status }) => status).sort();
    expect(answers).toEqual([201, ...Array(9).fill(409)]);
    expect((await search('?q=099300000100')).people).toHaveLength(1);
  });

  test('beyond a thousand of the workspace’s own', async () => {
    const items = Array.from({ length: 1000 }, (_, at) => ({
      system: 'control',
      kind: 'person',
      id: `p${at}`,
      value: { ...tam, slug: `p${at}`, phones: [], personalNumber: `099300${String(at + 500_000)}` },
    }));
    const file = (await workspace.control('GET', 'export')).body;
    expect((await workspace.control('POST', 'import', { ...file, items })).status).toBe(204);
    expect(await add(tam)).toMatchObject({ status: 409, body: { code: 'too_many_people' } });
  }, 20_000);
});

describe('a number outside 099', () => {
  const real = { ...tam, personalNumber: '001300000100', formerNumbers: ['001300000101'] };

  test('is refused, wherever it stands, and named', async () => {
    expect(await add(real)).toMatchObject({ status: 400, body: { code: 'foreign_number' } });
    const { body } = await add({
      ...tam,
      formerNumbers: ['001300000101'],
      reason: { vi: 'gọi 001 300 000 100', en: 'x' },
      relatives: { father: { name: tam.name, personalNumber: '001070000001' } },
    });
    expect(paths(body).sort()).toEqual(['formerNumbers.0', 'reason.vi', 'relatives.father.personalNumber']);
    for (const { message } of body.errors) expect(message).toMatch(/\S \/ \S/);
  });

  test('is let in where the workspace allows it, then known to the journal and to sign-in', async () => {
    await workspace.control('PATCH', 'settings', { realisticNumbers: true });
    expect((await add(real)).status).toBe(201);
    await flyAs('tam');
    expect((await signIn(house, workspace.base)).claims.citizenPid).toBe('001300000100');
    const { body } = await workspace.control('GET', 'journal?operation=userinfo');
    expect(body.entries[0].response.body.citizenPid).toBe('001300000100');
    const other = {
      ...tam,
      slug: 'x',
      personalNumber: '099300000300',
      phones: [],
      reason: { vi: '001300000100', en: '001300000999' },
    };
    expect(paths((await add(other)).body)).toEqual(['reason.en']);
  });

  test('keeps the setting from being switched off as long as somebody has it', async () => {
    await workspace.control('PATCH', 'settings', { realisticNumbers: true });
    await add(real);
    const off = () => workspace.control('PATCH', 'settings', { realisticNumbers: false });
    expect(paths((await off()).body)).toEqual(['realisticNumbers']);
    await remove('tam');
    expect((await off()).status).toBe(200);
  });
});
