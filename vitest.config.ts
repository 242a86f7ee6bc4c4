import { defineConfig } from 'vitest/config';
import { contractProjects } from './test/targets/projects.ts';

/** What has a machine's cores to itself: child processes, browsers, the JVM, `kill -9`, packing and installing. */
const heavy = ['browser', 'cli', 'fuzz', 'infra', 'package', 'rehearsal', 'store'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

/** What runs on several fronts: see test/targets. */
const onFronts = ['contract', 'judges'].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'quick',
          include: ['{cli,contracts,functions,mocks,people}/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...heavy, ...onFronts],
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'heavy',
          include: heavy,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      ...contractProjects,
    ],
  },
});
