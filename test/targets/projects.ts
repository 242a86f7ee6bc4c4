import type { TestProjectConfiguration } from 'vitest/config';
import type { Front } from './target.ts';

const contract = ['test/contract/**/*.test.ts'];
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };
const inside = (name: string, front: Front): TestProjectConfiguration => ({
  test: { name, include: contract, provide: { front }, maxWorkers: 2, ...patience },
});
const outside = (name: string, globalSetup: string, include = contract): TestProjectConfiguration => ({
  test: {
    name,
    include,
    globalSetup,
    maxWorkers: 2,
    ...patience,
    sequence: { groupOrder: 2 },
  },
});

/** The one contract suite, on each front; and the judges, which want a socket. */
export const contractProjects: TestProjectConfiguration[] = [
  inside('in process', { kind: 'in process' }),
  inside('msw', { kind: 'msw' }),
  outside('socket', 'test/targets/socket.ts'),
  outside('judges', 'test/targets/socket.ts', ['test/judges/**/*.test.ts']),
  outside('lambda', 'test/targets/rehearsal.ts'),
];
