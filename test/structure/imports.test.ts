import { expect, test } from 'vitest';
import { contracts } from '../../contracts/index.ts';
import { services } from '../../functions/index.ts';
import { type Import, imports, importsOf, read, sources } from './imports.ts';
import { objection } from './rules.ts';

const breach = (from: string, to: string, typeOnly = false) => objection({ from, to, typeOnly });

test('nobody imports whom the design does not let them', () => {
  const all = imports();
  expect(all.length).toBeGreaterThan(200);
  expect(all.map(objection).filter((each) => each !== undefined)).toEqual([]);
});

test.each<[why: string, Import]>([
  ['one system in another', { from: 'functions/phone/a.ts', to: 'functions/vneid/b.ts', typeOnly: true }],
  ['AWS in a contract', { from: 'contracts/phone.ts', to: '@aws-sdk/client-dynamodb', typeOnly: false }],
  ['Node in a domain', { from: 'functions/vneid/domain.ts', to: 'node:crypto', typeOnly: false }],
  ['functions in the stack', { from: 'infra/app.ts', to: 'functions/index.ts', typeOnly: false }],
  ['the cast in a system', { from: 'functions/control/people.ts', to: 'people/index.ts', typeOnly: false }],
  ['the cast in the kit', { from: 'functions/_kit/people.ts', to: 'people/index.ts', typeOnly: false }],
  [
    'what portals share in another system',
    { from: 'functions/dvcqg/services/routes.ts', to: 'functions/_portal/portal.ts', typeOnly: true },
  ],
  [
    'one portal in the other',
    { from: 'functions/bocongan/service.ts', to: 'functions/portal/configuration.ts', typeOnly: false },
  ],
  [
    'a system in what portals share',
    { from: 'functions/_portal/linking/sync.ts', to: 'functions/dvcqg/linking.ts', typeOnly: true },
  ],
  [
    'a system in the engine',
    { from: 'functions/_oidc/token.ts', to: 'functions/vneid/x.ts', typeOnly: true },
  ],
])('the rules object to %s', (_why, each) => {
  expect(objection(each)).toBeDefined();
});

test('an import is found in whatever way it is written', () => {
  const text = `import type { A } from './a.ts';
import {
  b,
} from '../b.ts';
import './c.ts';
export * from './d.ts';
const e = await import('./e.ts');
// import './not.ts'`;
  expect(importsOf('functions/x/y.ts', text).map(({ to, typeOnly }) => [to, typeOnly])).toEqual([
    ['functions/x/a.ts', true],
    ['functions/b.ts', false],
    ['functions/x/c.ts', false],
    ['functions/x/d.ts', false],
    ['functions/x/e.ts', false],
  ]);
});

test('adding a system touches nothing but the two registries: only they name its contract and its service', () => {
  const outside = imports().filter(({ from }) => !/^(test|bench)\/|\.test\.ts$/.test(from));
  for (const { name } of contracts) {
    const folder = `functions/${name}/`;
    const mine = (from: string) => from.startsWith(folder) || from === `contracts/${name}.ts`;
    const entered = outside.filter(({ from, to }) => to.startsWith(folder) && !mine(from));
    expect([...new Set(entered.map(({ from }) => from))]).toEqual(['functions/index.ts']);
  }
});

test('each contract has its service and each service its contract, in the same order', () => {
  expect(services.map(({ contract }) => contract.name)).toEqual(contracts.map(({ name }) => name));
  for (const { name } of contracts) expect(sources()).toContain(`contracts/${name}.ts`);
});

test('a domain waits for nothing and asks neither the clock nor chance', () => {
  const domains = sources().filter((file) => /^functions\/[a-z]\w*\/domain\.ts$/.test(file));
  expect(domains).not.toEqual([]);
  for (const file of domains) {
    expect([
      file,
      /\bawait\b|\basync\b|Date\.now|new Date\(\)|Math\.random|\bfetch\(/.exec(read(file)),
    ]).toEqual([file, null]);
  }
});

test('no source file opens a way round the types', () => {
  const ways = /@ts-(ignore|nocheck|expect-error)|\bas any\b|:\s*any\b|<any\b/;
  const found = sources().filter((file) => !file.startsWith('test/') && ways.test(read(file)));
  expect(found).toEqual([]);
});

test('the rules let a system use the kit', () => {
  expect(breach('functions/phone/service.ts', 'functions/_kit/implement.ts')).toBeUndefined();
});
