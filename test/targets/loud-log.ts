import type { Log } from '../../functions/_kit/deps.ts';

/** A log that remembers what went wrong inside the house, so that a suite can fail on it. */
export function loudLog(): { log: Log; complain(): void } {
  const errors: string[] = [];
  return {
    log: { error: (message, about) => errors.push(`${message} ${JSON.stringify(about)}`), warn() {} },
    complain() {
      if (errors.length > 0) throw new Error(`the sandbox logged:\n${errors.join('\n')}`);
    },
  };
}
