import { authorize, type House, signIn, type TestWorkspace } from './house.ts';
import { tam } from './people.ts';

/** What an export holds, but for when and where it was made. */
export async function contents(of: TestWorkspace) {
  const { exportedAt: _at, workspace: _where, ...rest } = (await of.control('GET', 'export')).body;
  return rest;
}

/** A little of everything: settings, a client, people, keys, live tokens, a page that waits for a phone. */
export async function live(house: House, of: TestWorkspace) {
  await authorize(house, of.base).answer;
  await of.control('POST', 'people', tam);
  await of.control('PATCH', 'people/an', { tags: ['mine'] });
  await of.control('PATCH', 'settings', { autopilot: { person: 'tam' }, clockOffsetSeconds: 60 });
  await of.control('POST', 'clients', { client_id: 'mine', redirect_uris: ['https://a.example/cb'] });
  await of.control('POST', 'keys/rotate');
  return signIn(house, of.base);
}
