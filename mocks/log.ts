import type { Log } from '../functions/_kit/deps.ts';

const line = (level: string) => (message: string, about: Record<string, unknown>) => {
  process.stderr.write(`${JSON.stringify({ level, message, ...about })}\n`);
};

/** One JSON object a line, on standard error. */
export const consoleLog: Log = { error: line('error'), warn: line('warn') };
