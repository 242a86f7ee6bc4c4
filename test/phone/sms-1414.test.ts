import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalEntries } from '../../functions/_kit/journal.ts';
import { openWorld, SPACE, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.expectPeace());

const send = async (person: string, message: object) => {
  const answer = await world.post(`/phone/${person}/api/outbox`, { to: '1414', text: 'TTTB', ...message });
  return { status: answer.status, body: await answer.json() };
};

describe('a message to 1414', () => {
  test('is answered on the phone before the call ends', async () => {
    expect(await send('an', { text: 'TTTB 099090000001' })).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        at: expect.any(String),
        to: '1414',
        from: '0950000101',
        text: 'TTTB 099090000001',
      },
    });
    expect(await world.messages('an')).toMatchObject([
      { from: '1414', text: expect.stringContaining('Nguyễn Văn An') },
    ]);
  });

  test('goes from the SIM that is named, and is answered by its carrier', async () => {
    expect((await send('phuc', {})).body.from).toBe('0950000123');
    expect((await send('phuc', { from: '+84950000223' })).body.from).toBe('0950000223');
    const [second, first] = await world.messages('phuc');
    expect([first?.text, second?.text]).toEqual([
      expect.stringMatching(/^\[Viettel\]/),
      expect.stringMatching(/^\[MobiFone\]/),
    ]);
  });

  test('is in the journal of phone and carrier; a number that may be a real person’s in neither', async () => {
    await send('an', { text: 'TTTB 001090012345' });
    const journal = await world.deps.store.list([SPACE, journalEntries.system, journalEntries.kind], {
      now: 0,
    });
    const entries = journal.map(({ value }) => value as { system: string; operation: string });
    expect(entries.map(({ system, operation }) => `${system} ${operation}`)).toEqual(
      expect.arrayContaining(['phone send', 'telecom shortCode', 'phone receive']),
    );
    const page = await world.browser().open(`${world.root}/phone/an`);
    expect(JSON.stringify(journal) + page.html).not.toContain('001090012345');
  });
});

describe('the phone does not send', () => {
  test.each([
    ['from a phone without a SIM', 'nhan', {}, 409, 'no_sim'],
    ['from somebody else’s number', 'an', { from: '0950000102' }, 409, 'not_own_sim'],
    ['to a number where nobody answers', 'an', { to: '0950000102' }, 422, 'nobody_there'],
    ['from a suspended SIM', 'thao', {}, 403, 'sim_blocked'],
    ['from a cancelled SIM', 'vinh', {}, 403, 'sim_blocked'],
    ['for nobody', 'ai-do', {}, 404, 'unknown_person'],
    ['what does not fit into one SMS', 'an', { text: 'x'.repeat(161) }, 400, 'invalid_input'],
  ])('%s', async (_, person, message, status, code) => {
    expect(await send(person, message)).toMatchObject({
      status,
      body: { code, cure: expect.any(String), en: { cure: expect.any(String) } },
    });
  });

  test('while the carriers are down', async () => {
    const rule = await world.post('/control/faults', { system: 'telecom', failure: 'down' });
    expect(rule.status).toBe(201);
    expect(await send('an', {})).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await world.messages('an')).toEqual([]);
  });
});

describe('on the page', () => {
  test('a person writes, and sees question and answer, the newest first', async () => {
    const browser = world.browser();
    const phone = await browser.open(`${world.root}/phone/an`);
    const after = await browser.press(phone, 'compose-send', { to: '1414', text: 'TTTB 099090000001' });
    expect(after.url).toBe(`${world.root}/phone/an`);
    expect(after.text('message-text')).toContain('CCCD 099******001');
    const [answered, asked] = ['data-testid="message"', 'data-testid="sent-message"'].map((part) =>
      after.html.indexOf(part),
    );
    expect(answered).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(answered ?? 0);
  });

  test('a refusal leads back to the phone', async () => {
    const browser = world.browser();
    const phone = await browser.open(`${world.root}/phone/thao`);
    const refused = await browser.press(phone, 'compose-send', { to: '1414', text: 'TTTB' });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('sim_blocked');
    expect(refused.html).toContain('/phone/thao');
  });

  test('only who has several SIMs chooses one, and who has none writes nothing', async () => {
    const open = async (person: string) => (await world.browser().open(`${world.root}/phone/${person}`)).html;
    expect(await open('phuc')).toContain('data-testid="sim-2"');
    expect(await open('an')).not.toContain('data-testid="sim-1"');
    expect(await open('nhan')).not.toContain('data-testid="compose"');
  });

  test('the version changes with what is sent', async () => {
    const version = async () => (await (await world.ask('/phone/an/state')).json()) as { version: string };
    const before = await version();
    await send('an', {});
    expect(await version()).not.toEqual(before);
  });

  test('what was sent vanishes seven days later', async () => {
    await send('an', {});
    await world.moveClock(7 * 24 * 3600);
    const page = await world.browser().open(`${world.root}/phone/an`);
    expect(page.text('message-text')).toBeUndefined();
  });
});
