import type { TestProjectConfiguration } from 'vitest/config';
import type { Front } from './target.ts';

const contract = ['test/contract/**/*.test.ts'];
/** What all fronts share. Without isolation a process loads the modules once, and not for each of its files. */
const suite = {
  setupFiles: 'test/targets/each-file.ts',
  isolate: false,
  maxWorkers: 2,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};
const inside = (name: string, front: Front): TestProjectConfiguration => ({
  test: { ...suite, name, include: contract, provide: { front } },
});
const outside = (name: string, globalSetup: string, include = contract): TestProjectConfiguration => ({
  test: { ...suite, name, include, globalSetup, sequence: { groupOrder: 2 } },
});

/** The one contract suite, on each front; and the judges, which want a socket. */
export const contractProjects: TestProjectConfiguration[] = [
  inside('in process', { kind: 'in process' }),
  inside('msw', { kind: 'msw' }),
  outside('socket', 'test/targets/socket.ts'),
  outside('judges', 'test/targets/socket.ts', ['test/judges/**/*.test.ts']),
  outside('lambda', 'test/targets/rehearsal.ts'),
];
