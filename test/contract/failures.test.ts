import { describe, expect, test } from 'vitest';
import type { Contract, Example, Failure, Operation } from '../../contracts/_contract.ts';
import { canFail, failuresOf, transportFailures } from '../../contracts/_failures.ts';
import { contracts } from '../../contracts/index.ts';
import { offers, openWorkspace } from '../targets/open.ts';
import type { TestWorkspace } from '../targets/target.ts';
import { runExample } from './kit/examples.ts';

interface Case {
  contract: Contract;
  system: string;
  name: string;
  operation: Operation;
  example: Example;
  kind: string;
  failure: Failure;
}

const isRedirect = ({ status }: Example): boolean => status >= 300 && status < 400;

/** A call that is refused anyway is made to fail in its transport only; a redirect has nothing that could be cut. */
const applies = (example: Example, kind: string): boolean =>
  (example.status < 400 || Object.hasOwn(transportFailures, kind)) &&
  !(isRedirect(example) && (kind === 'cut' || kind === 'malformed'));

/** Every failure that any contract declares, of every operation that says how it is called. */
const cases: Case[] = contracts.filter(canFail).flatMap((contract) =>
  Object.entries(contract.operations).flatMap(([name, operation]) => {
    const example = operation.examples?.[0];
    return example
      ? Object.entries(failuresOf(operation))
          .filter(([kind]) => applies(example, kind))
          .map(([kind, failure]) => ({
            ...{ contract, system: contract.name, name, operation, example, kind, failure },
          }))
      : [];
  }),
);

const isCut = ({ kind }: Case) => kind === 'cut';

/** Calls that count: of codes that were sent, of wrong tries. A second failure would find what the first one left. */
const counting = new Set([
  'dvcqg beginRecovery',
  'dvcqg finishRecovery',
  'smartca activate',
  'smartca confirm',
]);

const opened = new Map<string, Promise<TestWorkspace>>();

/** One for all failures of an operation: keys and certificates, which take longest, are made once. */
function workspaceFor({ system, name, example }: Case): Promise<TestWorkspace> {
  const called = `${system} ${name}`;
  if (example.once || counting.has(called)) return openWorkspace();
  const ws = opened.get(called) ?? openWorkspace();
  opened.set(called, ws);
  return ws;
}

async function ask(ws: TestWorkspace, { kind, system, name }: Case): Promise<void> {
  const answer = await ws.control('/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ failure: kind, system, operation: name, times: 1, delayMs: 30 }),
  });
  expect(answer.status).toBe(201);
}

async function call(ws: TestWorkspace, { contract, operation, example }: Case) {
  const { answer } = await runExample(ws, contract, operation, example);
  return { status: answer.status, text: await answer.text() };
}

/** Tokens, numbers of requests, and times of today are different in every answer. */
function steady(text: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return text.replaceAll(new RegExp(`${today}T[\\d:.]+Z?`, 'g'), '#').replaceAll(/[\w-]{20,}|\d{13,}/g, '#');
}

async function lastEntry(ws: TestWorkspace, { system, name }: Case) {
  const answer = await ws.control(`/journal?system=${system}&operation=${name}&order=desc&limit=1`);
  const { entries } = await answer.json();
  return entries[0];
}

/** The next call of one that failed. Where the first has done what can be done once, it is refused by the route. */
async function expectOver(ws: TestWorkspace, each: Case, status: number): Promise<void> {
  const after = await call(ws, each);
  if (!each.example.once) return expect(after.status).toBe(status);
  expect((await lastEntry(ws, each)).failure).toBeUndefined();
  expect([status, 409]).toContain(after.status);
}

test('every operation of the registers says how it is called, so that its failures are tried', () => {
  const registers = contracts.filter(({ name }) =>
    ['population', 'insurance', 'telecom', 'post'].includes(name),
  );
  const silent = registers.flatMap(({ name, operations }) =>
    Object.entries(operations).flatMap(([operation, { examples }]) =>
      examples?.length ? [] : `${name}.${operation}`,
    ),
  );
  expect(registers).toHaveLength(4);
  expect(silent).toEqual([]);
});

describe.each(cases.filter((each) => !isCut(each)))('$system $name, $kind', (each) => {
  test('is seen once, told in the journal, and over', async () => {
    const { kind, failure, operation } = each;
    const ws = await workspaceFor(each);
    const before = await call(each.example.once ? await openWorkspace() : ws, each);
    await ask(ws, each);
    const failed = await call(ws, each);
    if (!operation.quiet) {
      const { failure: told, fault } = await lastEntry(ws, each);
      expect(told).toEqual({ name: kind, by: expect.stringMatching(/^rule /) });
      if (failure.fault !== undefined) expect(fault.code).toBe(failure.fault);
    }
    if (kind === 'slow') {
      expect(failed.status).toBe(before.status);
    } else {
      expect({ failed: [failed.status, steady(failed.text)] }).not.toEqual({
        failed: [before.status, steady(before.text)],
      });
    }
    if (kind === 'malformed') expect(failed.text.length).toBeLessThan(before.text.length * 0.7);
    await expectOver(ws, each, before.status);
  });
});

test.each(offers('hanging up') ? cases.filter(isCut) : [])(
  '$system $name, hung up, cannot be read to its end',
  async (each) => {
    const ws = await workspaceFor(each);
    await ask(ws, each);
    await expect(call(ws, each)).rejects.toThrow();
    await expectOver(ws, each, each.example.status);
  },
);
