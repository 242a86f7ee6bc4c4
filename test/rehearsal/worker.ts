/** One container of one function: imports the bundle, then answers one invocation after the other. */
import { pathToFileURL } from 'node:url';
import type { Invocation, Outcome } from './container.ts';

const [module = '', name = ''] = process.argv.slice(2);
const send = (outcome: Outcome) => process.send?.(outcome);

const { [name]: handler } = await import(pathToFileURL(module).href);

process.on('message', async ({ event, context }: Invocation) => {
  const endsAt = Date.now() + context.timeoutMs;
  const facts = { ...context, getRemainingTimeInMillis: () => endsAt - Date.now() };
  try {
    send({ result: await handler(event, facts) });
  } catch (error) {
    send({ error: error instanceof Error ? `${error.stack}` : `${error}` });
  }
});
process.once('disconnect', () => process.exit());
send({ ready: true });
