import { describe, expect, test } from 'vitest';
import { PIN } from '../../contracts/_sign/signer.ts';
import {
  approve,
  ask,
  asked,
  clock,
  configure,
  inbox,
  origin,
  outcomeOf,
  refuse,
  told,
} from './signing-apps.ts';

describe('a wrong PIN', () => {
  test('signs nothing, and says how many tries are left', async () => {
    const id = await asked();
    expect(await approve(id, '000000')).toMatchObject({
      status: 401,
      body: {
        code: 'wrong_pin',
        detail: 'wrong PIN, tries left: 2',
        errors: [{ path: 'pin', message: 'Còn 2 lần nhập / 2 tries left' }],
      },
    });
    expect(await outcomeOf(id)).toEqual({ at: 'waiting' });
    expect((await inbox()).pin).toEqual({ triesLeft: 2, blockedSince: null });
  });

  test('is forgotten after a right one', async () => {
    const id = await asked();
    await approve(id, '000000');
    await approve(id, '111111');
    expect((await approve(id)).status).toBe(204);
    expect((await ask('/app/pins/an')).body).toEqual({ triesLeft: 3, blockedSince: null });
  });

  test('is not forgotten by refusing', async () => {
    await approve(await asked(), '000000');
    await refuse(await asked());
    expect((await inbox()).pin.triesLeft).toBe(2);
  });

  test('blocks the third time: that request ends, and so does the next one, whatever the PIN', async () => {
    const id = await asked();
    await approve(id, '000000');
    await approve(id, '000000');
    expect(await approve(id, '000000')).toMatchObject({ status: 423, body: { code: 'pin_blocked' } });
    expect(await outcomeOf(id)).toEqual({ at: 'blocked', when: clock.now });
    expect((await inbox()).pin).toEqual({ triesLeft: 0, blockedSince: new Date(clock.now).toISOString() });
    const next = await asked();
    expect((await approve(next)).status).toBe(423);
    expect(await outcomeOf(next)).toMatchObject({ at: 'blocked' });
  });

  test('of one person blocks nobody else', async () => {
    await configure({ wrongPins: 1 });
    expect((await approve(await asked(), '000000')).status).toBe(423);
    expect((await approve(await asked('mai'), PIN, 'mai')).status).toBe(204);
  });

  test('no longer counts when the PIN has been unblocked', async () => {
    await configure({ wrongPins: 1 });
    await approve(await asked(), '000000');
    expect((await ask('/app/pins/an', { method: 'DELETE' })).status).toBe(204);
    expect((await approve(await asked())).status).toBe(204);
  });

  test('counts, though many come at the same time for several requests', async () => {
    await configure({ wrongPins: 20 });
    const ids = [await asked(), await asked()];
    const all = await Promise.all(Array.from({ length: 24 }, (_, at) => approve(ids[at % 2]!, '000000')));
    const statuses = all.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
    const tries = all.map(({ body }) => /left: (\d+)/.exec(body.detail)?.[1]).filter((left) => left);
    expect(new Set(tries).size).toBe(19);
    expect((await inbox()).pin.triesLeft).toBe(0);
  });
});

describe('the provider', () => {
  const url = (id: string) => `${origin}/default/smartca/app/decided/${id}`;

  test.each([
    ['signed', (id: string) => approve(id)],
    ['refused', (id: string) => refuse(id)],
  ])('that wants to know is told once it is %s', async (_, done) => {
    const id = await asked('an', { tells: true });
    await done(id);
    await done(id);
    expect(told).toEqual([url(id)]);
  });

  test('is told of the PIN that blocked', async () => {
    await configure({ wrongPins: 2 });
    const id = await asked('an', { tells: true });
    await approve(id, '000000');
    expect(told).toEqual([]);
    await approve(id, '000000');
    expect(told).toEqual([url(id)]);
  });

  test('that does not want to know is left alone', async () => {
    await approve(await asked());
    expect(told).toEqual([]);
  });
});
