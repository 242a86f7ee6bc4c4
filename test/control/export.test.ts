import fc from 'fast-check';
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
import { contents, live } from './live.ts';
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

describe('an export', () => {
  test('holds everything but keys: no private key, no workspace key, no secret of a client', async () => {
    const { tokens } = await live(house, workspace);
    const { body } = await workspace.control('POST', 'clients', {
      client_id: 'other',
      client_secret: 'hush-hush',
      redirect_uris: ['https://a.example/cb'],
    });
    const file = await contents(workspace);
    const found = new Set(
      file.items.map(({ system, kind }: { system: string; kind: string }) => `${system}/${kind}`),
    );
    for (const kind of ['control/journal', 'control/person', 'vneid/client', 'vneid/grant', 'vneid/qr']) {
      expect(found).toContain(kind);
    }
    const text = JSON.stringify(file);
    for (const secret of ['hush-hush', body.registration_access_token, workspace.key, tokens.access_token]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/"(d|p|q|keyHash|space)":/);
  });

  test('leaves the journal out when asked to', async () => {
    await live(house, workspace);
    const { body } = await workspace.control('GET', 'export?without=journal');
    const names = body.items.map(({ kind }: { kind: string }) => kind);
    expect(names).not.toContain('journal');
    expect(names).toContain('grant');
  });

  test('that no import would take says so, and a little less is taken', async () => {
    const large = (at: number) =>
      workspace.control('POST', 'clients', {
        client_id: `c${at}`,
        redirect_uris: Array.from({ length: 50 }, (_, n) => `https://a.example/${'x'.repeat(1_900)}/${n}`),
      });
    for (let at = 0; at < 48; at++) await large(at);
    const { body } = await workspace.control('GET', 'export?without=journal');
    const other = await openWorkspace(house);
    expect((await other.control('POST', 'import', body)).status).toBe(204);
    expect((await contents(other)).items).toHaveLength(48);
    for (let at = 48; at < 53; at++) await large(at);
    const refused = await workspace.control('GET', 'export?without=journal');
    expect(refused).toMatchObject({ status: 413, body: { code: 'too_large' } });
  }, 30_000);
});

/** What happens in a workspace before it is exported. */
type Step = (of: TestWorkspace) => Promise<unknown>;

const steps: Record<string, Step> = {
  signIn: (of) => signIn(house, of.base).catch(() => undefined),
  page: (of) => authorize(house, of.base).answer,
  wrongClient: (of) => authorize(house, of.base, { id: 'nobody', secret: '', redirectUri: 'x' }).answer,
  rotate: (of) => of.control('POST', 'keys/rotate'),
  retire: (of) => of.control('POST', 'keys/retire'),
  clear: (of) => of.control('DELETE', 'journal'),
  add: (of) => of.control('POST', 'people', tam),
  change: (of) => of.control('PATCH', 'people/tam', { vneid: { level: 1 } }),
  remove: (of) => of.control('DELETE', 'people/tam'),
  client: (of) => of.control('POST', 'clients', { redirect_uris: ['https://a.example/cb'] }),
  pilot: (of) => of.control('PATCH', 'settings', { autopilot: { person: 'an' } }),
  queue: (of) =>
    of.control('PATCH', 'settings', { autopilotQueue: [{ error: 'access_denied' }, { person: 'mai' }] }),
  noPilot: (of) => of.control('PATCH', 'settings', { autopilot: null }),
  clock: (of) => of.control('PATCH', 'settings', { clockOffsetSeconds: 86_400, calendar: '2024-06-14' }),
  message: (of) =>
    house.ask('POST', `${of.base}/phone/an/api/messages`, { json: { from: 'x', text: 'Mã 123456' } }),
};

test('whatever happened, an export put into a new workspace makes it equal', async () => {
  const names = fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(names, async (happened) => {
      const [one, other] = [await openWorkspace(house), await openWorkspace(house)];
      for (const name of happened) await steps[name]!(one);
      const file = (await one.control('GET', 'export')).body;
      expect(await other.control('POST', 'import', file)).toMatchObject({ status: 204 });
      expect(await contents(other)).toEqual(await contents(one));
      expect((await other.control('GET', 'people')).body).toEqual((await one.control('GET', 'people')).body);
    }),
    { numRuns: 40 },
  );
}, 60_000);
