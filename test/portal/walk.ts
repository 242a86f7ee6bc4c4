import type { Browser, Page } from '../phone/browser.ts';
import type { World } from '../phone/world.ts';

/** Which of the two portals. */
export type PortalName = 'portal' | 'bocongan';

interface Account {
  id: string;
  username: string | null;
  status: string;
  name: string;
  number: string | null;
  cmnd: string | null;
  numberFrom: string;
  email: string | null;
  TechIDs: string[];
  sub: string | null;
  verified: boolean;
  mergedInto: string | null;
  notes: { event: string; rule: string | null }[];
}

interface Dossier {
  MaHoSo: string;
  MaDVC: string;
  TechID: string | null;
  SoDinhDanh: string | null;
  HoVaTen: string;
  TaiKhoanDuocXacThucVoiVNeID: boolean;
  applicant: string;
  submittedBy: string;
  fields: { name: string; value: string; from: string }[];
  content: string;
}

async function read<T>(world: World, path: string): Promise<T> {
  const answer = await world.ask(path);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const accountsAt = async (world: World, portal: PortalName): Promise<Account[]> =>
  (await read<{ accounts: Account[] }>(world, `/${portal}/api/accounts`)).accounts;

export const dossiersAt = async (world: World, portal: PortalName): Promise<Dossier[]> =>
  (await read<{ dossiers: Dossier[] }>(world, `/${portal}/api/dossiers`)).dossiers;

/** From VNeID to wherever the portal leads, with whatever pages come between. */
export async function throughVneid(browser: Browser, page: Page, person: string): Promise<Page> {
  const next = page.text('people') === undefined ? page : await browser.press(page, `person-${person}`);
  return next.attribute('approve', 'type') === undefined ? next : browser.press(next, 'approve');
}

/** A sign-in with VNeID, from the start page. */
export async function signIn(
  world: World,
  browser: Browser,
  portal: PortalName,
  person: string,
): Promise<Page> {
  const home = await browser.open(`${world.root}/${portal}`);
  return throughVneid(browser, await browser.press(home, 'sign-in'), person);
}

/** A dossier for a procedure, by whoever is signed in. */
export async function apply(
  world: World,
  browser: Browser,
  portal: PortalName,
  service: string,
  content = 'Kính đề nghị giải quyết.',
): Promise<Page> {
  const form = await browser.open(`${world.root}/${portal}/dossiers/new?service=${service}`);
  return browser.press(form, 'submit-dossier', { phone: '0950000199', email: '', content });
}

/** Sets the date by which the law is read. */
export async function setCalendar(world: World, calendar: string): Promise<void> {
  const answer = await world.ask('/control/settings', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ calendar }),
  });
  if (!answer.ok) throw new Error(`the calendar was not set: ${await answer.text()}`);
}

/** From the exchange's sign-in page by VNeID to wherever the portal leads. */
export async function byVneid(browser: Browser, page: Page, person: string): Promise<Page> {
  return throughVneid(browser, await browser.follow(page, 'vneid'), person);
}

/** From the exchange's sign-in page by an old account of the national portal, and the code on its holder's phone. */
export async function byAccount(
  world: World,
  browser: Browser,
  page: Page,
  { username, person }: { username: string; person: string },
): Promise<Page> {
  const asked = await browser.press(page, 'sign-in', { username, password: 'Aa@123456' });
  return browser.press(asked, 'confirm', { code: await world.newestCode(person) });
}

/** To the exchange's sign-in page, from a portal's start page. */
export const toExchange = async (world: World, browser: Browser, portal: PortalName): Promise<Page> =>
  browser.press(await browser.open(`${world.root}/${portal}`), 'sign-in-exchange');

/** Has an account of the national portal, under a number that the register has confirmed. */
export const huong = { username: '099187000010', person: 'huong' };

/** The local accounts that are linked to anything. */
export const linkedAt = async (world: World, portal: PortalName) =>
  (await accountsAt(world, portal)).filter(({ TechIDs, sub }) => TechIDs.length > 0 || sub !== null);
