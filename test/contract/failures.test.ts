import { beforeEach, describe, expect, test } from 'vitest';
import type { Contract, Example, Failure, Operation } from '../../contracts/_contract.ts';
import { canFail, failuresOf, transportFailures } from '../../contracts/_failures.ts';
import { contracts } from '../../contracts/index.ts';
import { needs, openWorkspace } from '../targets/open.ts';
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

let ws: TestWorkspace;

beforeEach(async () => {
  ws = await openWorkspace();
});

async function ask({ kind, system, name }: Case): Promise<void> {
  const answer = await ws.control('/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ failure: kind, system, operation: name, times: 1, delayMs: 30 }),
  });
  expect(answer.status).toBe(201);
}

async function call({ contract, operation, example }: Case, where = ws) {
  const { answer } = await runExample(where, contract, operation, example);
  return { status: answer.status, text: await answer.text() };
}

/** Tokens, numbers of requests, and times of today are different in every answer. */
function steady(text: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return text.replaceAll(new RegExp(`${today}T[\\d:.]+Z?`, 'g'), '#').replaceAll(/[\w-]{20,}|\d{13,}/g, '#');
}

async function lastEntry({ system, name }: Case) {
  const answer = await ws.control(`/journal?system=${system}&operation=${name}&order=desc&limit=1`);
  const { entries } = await answer.json();
  return entries[0];
}

/** The next call of one that failed. Where the first has done what can be done once, it is refused by the route. */
async function expectOver(each: Case, status: number): Promise<void> {
  const after = await call(each);
  if (!each.example.once) return expect(after.status).toBe(status);
  expect((await lastEntry(each)).failure).toBeUndefined();
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
    const before = await call(each, each.example.once ? await openWorkspace() : ws);
    await ask(each);
    const failed = await call(each);
    if (!operation.quiet) {
      const { failure: told, fault } = await lastEntry(each);
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
    await expectOver(each, before.status);
  });
});

describe('hanging up', () => {
  needs('hanging up');

  test.each(cases.filter(isCut))('$system $name cannot be read to its end', async (each) => {
    await ask(each);
    await expect(call(each)).rejects.toThrow();
    await expectOver(each, each.example.status);
  });
});
