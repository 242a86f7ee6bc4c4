import { defineConfig } from 'vitest/config';
import { contractProjects } from './projects.ts';

export default defineConfig({
  test: { root: new URL('../..', import.meta.url).pathname, projects: contractProjects },
});
