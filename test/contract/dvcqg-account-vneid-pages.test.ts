import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import type { Browser, Place } from './kit/browser.ts';
import { type Accounts, accountsIn, LAST_DAY } from './kit/dvcqg-accounts.ts';
import { baseOf, openWide, throughVneid } from './kit/exchange.ts';

let ws: TestWorkspace;
let accounts: Accounts;
let browser: Browser;

beforeEach(async () => {
  ws = await openWorkspace({ calendar: LAST_DAY });
  accounts = accountsIn(ws);
  browser = openWide(ws);
});

const at = (path: string): string => `${baseOf(ws)}${path}`;
const open = (path: string): Promise<Place> => browser.open(at(path));

describe('signing in with VNeID', () => {
  const byVneid = async (person: string) => throughVneid(browser, await open('/sign-in?to=/account'), person);

  test('links the old account that is verified, under its TechID', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'verified' });
    expect((await byVneid('mai')).html).toContain(techId);
    expect((await accounts.read(techId)).state.at).toBe('linked');
  });

  test('makes an account for whoever has none, with what VNeID says of them', async () => {
    await byVneid('mai');
    expect(await accounts.of('mai')).toMatchObject([
      {
        username: '099192000002',
        name: 'Trần Thị Mai',
        phone: '0950000102',
        email: 'mai@example.vn',
        state: { at: 'linked', number: '099192000002' },
        passwordWorks: { here: false, elsewhere: false },
      },
    ]);
  });

  test('does not take an account whose number nobody has confirmed: somebody else may have made it', async () => {
    const page = await byVneid('an');
    const [old, made] = await accounts.of('an');
    expect(old?.state.at).toBe('unverified');
    expect(made).toMatchObject({ username: '099090000001.vneid', state: { at: 'linked' } });
    expect(made).not.toHaveProperty('email');
    expect(page.html).toContain(made?.techId);
  });

  test('twelve browsers at once make one account, with one link', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const own = openWide(ws);
        return throughVneid(own, await own.open(at('/sign-in?to=/account')), 'mai');
      }),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    const [only, ...more] = await accounts.of('mai');
    expect(more).toEqual([]);
    expect((await accounts.history(only!.techId)).map(({ event }) => event)).toEqual([
      'registered',
      'linked',
    ]);
  });

  test('after the end, the old account comes back under VNeID', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'prompted' });
    await ws.configure({ calendar: '2026-11-22' });
    expect((await accounts.read(techId)).state.at).toBe('stopped');
    expect((await byVneid('mai')).html).toContain(techId);
    expect((await accounts.read(techId)).state.at).toBe('linked');
  });

  test('a re-issued number finds the account under the former one', async () => {
    const { techId } = (await accounts.of('kiet'))[0]!;
    expect((await byVneid('kiet')).html).toContain(techId);
    expect((await accounts.read(techId)).state).toMatchObject({ at: 'linked', number: '099094000014' });
  });

  test('an account of somebody else’s that was given the number is not taken for one’s own', async () => {
    const { techId } = await accounts.make({ person: 'quan', state: 'no-number', username: 'cua.quan' });
    const mai = { number: '099192000002', name: 'Trần Thị Mai', birth: '1992-11-20' };
    await accounts.step(techId, 'number', mai);
    expect((await accounts.step(techId, 'verify')).status).toBe(200);
    await byVneid('mai');
    expect((await accounts.read(techId)).state.at).toBe('verified');
    expect(await accounts.of('mai')).toMatchObject([{ method: 'vneid', state: { at: 'linked' } }]);
  });

  test('of a locked linked account nothing else is made', async () => {
    const { techId } = await accounts.make({ person: 'mai', state: 'linked' });
    await accounts.step(techId, 'lock');
    expect((await byVneid('mai')).status).toBe(403);
    expect(await accounts.of('mai')).toHaveLength(1);
  });
});

describe('an old account that a sign-in by VNeID leaves aside', () => {
  const byVneid = async (person: string) => throughVneid(browser, await open('/sign-in?to=/account'), person);
  const linkIn = ({ html }: Place): string | undefined =>
    /<a[^>]*href="([^"]*)"[^>]*data-testid="bring-over"/.exec(html)?.[1];

  test.each([
    ['2024-06-14', /sign out.*Update from the population/i, '/dvcqg/oidc/logout'],
    ['2024-06-20', /từ 28\/06\/2024 Cổng dịch vụ công Bộ Công an/, '/timeline/'],
    ['2024-06-28', /Quản lý tài khoản/, '/bocongan/account'],
    ['2026-11-22', /Quản lý tài khoản/, '/bocongan/account'],
  ])('is named on %s, with how it comes over', async (calendar, how, url) => {
    await ws.configure({ calendar });
    const page = await byVneid('an');
    expect(page.html).toMatch(/data-testid="aside".*Tài khoản cũ của bạn còn để riêng: 099090000001</s);
    expect(page.html).toMatch(how);
    expect(linkIn(page)).toBe(`${ws.origin}/${ws.id}${url}`);
  });

  test('is found by the old card too, and is gone from the page once it came over', async () => {
    await ws.configure({ calendar: '2026-11-22' });
    await accounts.make({ person: 'mai', state: 'linked' });
    expect((await byVneid('mai')).html).not.toContain('data-testid="aside"');
    browser = openWide(ws);
    expect((await byVneid('phuc')).html).toMatch(/còn để riêng: \w+, \w+</);
    const about = { personalNumber: '099089000023', fullName: 'Dương Hoàng Phúc', birthDate: '1989-01-27' };
    const basic = { authorization: `Basic ${btoa('bocongan:bocongan-secret')}` };
    const synced = await accounts.post('/api/sync', { ...about, sub: 'subject-at-bocongan' }, basic);
    expect(synced.status).toBe(200);
    expect((await open('/account')).html).not.toContain('data-testid="aside"');
  });

  test('is not told where it is somebody else’s, or locked', async () => {
    const { techId } = await accounts.make({ person: 'quan', state: 'no-number', username: 'cua.quan' });
    const mai = { number: '099192000002', name: 'Trần Thị Mai', birth: '1992-11-20' };
    await accounts.step(techId, 'number', mai);
    const locked = await accounts.make({ person: 'mai', state: 'unverified', username: 'cua.mai' });
    await accounts.step(locked.techId, 'lock');
    expect((await byVneid('mai')).html).not.toContain('data-testid="aside"');
  });
});
