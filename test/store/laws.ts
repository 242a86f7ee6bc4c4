import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../functions/_kit/store.ts';
import { type Engine, hot, PATIENCE_MS, plain } from './engine.ts';
import { conditionLaws, expiryLaws } from './laws-conditions.ts';
import { getLaws } from './laws-get.ts';
import { listLaws } from './laws-list.ts';
import { modelLaw } from './laws-model.ts';
import { refusalLaws } from './laws-refusals.ts';
import { singleUseLaws } from './laws-single-use.ts';

/** What every engine must do. `runs`: how many random sequences the property test tries. */
export function storeLaws(title: string, start: () => Promise<Engine>, runs: number): void {
  describe(title, { timeout: PATIENCE_MS }, () => {
    let engine: Engine;
    let store: Store;
    beforeAll(async () => {
      engine = await start();
      store = engine.open();
    }, PATIENCE_MS);
    afterAll(() => engine.stop());

    getLaws(() => store);
    conditionLaws(() => store);
    expiryLaws(() => store);
    refusalLaws(() => store);
    for (const of of [plain, hot]) {
      singleUseLaws(of, () => engine);
      listLaws(of, () => store);
      modelLaw(of, () => store, runs);
    }
  });
}
