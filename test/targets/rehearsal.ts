import type { TestProject } from 'vitest/node';
import { startRehearsal } from '../rehearsal/rehearsal.ts';

const lacks = {
  'calls to loopback': 'a deployed sandbox never calls an address that is not public',
  'hanging up': 'a function cannot; its caller sees a 502 of the HTTP API',
};

/** A line that says that HopCat broke, or that it broke its contract. */
const isBad = (line: string): boolean => /"level":"ERROR"|Task timed out|Runtime\./i.test(line);

/** The real bundles behind the template's API, on the template's table. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { origin, lines, refusals, stop } = await startRehearsal();
  project.provide('front', { kind: 'remote', origin, lacks });
  return async () => {
    await stop();
    const bad = [...lines.filter(isBad), ...refusals.map((call) => `not allowed by the template: ${call}`)];
    if (bad.length > 0) throw new Error(`the functions logged:\n${bad.join('\n')}`);
  };
}
