import type { VgcaMessage } from '../../contracts/_usbtoken/data.ts';
import type { Answer } from '../_kit/answer.ts';
import type { Exchange } from '../_kit/exchange.ts';
import { Fault } from '../_kit/fault.ts';
import { Unable } from './job.ts';
import { operate } from './operate.ts';
import { answering } from './origin.ts';
import { ownerOf } from './owner.ts';
import { functions, others } from './vgca-functions.ts';
import { type PluginFunction, refuse, sentIn } from './vgca-says.ts';

/** @throws Fault unknown_function */
function functionNamed(name: string): PluginFunction {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found) return found;
  if (others.has(name)) return () => refuse('not-emulated');
  throw new Fault('unknown_function', 'VGCA Sign Service has no such path');
}

/** What cannot be done with a document is the plug-in's to say. */
async function orRefused(make: () => Promise<Answer>): Promise<Answer> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof Unable) return refuse(error.trouble, error.message);
    throw error;
  }
}

async function answered(x: Exchange<VgcaMessage>, asks: string | undefined): Promise<Answer> {
  const person = await ownerOf(x);
  const name = x.params.path ?? '';
  const run = functionNamed(name);
  const sent = sentIn(x.input);
  if (!sent) return refuse('bad-message');
  return orRefused(async () => {
    const job = await run(x, sent, name);
    return 'finish' in job ? operate(x, person, asks, job) : job;
  });
}

export const vgca = (x: Exchange<VgcaMessage>): Promise<Answer> => answering(x, (asks) => answered(x, asks));
