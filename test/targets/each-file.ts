import { afterAll, beforeAll } from 'vitest';
import { leaveTarget, reachTarget } from './open.ts';

// Runs for each test file, while the modules that it imports are loaded once in a process.
beforeAll(reachTarget);
afterAll(leaveTarget);
