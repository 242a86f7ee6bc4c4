import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  authorize,
  type House,
  openHouse,
  openWorkspace,
  START,
  signIn,
  type TestWorkspace,
} from './house.ts';

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

const patch = (json: unknown) => workspace.control('PATCH', 'settings', json);
const settings = async () => (await workspace.control('GET', 'settings')).body;

test('a date that is written as people write it here is told how', async () => {
  const { status, body } = await patch({ calendar: '14/06/2024' });
  expect(status).toBe(400);
  expect(body.errors).toEqual([{ path: 'calendar', message: 'Ngày dạng YYYY-MM-DD / A date as YYYY-MM-DD' }]);
});

test('an autopilot in a patch takes the place of the one before, whole', async () => {
  await patch({ autopilot: { person: 'an', acr: 'LoA1' }, autopilotByClient: { one: { person: 'mai' } } });
  const { status, body } = await patch({
    autopilot: { error: 'access_denied' },
    autopilotByClient: { one: { error: 'login_required' } },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    autopilot: { error: 'access_denied' },
    autopilotByClient: { one: { error: 'login_required' } },
  });
});

test('a new workspace has no autopilot, the real time, and calls nobody', async () => {
  expect(await settings()).toMatchObject({
    autopilot: null,
    autopilotByClient: {},
    autopilotQueue: [],
    clockOffsetSeconds: 0,
    calendar: null,
    realisticNumbers: false,
    allowedHosts: [],
  });
});

describe('a merge patch', () => {
  test('changes what it names, goes into objects, and answers with everything', async () => {
    await patch({ autopilotByClient: { one: { person: 'an' }, two: 'pages' }, allowedHosts: ['a.example'] });
    const { status, body } = await patch({
      autopilotByClient: { two: null, three: { error: 'access_denied' } },
      calendar: '2024-06-14',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ allowedHosts: ['a.example'], calendar: '2024-06-14' });
    expect(body.autopilotByClient).toEqual({ one: { person: 'an' }, three: { error: 'access_denied' } });
    expect(await settings()).toEqual(body);
  });

  test('brings a default back by null', async () => {
    await patch({ clockOffsetSeconds: 60, calendar: '2024-06-14', autopilot: { person: 'an' } });
    const { body } = await patch({ clockOffsetSeconds: null, calendar: null, autopilot: null });
    expect(body).toMatchObject({ clockOffsetSeconds: 0, calendar: null, autopilot: null });
  });

  test('may come as application/merge-patch+json, and not as anything else', async () => {
    const send = (type: string) =>
      house.sandbox.fetch(
        new Request(`http://localhost:4100${workspace.base}/control/settings`, {
          method: 'PATCH',
          headers: { 'content-type': type, authorization: `Bearer ${workspace.key}` },
          body: '{"calendar":"2024-06-14"}',
        }),
      );
    expect((await send('application/merge-patch+json')).status).toBe(200);
    expect((await send('text/plain')).status).toBe(415);
  });

  test.each([
    [{ autopilt: null, calendar: 5 }, ['calendar', 'autopilt']],
    [{ autopilot: { persn: 'an' } }, ['autopilot.person', 'autopilot.persn']],
    [{ autopilot: { person: 'nobody' } }, ['autopilot.person']],
    [{ autopilotByClient: { x: { person: 'nobody' } } }, ['autopilotByClient.x.person']],
    [{ autopilotQueue: [{ person: 'an' }, { person: 'nobody' }] }, ['autopilotQueue.1.person']],
    [{ clockOffsetSeconds: 1.5 }, ['clockOffsetSeconds']],
    [{ calendar: '2024-02-30' }, ['calendar']],
    [{ allowedHosts: 'a.example' }, ['allowedHosts']],
    [{ autopilot: { error: 'has "quotes"' } }, ['autopilot.error']],
    [JSON.parse('{"__proto__":{"realisticNumbers":true},"x":1}'), ['x']],
  ])('is refused by name, and changes nothing: %j', async (json, paths) => {
    const before = await settings();
    const { status, body } = await patch(json);
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(paths.sort());
    for (const { message } of body.errors) expect(message).toMatch(/\S \/ \S/);
    expect(await settings()).toEqual(before);
  });

  test.each([[[]], ['text'], [null], [7]])('is refused when it is %j', async (json) => {
    expect((await patch(json)).status).toBe(400);
  });

  test('may name somebody whom the workspace added', async () => {
    await workspace.control('POST', 'people', {
      slug: 'tam',
      personalNumber: '099300000100',
      name: { family: 'Lê', middle: 'Minh', given: 'Tâm', full: 'Lê Minh Tâm' },
      gender: 'female',
      birth: { date: '2000-01-31' },
    });
    expect((await patch({ autopilot: { person: 'tam' } })).status).toBe(200);
    await workspace.control('DELETE', 'people/tam');
    expect((await patch({ calendar: '2024-06-14' })).status, 'a patch of something else').toBe(200);
    expect((await patch({ autopilot: { acr: 'LoA1' } })).status).toBe(400);
  });
});

test('parallel patches of different fields all count', async () => {
  const hosts = Array.from({ length: 20 }, (_, at) => ({
    autopilotByClient: { [`c${at}`]: { person: 'an' } },
  }));
  const answers = await Promise.all(hosts.map(patch));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(Object.keys((await settings()).autopilotByClient)).toHaveLength(20);
});

describe('the autopilot', () => {
  test('answers as the queue says, then as the client’s own, then as everybody’s', async () => {
    await patch({
      autopilot: { person: 'mai' },
      autopilotByClient: { 'demo-portal': { person: 'an' } },
      autopilotQueue: [{ person: 'bao' }, { error: 'access_denied' }],
    });
    const names = [(await signIn(house, workspace.base)).claims.fullName];
    const refused = await authorize(house, workspace.base).answer;
    expect(new URL(refused.headers.get('location')!).searchParams.get('error')).toBe('access_denied');
    names.push((await signIn(house, workspace.base)).claims.fullName);
    await patch({ autopilotByClient: null });
    names.push((await signIn(house, workspace.base)).claims.fullName);
    expect(names).toEqual(['Nguyễn Gia Bảo', 'Nguyễn Văn An', 'Trần Thị Mai']);
  });

  test('is off for a client that wants pages', async () => {
    await patch({ autopilot: { person: 'an' }, autopilotByClient: { 'demo-portal': 'pages' } });
    const answer = await authorize(house, workspace.base).answer;
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

describe('the clocks', () => {
  const clock = async () => (await workspace.control('GET', 'clock')).body;

  test('are two: an offset moves the token clock, and the calendar is set by itself', async () => {
    expect(await clock()).toEqual({
      real: '2026-03-02T09:00:00.000Z',
      now: '2026-03-02T09:00:00.000Z',
      offsetSeconds: 0,
      today: '2026-03-02',
      calendar: null,
    });
    await patch({ clockOffsetSeconds: 86_400 });
    expect(await clock()).toMatchObject({ now: '2026-03-03T09:00:00.000Z', today: '2026-03-03' });
    await patch({ calendar: '2024-06-14' });
    expect(await clock()).toMatchObject({
      real: '2026-03-02T09:00:00.000Z',
      now: '2026-03-03T09:00:00.000Z',
      today: '2024-06-14',
      calendar: '2024-06-14',
    });
  });

  test('read the date in Viet Nam, seven hours ahead', async () => {
    house.time.now = Date.parse('2026-03-02T17:00:00Z');
    expect((await clock()).today).toBe('2026-03-03');
  });

  test('the token clock ends what lives by it', async () => {
    await patch({ autopilot: { person: 'an' } });
    const { tokens } = await signIn(house, workspace.base);
    const asks = () => house.ask('GET', `${workspace.base}/vneid/userinfo`, { key: tokens.access_token });
    await patch({ clockOffsetSeconds: 3599 });
    expect((await asks()).status).toBe(200);
    await patch({ clockOffsetSeconds: 3600 });
    expect((await asks()).status).toBe(401);
    await patch({ clockOffsetSeconds: 0 });
    expect((await asks()).status).toBe(200);
  });
});

test('a setting that holds a number that may be a real person’s is refused', async () => {
  const { status, body } = await patch({ autopilotByClient: { '012345678901': 'pages' } });
  expect([status, body.code, body.errors[0].path]).toEqual([
    400,
    'foreign_number',
    'autopilotByClient.012345678901',
  ]);
});
