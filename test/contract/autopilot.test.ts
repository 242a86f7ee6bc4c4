import { beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { openBrowser } from './kit/browser.ts';
import { verified } from './kit/jwt.ts';
import {
  authorize,
  authorizeUrl,
  callbackOf,
  demoPortal,
  type Portal,
  redeem,
  registerPortal,
  type Tokens,
  userinfo,
} from './kit/portal.ts';
import { expectRefusalAtPortal } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;

beforeEach(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws);
});

const showsPages = (answer: Response) => answer.status === 200;

async function whoComes(at: Portal = portal): Promise<string> {
  const sent = callbackOf(at, await authorize(at));
  if (sent.error !== undefined) return sent.error;
  const { access_token } = (await (await redeem(at, sent.code!)).json()) as Tokens;
  const info = (await (await userinfo(ws, access_token)).json()) as { fullName: string };
  return info.fullName;
}

test('without an autopilot the pages are shown', async () => {
  expect(showsPages(await authorize(portal))).toBe(true);
});

test('a person comes back at once, with no cookie needed', async () => {
  await ws.configure({ autopilot: { person: 'mai' } });
  expect(await whoComes()).toBe('Trần Thị Mai');
});

test('an error comes back at once, with its description', async () => {
  await ws.configure({ autopilot: { error: 'temporarily_unavailable', description: 'try again' } });
  const sent = callbackOf(portal, await authorize(portal, { state: 's' }));
  expect(sent).toEqual({
    error: 'temporarily_unavailable',
    error_description: 'try again',
    state: 's',
    iss: ws.issuer,
  });
});

test('a null turns it off again', async () => {
  await ws.configure({ autopilot: { person: 'mai' } });
  await ws.configure({ autopilot: null });
  expect(showsPages(await authorize(portal))).toBe(true);
});

test('prompt=none is answered by it too', async () => {
  await ws.configure({ autopilot: { person: 'an' } });
  expect(callbackOf(portal, await authorize(portal, { prompt: 'none' }))).toHaveProperty('code');
});

test('a wrong request is refused before it flies', async () => {
  await ws.configure({ autopilot: { person: 'an' }, autopilotQueue: [{ person: 'mai' }] });
  expectRefusalAtPortal(await authorize(portal, { scope: 'x', state: 's' }), portal, 'invalid_scope', 's');
  expect(await whoComes()).toBe('Trần Thị Mai');
});

describe('for one client', () => {
  test('it takes the place of the one for all', async () => {
    await ws.configure({
      autopilot: { person: 'an' },
      autopilotByClient: { [portal.id]: { person: 'mai' } },
    });
    expect(await whoComes(portal)).toBe('Trần Thị Mai');
    expect(await whoComes(demoPortal(ws))).toBe('Nguyễn Văn An');
  });

  test('it may be the pages', async () => {
    await ws.configure({ autopilot: { person: 'an' }, autopilotByClient: { [portal.id]: 'pages' } });
    expect(showsPages(await authorize(portal))).toBe(true);
    expect(showsPages(await authorize(demoPortal(ws)))).toBe(false);
  });
});

describe('a queue', () => {
  test('is worked off in order, whatever comes of each, and then the others count', async () => {
    await ws.configure({
      autopilot: { person: 'an' },
      autopilotByClient: { [portal.id]: { person: 'khanh' } },
      autopilotQueue: [
        { person: 'mai' },
        { error: 'access_denied' },
        { person: 'cuong' },
        { person: 'ngoc' },
      ],
    });
    const came = [];
    for (let turn = 0; turn < 5; turn += 1) came.push(await whoComes());
    expect(came).toEqual(['Trần Thị Mai', 'access_denied', 'access_denied', 'Lê Thị Ngọc', 'Võ Minh Khánh']);
  });

  test('gives each of many sign-ins at once its own person', async () => {
    const queue = ['an', 'mai', 'phung', 'nguyet', 'khanh', 'ngoc'].map((person) => ({ person }));
    await ws.configure({ autopilotQueue: queue });
    const came = await Promise.all(queue.map(() => whoComes()));
    expect(new Set(came).size).toBe(queue.length);
    expect(showsPages(await authorize(portal))).toBe(true);
  });
});

describe('an account that may not sign in', () => {
  test.each(['hung', 'cuong', 'dung'])('%s is access_denied', async (person) => {
    await ws.configure({ autopilot: { person } });
    expectRefusalAtPortal(await authorize(portal, { state: 's' }), portal, 'access_denied', 's');
  });
});

test('a browser keeps its session between two sign-ins, and gets another for another person', async () => {
  const browser = openBrowser(ws);
  const sidOf = async (person: string) => {
    await ws.configure({ autopilot: { person } });
    const { code } = callbackOf(portal, await browser.send(authorizeUrl(portal)));
    const { id_token } = (await (await redeem(portal, code!)).json()) as Tokens;
    return String((await verified(ws, id_token)).payload.sid);
  };
  const [one, again, other] = [await sidOf('an'), await sidOf('an'), await sidOf('mai')];
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});
