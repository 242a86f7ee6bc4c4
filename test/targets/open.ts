import { afterAll, beforeAll, inject } from 'vitest';
import type { Settings } from '../../contracts/control.ts';
import { inProcess } from './in-process.ts';
import type { Target, TestWorkspace } from './target.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Which front the contract suite runs on; see `projects.ts`. */
    target: 'in process';
  }
}

const targets = { 'in process': inProcess } satisfies Record<string, () => Promise<Target>>;

let target: Target | undefined;

beforeAll(async () => {
  target = await targets[inject('target')]();
});

afterAll(async () => {
  await target?.stop();
  target = undefined;
});

/** A workspace of its own, on whichever front this run is about. */
export function openWorkspace(settings?: Partial<Settings>): Promise<TestWorkspace> {
  if (!target) throw new Error('open workspaces in beforeAll, beforeEach or a test');
  return target.openWorkspace(settings);
}
