import type { Log } from './deps.ts';
import { masked } from './mask.ts';

const isOurs = (number: string): boolean => number.startsWith('099');

/**
 * One JSON object a line on standard output, where Lambda collects it; secrets and foreign twelve-digit numbers
 * are masked once more. `requestId` tells which invocation each line is about.
 */
export function lambdaLog(system: string, requestId: () => string | undefined): Log {
  const line = (level: string) => (message: string, about: Record<string, unknown>) => {
    const facts = { level, time: new Date().toISOString(), system, requestId: requestId(), message, about };
    process.stdout.write(`${JSON.stringify(masked(facts, isOurs))}\n`);
  };
  return { error: line('ERROR'), warn: line('WARN') };
}
