import { beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../contracts/_contract.ts';
import { canFail, failuresOf } from '../../contracts/_failures.ts';
import { contracts } from '../../contracts/index.ts';
import type { OperationObject } from '../../functions/_kit/openapi/document.ts';
import type { OpenApi } from '../../functions/_kit/openapi/emit.ts';
import { openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openWorkspace();
});

const systems = contracts.filter(({ root }) => !root);
const below = (system: string, path: string): string => `${ws.origin}/${ws.id}/${system}${path}`;
const refs = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref as string);

describe.each(systems.map((contract) => ({ system: contract.name, contract })))(
  '$system',
  ({ system, contract }) => {
    let document: OpenApi;
    let byId: Map<string, OperationObject>;
    const operations = Object.entries<Operation>(contract.operations);

    beforeAll(async () => {
      const answer = await ws.fetch(below(system, '/openapi.json'));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
      document = (await answer.json()) as OpenApi;
      const all = Object.values(document.paths).flatMap((item) => Object.values(item));
      byId = new Map(all.map((operation) => [operation.operationId, operation]));
      expect(byId.size).toBe(all.length);
    });

    test('tells where this workspace has it', () => {
      expect(document.servers).toEqual([{ url: below(system, '') }]);
    });

    test('has every operation, with every method, in both languages', () => {
      const methods = operations.reduce((sum, [, { method }]) => sum + [method].flat().length, 0);
      expect(byId.size).toBe(methods);
      for (const [name, { title, fidelity, note }] of operations) {
        const found = byId.get(name);
        expect(found).toMatchObject({ summary: title.vi, 'x-hopcat-fidelity': fidelity });
        expect(found?.description).toContain(title.en);
        if (note) expect(found?.description).toContain(note.vi);
        expect(document.tags.map((tag) => tag.name)).toContain(found?.tags[0]);
      }
    });

    test('has every status that is promised, and how each operation refuses', () => {
      for (const [name, { answers }] of operations) {
        const statuses = Object.keys(byId.get(name)?.responses ?? {});
        expect({ name, statuses }).toEqual({ name, statuses: expect.arrayContaining(Object.keys(answers)) });
        expect({ name, refused: statuses.some((status) => Number(status) >= 400) }).toEqual({
          name,
          refused: true,
        });
      }
    });

    test('names the parameters of each path', () => {
      for (const [path, item] of Object.entries(document.paths)) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        for (const { parameters = [] } of Object.values(item)) {
          expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(names);
        }
      }
    });

    test('says how each operation can be made to fail', () => {
      for (const [name, operation] of operations) {
        const failures = Object.keys((byId.get(name)?.['x-hopcat-failures'] as object | undefined) ?? {});
        expect([name, failures]).toEqual([name, canFail(contract) ? Object.keys(failuresOf(operation)) : []]);
      }
    });

    test('refers to nothing but its own components, all of which are there', () => {
      for (const ref of new Set(refs(document))) {
        const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(\w+)$/.exec(ref) ?? [];
        const there = (document.components as Record<string, object>)[kind] ?? {};
        expect([ref, Object.hasOwn(there, name)]).toEqual([ref, true]);
      }
    });

    test('has a page that names every operation, and loads nothing from elsewhere', async () => {
      const answer = await ws.fetch(below(system, '/docs'));
      const policy = answer.headers.get('content-security-policy');
      expect([answer.status, policy?.includes("script-src 'self'")]).toEqual([200, true]);
      const html = await answer.text();
      for (const [name] of operations) expect(html).toContain(`id="op-${name}"`);
      expect(html).not.toMatch(/<script(?![^>]* src=")|<style| style="|\son\w+="/);
      expect(
        [...html.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].filter(([, url]) => !url?.startsWith(ws.origin)),
      ).toEqual([]);
    });
  },
);

test('a system that stands outside the workspaces serves none of it', async () => {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/console/openapi.json`);
  expect(answer.status).toBe(404);
});
