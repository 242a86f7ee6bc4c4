import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, openWorkspace, START, type TestWorkspace } from './house.ts';
import { clientItem, personItem, storedClient } from './items.ts';
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

describe('an import', () => {
  const take = (json: unknown, into = workspace) => into.control('POST', 'import', json);

  test.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    ['of another version', (file) => ({ ...file, version: 2 }), 'version'],
    ['that is something else', (file) => ({ ...file, format: 'x' }), 'format'],
    ['with more than there is', (file) => ({ ...file, key: 'x' }), 'key'],
    ['with wrong settings', (file) => ({ ...file, settings: { calendar: 1 } }), 'settings.calendar'],
    [
      'with an autopilot who is not there',
      (file) => ({ ...file, settings: { autopilot: { person: 'tam' } } }),
      'autopilot.person',
    ],
    [
      'with keys that cannot be',
      (file) => ({ ...file, signing: { current: -1, overlapping: [] } }),
      'signing.current',
    ],
  ])('is refused when it is a file %s', async (_what, change, path) => {
    const file = (await workspace.control('GET', 'export')).body;
    const { status, body } = await take(change(file));
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });

  test.each<[string, object[], string]>([
    ['of an unknown kind', [{ system: 'vneid', kind: 'wallet', id: 'x', value: {} }], 'items.0.kind'],
    [
      'that is a workspace',
      [{ system: 'control', kind: 'workspace', id: 'self', value: {} }],
      'items.0.kind',
    ],
    [
      'that is a signing key',
      [{ system: 'oidc', kind: 'signing-key', id: 'RSA-0', value: {} }],
      'items.0.kind',
    ],
    ['that names a workspace', [{ ...personItem, value: tam, workspace: 'default' }], 'items.0.workspace'],
    ['whose person is nobody', [{ ...personItem, value: { slug: 'tam' } }], 'items.0.value.personalNumber'],
    ['whose id is not its own', [{ ...personItem, id: 'x', value: tam }], 'items.0.id'],
    [
      'that is there twice',
      [
        { ...personItem, value: tam },
        { ...personItem, value: tam },
      ],
      'items.1.id',
    ],
    [
      'with a number of the cast',
      [{ ...personItem, value: { ...tam, phones: [{ number: '0950000101', carrier: 'itel' }] } }],
      'tam.phones.0.number',
    ],
    [
      'with a number outside 099',
      [{ ...personItem, value: { ...tam, personalNumber: '001300000100' } }],
      'person.tam.personalNumber',
    ],
    [
      'that is a built-in client',
      [{ ...clientItem, id: 'demo-portal', value: { ...storedClient, id: 'demo-portal' } }],
      'items.0.id',
    ],
    [
      'whose client has no hash',
      [{ ...clientItem, value: { ...storedClient, secretHash: 'x' } }],
      'items.0.value.secretHash',
    ],
    [
      'whose client takes any address',
      [{ ...clientItem, value: { ...storedClient, loopback: true } }],
      'items.0.value.loopback',
    ],
    ['that is no object', [{ system: 'vneid', kind: 'qr', id: 'x', value: 5 }], 'items.0.value'],
    [
      'with a number in what nobody else knows',
      [{ system: 'vneid', kind: 'qr', id: 'x', value: { client: '012345678901' } }],
      'qr.x.client',
    ],
    ['with an id that no store takes', [{ ...clientItem, id: 'a\u0000', value: storedClient }], 'items.0.id'],
  ])('is refused with an item %s, and changes nothing', async (_what, items, path) => {
    await live(house, workspace);
    const before = await contents(workspace);
    const file = (await workspace.control('GET', 'export')).body;
    const { status, body } = await take({ ...file, settings: {}, items });
    expect([status, body.errors[0].path]).toEqual([400, path]);
    expect(await contents(workspace)).toEqual(before);
  });
});
