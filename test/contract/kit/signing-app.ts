import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';
import { jsonBody } from './wire.ts';

/** What a person's signing apps show. */
export interface ShownSigning {
  id: string;
  system: string;
  asks: string;
  description: string;
  documents: { id: string; name: string; digest: string }[];
}

export async function waitingOn(ws: TestWorkspace, person: string): Promise<ShownSigning[]> {
  const answer = await ws.fetch(`${ws.origin}/${ws.id}/signer/app?person=${person}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { signings: ShownSigning[] }).signings;
}

/** The person approves by PIN, or refuses, what came last. */
export async function decideLast(
  ws: TestWorkspace,
  person: string,
  decision: 'approve' | 'refuse',
  pin = '123456',
): Promise<number> {
  const last = (await waitingOn(ws, person)).at(-1);
  const url = `${ws.origin}/${ws.id}/signer/app/${last?.id}`;
  return (await ws.fetch(url, jsonBody({ person, decision, ...(decision === 'approve' && { pin }) }))).status;
}
