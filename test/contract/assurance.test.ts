import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { type Browser, broughtTo, openBrowser, type Place, signIn } from './kit/browser.ts';
import { verified } from './kit/jwt.ts';
import {
  authorizeUrl,
  type Parameters,
  type Portal,
  redeem,
  registerPortal,
  type Tokens,
} from './kit/portal.ts';
import { expectRefusalAtPortal } from './kit/wire.ts';

let ws: TestWorkspace;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  ws = await openWorkspace();
  portal = await registerPortal(ws);
});

beforeEach(() => {
  browser = openBrowser(ws);
});

const essential = (...values: string[]) => JSON.stringify({ id_token: { acr: { essential: true, values } } });
const ask = (changes: Parameters, at: Portal = portal) => browser.open(authorizeUrl(at, changes));

async function levelOf(sent: Record<string, string>, at: Portal = portal) {
  const { id_token } = (await (await redeem(at, sent.code!)).json()) as Tokens;
  const { acr, amr } = (await verified(ws, id_token)).payload;
  return { acr, amr };
}

describe('a sign-in reaches', () => {
  test.each<[string, string, Parameters, string]>([
    ['level 2, when nothing is asked for and the account has it', 'an', {}, 'LoA2'],
    ['level 1, when the account has no more', 'binh', {}, 'LoA1'],
    ['level 1, when no more is asked for', 'an', { acr_values: 'LoA1' }, 'LoA1'],
    ['level 2, when it is asked for', 'an', { acr_values: 'LoA2' }, 'LoA2'],
    ['level 2, when either will do', 'an', { acr_values: 'LoA2 LoA1' }, 'LoA2'],
    ['level 1, when level 2 is only wished for', 'binh', { acr_values: 'LoA2' }, 'LoA1'],
    ['level 2, when an unknown level is wished for', 'an', { acr_values: 'urn:other' }, 'LoA2'],
    ['level 2, when it is essential', 'an', { claims: essential('LoA2') }, 'LoA2'],
    [
      'level 2, when level 1 is essential and level 2 above it',
      'an',
      { claims: essential('LoA2', 'LoA1') },
      'LoA2',
    ],
  ])('%s', async (_, person, changes, acr) => {
    const reached = await levelOf(await signIn(browser, portal, person, changes));
    expect(reached).toEqual({
      acr,
      amr: acr === 'LoA1' && person === 'an' ? ['pwd'] : expect.arrayContaining(['pwd']),
    });
  });
});

test('an essential level that the account cannot reach is refused on the page, where somebody else may be chosen', async () => {
  const page = await ask({ claims: essential('LoA2') });
  const refusal = await browser.submit(page, '/sign-in/person', { person: 'binh' });
  expect(refusal.status).toBe(403);
  expect(refusal.html).toContain('unmet_authentication_requirements');
});

test('an essential level that the signed-in account cannot reach is told to the portal', async () => {
  await signIn(browser, portal, 'binh');
  const sent = broughtTo(portal, await ask({ claims: essential('LoA2'), state: 's' }));
  expect(sent).toMatchObject({ error: 'unmet_authentication_requirements', state: 's' });
});

test('an essential level that does not exist cannot be met', async () => {
  await signIn(browser, portal, 'an');
  const sent = broughtTo(portal, await ask({ claims: essential('LoA9') }));
  expect(sent).toMatchObject({ error: 'unmet_authentication_requirements' });
});

describe('somebody signed in at level 1', () => {
  beforeEach(async () => {
    await signIn(browser, portal, 'an', { acr_values: 'LoA1' });
  });

  test('goes straight through where level 1 is enough', async () => {
    const place = await ask({ acr_values: 'LoA1', prompt: 'none' });
    expect((await levelOf(broughtTo(portal, place))).acr).toBe('LoA1');
  });

  test('is not silently given level 2', async () => {
    for (const changes of [{ acr_values: 'LoA2' }, { claims: essential('LoA2') }]) {
      const place = await ask({ ...changes, prompt: 'none' });
      expect(broughtTo(portal, place)).toMatchObject({ error: 'interaction_required' });
    }
  });

  test('goes on at level 1 when a level that nobody knows is wished for', async () => {
    const place = await ask({ acr_values: 'urn:other', prompt: 'none' });
    expect((await levelOf(broughtTo(portal, place))).acr).toBe('LoA1');
  });
});

test('an account of level 1 is not asked for more where level 2 is only wished for', async () => {
  await signIn(browser, portal, 'binh');
  const place: Place = await ask({ acr_values: 'LoA2' });
  expect((await levelOf(broughtTo(portal, place))).acr).toBe('LoA1');
});

test('level 2 counts where level 1 is asked for', async () => {
  await signIn(browser, portal, 'an');
  const place = await ask({ acr_values: 'LoA1', prompt: 'none' });
  expect((await levelOf(broughtTo(portal, place))).acr).toBe('LoA2');
});

test("a client's default_acr_values count when the request names none", async () => {
  const modest = await registerPortal(ws, { default_acr_values: ['LoA1'] });
  expect((await levelOf(await signIn(browser, modest, 'an'), modest)).acr).toBe('LoA1');
  const place = await openBrowser(ws).open(authorizeUrl(modest, { acr_values: 'LoA2' }));
  expect(place.status).toBe(200);
});

describe('the autopilot', () => {
  test.each<[string, Parameters, string]>([
    ['an', {}, 'LoA2'],
    ['an', { acr_values: 'LoA1' }, 'LoA1'],
    ['binh', { acr_values: 'LoA2' }, 'LoA1'],
  ])('signs %s in, asked for %j, at %s', async (person, changes, acr) => {
    const own = await openWorkspace({ autopilot: { person } });
    const there = await registerPortal(own);
    const place = await openBrowser(own).open(authorizeUrl(there, changes));
    const { id_token } = (await (await redeem(there, broughtTo(there, place).code!)).json()) as Tokens;
    expect((await verified(own, id_token)).payload.acr).toBe(acr);
  });

  test('may be held to level 1, and then fails where level 2 is essential', async () => {
    const own = await openWorkspace({ autopilot: { person: 'an', acr: 'LoA1' } });
    const there = await registerPortal(own);
    const answer = await own.fetch(authorizeUrl(there, { claims: essential('LoA2'), state: 's' }));
    expectRefusalAtPortal(answer, there, 'unmet_authentication_requirements', 's');
  });
});
