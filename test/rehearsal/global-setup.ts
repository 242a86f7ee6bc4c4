import type { TestProject } from 'vitest/node';
import { type Rehearsal, startRehearsal } from './rehearsal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the rehearsed deployment listens; only in projects that have this file as their global setup. */
    rehearsal: string;
  }
}

let rehearsal: Rehearsal | undefined;

/** One rehearsal for all files of a project. */
export async function setup(project: TestProject): Promise<void> {
  rehearsal = await startRehearsal();
  project.provide('rehearsal', rehearsal.origin);
}

/** Throws when a function has logged anything, or asked the table for more than its policy allows. */
export async function teardown(): Promise<void> {
  const said = [...(rehearsal?.lines ?? []), ...(rehearsal?.refusals ?? [])];
  await rehearsal?.stop();
  if (said.length > 0) throw new Error(`the rehearsed functions logged:\n${said.join('\n')}`);
}
