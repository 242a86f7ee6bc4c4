import { expect, test } from 'vitest';
import { openWorkspace } from '../targets/open.ts';
import { jsonBody } from './kit/wire.ts';

test('a client of the exchange gets an id of 28 signs, as WSO2 gives, and one of VNeID does not', async () => {
  const ws = await openWorkspace();
  const idAt = async (query: string): Promise<string> => {
    const metadata = jsonBody({ redirect_uris: ['https://tinh.example.vn/callback'] });
    const answer = await ws.control(`/clients${query}`, metadata);
    return ((await answer.json()) as { client_id: string }).client_id;
  };
  expect(await idAt('?system=dvcqg')).toMatch(/^[\w-]{28}$/);
  expect(await idAt('')).toMatch(/^[\w-]{22}$/);
});

test('a client of the exchange keeps the id that was asked for', async () => {
  const ws = await openWorkspace();
  const metadata = jsonBody({ client_id: 'tinh-mau', redirect_uris: ['https://tinh.example.vn/callback'] });
  const answer = await ws.control('/clients?system=dvcqg', metadata);
  expect(await answer.json()).toMatchObject({ client_id: 'tinh-mau' });
});
