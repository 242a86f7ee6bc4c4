import { expect, test } from 'vitest';
import { openWorld } from '../phone/world.ts';

test.each(['portal', 'bocongan'])('/%s names what it gives and takes after its API', async (portal) => {
  const world = await openWorld();
  const { components, paths } = await (await world.ask(`/${portal}/openapi.json`)).json();
  const names = Object.keys(components.schemas);
  expect(names.filter((name) => name.startsWith('Page'))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['BeginSigningAnswer', 'GiveCertificateRequest']));
  const { schema } = paths['/signings/{id}/certificate'].post.responses[200].content['application/json'];
  expect(schema).toEqual({ $ref: '#/components/schemas/BeginSigningAnswer' });
});
