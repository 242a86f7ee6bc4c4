import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from '../phone/browser.ts';
import { openWorld, type World } from '../phone/world.ts';
import {
  accountsAt,
  apply,
  byAccount,
  byVneid,
  dossiersAt,
  huong,
  linkedAt,
  setCalendar,
  signIn,
  toExchange,
} from './walk.ts';

let world: World;
let browser: Browser;

beforeEach(async () => {
  world = await openWorld();
  browser = world.browser();
});

afterEach(() => world.expectPeace());

describe('the synchronisation of the police ministry’s portal', () => {
  /** A dossier that was submitted under an old account of the national portal, before that ended. */
  async function oldDossier(): Promise<void> {
    await setCalendar(world, '2024-06-14');
    const before = world.browser();
    await byAccount(world, before, await toExchange(world, before, 'bocongan'), huong);
    await apply(world, before, 'bocongan', '1.990101', 'Thường trú, nộp bằng tài khoản cũ.');
    const [dossier] = await dossiersAt(world, 'bocongan');
    expect(dossier).toMatchObject({ TaiKhoanDuocXacThucVoiVNeID: false });
  }

  test.each(['account', 'dossiers'])('in «%s» brings old account and dossiers to VNeID', async (place) => {
    await oldDossier();
    await setCalendar(world, '2024-06-28');
    await signIn(world, browser, 'bocongan', 'huong');
    expect((await browser.open(`${world.root}/bocongan/dossiers`)).text('no-dossiers')).toBeDefined();
    const page = await browser.open(`${world.root}/bocongan/${place}`);
    const done = await browser.press(page, 'sync');
    expect(done.url).toBe(`${world.root}/bocongan/${place}?notice=synced`);
    expect(done.text('done')).toContain('đã về tài khoản VNeID');
    const list = await browser.open(`${world.root}/bocongan/dossiers`);
    expect(list.text('dossier')).toContain('Thường trú, nộp bằng tài khoản cũ.');
    const [dossier] = await dossiersAt(world, 'bocongan');
    const accounts = await accountsAt(world, 'bocongan');
    const mine = accounts.find(({ id }) => id === dossier?.applicant);
    const old = accounts.find(({ id }) => id === dossier?.submittedBy);
    expect(mine).toMatchObject({ number: '099187000010', TechIDs: [dossier?.TechID], mergedInto: null });
    expect(mine?.notes.at(-1)).toMatchObject({ event: 'synced', rule: 'no-old-accounts' });
    expect(old).toMatchObject({ TechIDs: [], mergedInto: mine?.id });
  });

  test('twice says that it was done already', async () => {
    await oldDossier();
    await setCalendar(world, '2024-06-28');
    await signIn(world, browser, 'bocongan', 'huong');
    const page = await browser.open(`${world.root}/bocongan/account`);
    await browser.press(page, 'sync');
    expect((await browser.press(page, 'sync')).text('info')).toContain('đã ở trong tài khoản này rồi');
  });

  test('and the TechID leads to the VNeID account from then on', async () => {
    await oldDossier();
    await setCalendar(world, '2024-06-28');
    await signIn(world, browser, 'bocongan', 'huong');
    await browser.press(await browser.open(`${world.root}/bocongan/account`), 'sync');
    const later = world.browser();
    await byVneid(later, await toExchange(world, later, 'bocongan'), 'huong');
    expect((await later.open(`${world.root}/bocongan/dossiers`)).text('dossier')).toBeDefined();
    expect(await linkedAt(world, 'bocongan')).toHaveLength(1);
  });

  test('on 27/06/2024 is not there, and is refused', async () => {
    await setCalendar(world, '2024-06-27');
    await signIn(world, browser, 'bocongan', 'huong');
    for (const place of ['account', 'dossiers']) {
      expect((await browser.open(`${world.root}/bocongan/${place}`)).text('sync')).toBeUndefined();
    }
    const refused = await postSync(browser);
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('not_yet');
  });

  /** As the button would, without the button. */
  const postSync = (by: Browser): Promise<Page> =>
    by.press(
      {
        html: `<form method="post" action="${world.root}/bocongan/sync"><button data-testid="go" name="on" value="account"></form>`,
        url: world.root,
      } as Page,
      'go',
    );

  test('needs a sign-in, and one by VNeID', async () => {
    await setCalendar(world, '2024-06-30');
    expect((await postSync(browser)).status).toBe(401);
    await byAccount(world, browser, await toExchange(world, browser, 'bocongan'), huong);
    expect((await browser.open(`${world.root}/bocongan/account`)).text('sync')).toBeUndefined();
    expect((await postSync(browser)).html).toContain('vneid_required');
  });

  test('changes nothing while the national portal is down', async () => {
    await oldDossier();
    await setCalendar(world, '2024-06-28');
    await signIn(world, browser, 'bocongan', 'huong');
    await world.post('/control/faults', { failure: 'down', system: 'dvcqg', operation: 'sync' });
    const refused = await browser.press(await browser.open(`${world.root}/bocongan/account`), 'sync');
    expect(refused.status).toBe(502);
    expect((await dossiersAt(world, 'bocongan'))[0]).toMatchObject({ TaiKhoanDuocXacThucVoiVNeID: false });
    expect((await accountsAt(world, 'bocongan')).filter(({ mergedInto }) => mergedInto !== null)).toEqual([]);
  });

  test('is not a function of the province’s portal', async () => {
    await signIn(world, browser, 'portal', 'huong');
    expect((await browser.open(`${world.portal}/account`)).text('sync')).toBeUndefined();
    expect((await world.ask('/portal/sync', { method: 'POST' })).status).toBe(404);
  });
});
