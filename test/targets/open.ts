import { beforeEach, inject } from 'vitest';
import type { SettingsInput } from '../../contracts/_settings.ts';
import { inProcess } from './in-process.ts';
import type { Capability, Front, Target, TestWorkspace } from './target.ts';
import { workspaceOver } from './workspace.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** On which front this run of the suite is; see `projects.ts`. */
    front: Front;
  }
}

async function reach(front: Front): Promise<Target> {
  if (front.kind === 'in process') return inProcess();
  if (front.kind === 'msw') return (await import('./msw.ts')).msw();
  return { openWorkspace: (settings) => workspaceOver(front.origin, fetch, settings), async stop() {} };
}

let target: Target | undefined;

/** Before the tests of a file. */
export async function reachTarget(): Promise<void> {
  target = await reach(inject('front'));
}

/** After them. */
export async function leaveTarget(): Promise<void> {
  const reached = target;
  target = undefined;
  await reached?.stop();
}

/** A workspace of its own, on whichever front this run is about. */
export function openWorkspace(settings?: SettingsInput): Promise<TestWorkspace> {
  if (!target) throw new Error('open workspaces in beforeAll, beforeEach or a test');
  return target.openWorkspace(settings);
}

function lackOf(capability: Capability): string | undefined {
  const front = inject('front');
  return front.kind === 'remote' ? front.lacks[capability] : undefined;
}

/** Whether this front can offer something by its nature: tests that would want it otherwise need not be made. */
export const offers = (capability: Capability): boolean => lackOf(capability) === undefined;

/** Skips the tests of this block, saying why, on a front that cannot offer something by its nature. */
export function needs(capability: Capability): void {
  beforeEach(({ skip }) => {
    const why = lackOf(capability);
    if (why !== undefined) skip(`no ${capability}: ${why}`);
  });
}
