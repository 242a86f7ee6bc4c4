import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import type { Model } from './model.ts';
import { openReal, realOf } from './real.ts';

/** Milliseconds of real time; whatever has been tried by then is enough for one run of the suite. */
const PATIENCE = 8_000;

test('whatever steps are taken on whatever days, no account reaches a state that the rules forbid', async () => {
  const { open, time, log, store } = openReal();
  const seed = Date.now() & 0x7fffffff;
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      runs += 1;
      const ws = await open({ calendar: '2024-06-14' });
      const setup = () => ({
        model: { today: '2024-06-14', accounts: [] } satisfies Model as Model,
        real: realOf(ws, time),
      });
      await fc.asyncModelRun(setup, steps);
    }),
    {
      seed,
      numRuns: 200,
      interruptAfterTimeLimit: PATIENCE,
      markInterruptAsFailure: false,
      endOnFailure: true,
    },
  );
  await store.close();
  expect({ seed, log }).toEqual({ seed, log: [] });
  expect(runs).toBeGreaterThan(0);
}, 60_000);
