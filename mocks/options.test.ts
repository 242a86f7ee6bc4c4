import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { type HopCatOptions, hopcat } from './handlers.ts';

const redirect_uris = ['https://portal.example/callback'];
const given = (options: object) => () => hopcat(options as HopCatOptions);

test.each<[string, object, string]>([
  ['an option that is not known', { setings: {} }, 'setings'],
  ['a setting that is not known', { settings: { nope: 1 } }, 'settings.nope'],
  ['a setting of a system that is not known', { settings: { dvcqg: { nope: 1 } } }, 'settings.dvcqg.nope'],
  ['a setting of another type', { settings: { clockOffsetSeconds: '1' } }, 'settings.clockOffsetSeconds'],
  ['an autopilot who is nobody', { settings: { autopilot: { person: 'ann' } } }, 'settings.autopilot.person'],
  [
    'a client that says not where it is',
    { clients: [{ client_id: 'my-portal' }] },
    'clients.0.redirect_uris',
  ],
  [
    'a client of a system without clients',
    { clients: [{ redirect_uris, system: 'post' }] },
    'clients.0.system',
  ],
  ['an address of a system that is not there', { at: { populaton: 'https://lgsp.example' } }, 'at.populaton'],
  ['an address that is none', { at: { population: 'lgsp.example' } }, 'at.population'],
  ['an address with a slash at its end', { at: { population: 'https://lgsp.example/' } }, 'at.population'],
  ['a change of nobody', { people: { ann: { cmnd: null } } }, 'people.ann'],
  ['a change that makes no person', { people: { an: { vneid: { level: 3 } } } }, 'people.an.vneid.level'],
  ['an id that no workspace may have', { workspace: 'API v1' }, 'workspace'],
])('%s is refused at once, by its place and in both languages', (_, options, place) => {
  const says = new RegExp(
    `tùy chọn không dùng được / options that cannot be used\\n  ${place}: [^/\\n]+ / .+$`,
  );
  expect(given(options)).toThrow(says);
});

test('every option that is wrong is named', () => {
  expect(given({ setings: {}, settings: { nope: 1 } })).toThrow(/settings\.nope.*\n.*setings/s);
});

test.each<[string, HopCatOptions]>([
  ['null for a default', { settings: { autopilot: null, signing: { autopilot: null } } }],
  ['an option that is left open', { settings: undefined, at: undefined } as object],
  ['a citizen of the country as the autopilot', { settings: { autopilot: { person: 'cd-099012345678' } } }],
  ['several addresses of one system', { at: { population: ['https://a.example', 'http://b.example/x'] } }],
])('%s is taken', (_, options) => {
  expect(given(options)).not.toThrow();
});

test('what only the control API can refuse is told by every answer and by reset', async () => {
  const twice = { client_id: 'twice', redirect_uris };
  const sandbox = hopcat({ clients: [twice, twice] });
  const server = setupServer(...sandbox.handlers);
  server.listen({ onUnhandledFrame: 'error' });
  try {
    const answer = await fetch('https://sso.dancuquocgia.gov.vn/jwks');
    expect([answer.status, await answer.json()]).toEqual([
      500,
      expect.objectContaining({ code: 'options', detail: expect.stringContaining('POST /clients') }),
    ]);
    await expect(sandbox.reset()).rejects.toThrow(/POST \/clients/);
  } finally {
    server.close();
  }
});
