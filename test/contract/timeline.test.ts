import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { textOf } from './kit/html.ts';
import { form } from './kit/wire.ts';

let ws: TestWorkspace;
beforeEach(async () => {
  ws = await openWorkspace({ calendar: '2024-06-15' });
});

interface Rules {
  today: string;
  calendar: string | null;
  rules: { id: string; from: string; come: boolean; days: number; enforced: boolean; sandbox: unknown }[];
}

const at = (path = '/') => `${ws.origin}/${ws.id}/timeline${path}`;
const rules = async (query = ''): Promise<Rules> => (await ws.fetch(at(`/api/rules${query}`))).json();
const press = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  ws.fetch(at(), { ...form(fields), headers });
const calendar = async () =>
  ((await (await ws.control('/settings')).json()) as { calendar: string | null }).calendar;

describe('the rules as JSON', () => {
  test('say which have come, and in how many days the others do', async () => {
    const { today, calendar: set, rules: all } = await rules();
    expect({ today, set }).toEqual({ today: '2024-06-15', set: '2024-06-15' });
    expect(all.map(({ from }) => from)).toEqual(all.map(({ from }) => from).toSorted());
    const by = Object.fromEntries(all.map((rule) => [rule.id, rule]));
    expect(by['national-portal-vneid-only']).toMatchObject({ come: true, days: 0 });
    expect(by['cleaning-ordered']).toMatchObject({ come: true, days: -19 });
    expect(by['citizens-vneid-only']).toMatchObject({ come: false, days: 16 });
  });

  test('can be asked about another day, and only about those to come or those that change something', async () => {
    const ahead = await rules('?date=2025-06-30&come=false');
    expect(ahead).toMatchObject({
      today: '2025-06-30',
      rules: [{ id: 'organisations-own-identity', days: 1 }],
    });
    const { rules: enforced } = await rules('?enforced=true');
    expect(enforced.length).toBeGreaterThan(5);
    for (const rule of enforced) expect(rule.sandbox).not.toBeNull();
    expect(await calendar()).toBe('2024-06-15');
  });
});

describe('the page', () => {
  test('shows each date with its document, and where today stands among them', async () => {
    const text = textOf(await (await ws.fetch(at())).text());
    const places = [
      '04/06/2024',
      'Công văn 3701/VPCP-KSTT',
      'Hôm nay Today 15/06/2024',
      '28/06/2024',
      'Còn 13 ngày',
    ];
    expect(places.map((part) => text.includes(part))).toEqual(places.map(() => true));
    const order = ['Đến hôm nay', 'Hôm nay Today 15/06/2024', 'Còn 13 ngày'].map((part) =>
      text.indexOf(part),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

test('moving from a page of another site is refused', async () => {
  const answer = await press({ to: '2024-07-01' }, { origin: 'https://elsewhere.example' });
  expect(answer.status).toBe(403);
  expect(await calendar()).toBe('2024-06-15');
});

describe('in a workspace with a key', () => {
  let key: string;
  beforeEach(async () => {
    const made = await ws.fetch(`${ws.origin}/api/workspaces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ settings: { calendar: '2024-06-15' } }),
    });
    const { id, key: given } = (await made.json()) as { id: string; key: string };
    key = given;
    const authorization = { authorization: `Bearer ${given}` };
    const control: TestWorkspace['control'] = (path, init) =>
      ws.fetch(`${ws.origin}/${id}/control${path}`, {
        ...init,
        headers: { ...init?.headers, ...authorization },
      });
    ws = { ...ws, id, control };
  });

  test('moving without it is refused on the page itself, and nothing moves', async () => {
    for (const wrong of [undefined, '', 'wrong']) {
      const answer = await press({ to: '2024-07-01', ...(wrong !== undefined && { key: wrong }) });
      expect(answer.status).toBe(401);
      const page = await answer.text();
      expect(page).toContain('data-testid="timeline-key"');
      expect(page).not.toContain('value="wrong"');
    }
    expect(await calendar()).toBe('2024-06-15');
  });

  test('tells nobody the key, and the call that does the same names no real one', async () => {
    const text = await (await ws.fetch(at())).text();
    expect(text).toContain('$KEY');
    expect(text).toContain(`/${ws.id}/control/settings`);
  });

  test.each([
    ['the day before a rule, as its button sends it', { to: '2024-06-14' }, '2024-06-14', '-here#today'],
    ['a day that was typed', { to: 'typed', date: '2025-07-01' }, '2025-07-01', ''],
    ['the real date', { to: 'real' }, null, ''],
  ])('the calendar moves to %s', async (_, fields, moved, where) => {
    const answer = await press({ ...fields, key });
    const location = `/${ws.id}/timeline/?notice=moved${where}`;
    expect([answer.status, answer.headers.get('location')]).toEqual([303, location]);
    expect(await calendar()).toBe(moved);
  });

  test.each([
    ['beside today where a button among the dates did it', { to: '2024-06-14' }, true],
    ['above where a day was typed', { to: 'typed', date: '2024-06-14' }, false],
  ])('the page says that it moved, %s, and leads on in this workspace', async (_, fields, beside) => {
    const location = (await press({ ...fields, key })).headers.get('location') ?? '';
    const [path = ''] = location.split('#');
    const page = await (await ws.fetch(`${ws.origin}${path}`)).text();
    expect(textOf(page)).toContain('Đã dời lịch: hôm nay là 14/06/2024');
    const [mark, said] = ['id="today"', 'data-testid="moved"'].map((part) => page.indexOf(part));
    expect(said! > mark!).toBe(beside);
    for (const path of ['dvcqg/', 'dvcqg/registration', 'portal/', 'bocongan/']) {
      expect(page.split(`href="/${ws.id}/${path}"`), path).toHaveLength(2);
      expect((await ws.fetch(`${ws.origin}/${ws.id}/${path}`)).status, path).toBe(200);
    }
  });

  test('the page says nothing of a move that nobody made', async () => {
    for (const path of ['/', '/?notice=other'])
      expect(await (await ws.fetch(at(path))).text()).not.toContain('data-testid="moved"');
  });

  test.each(['2024-06-31', '', 'hôm qua', '15/06/2024'])(
    '“%s” is no day, and nothing moves',
    async (date) => {
      const answer = await press({ to: 'typed', date, key });
      expect(answer.status).toBe(400);
      expect(textOf(await answer.text())).toContain('Không có ngày này trong lịch');
      expect(await calendar()).toBe('2024-06-15');
    },
  );

  test('a move is in the journal with the call that it made, and the key in neither', async () => {
    await press({ to: '2024-07-01', key });
    const journal = await (await ws.control('/journal')).text();
    expect(journal).toContain('"operation":"move"');
    expect(journal).toContain('"operation":"changeSettings"');
    expect(journal).not.toContain(key);
  });
});
