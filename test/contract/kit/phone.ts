import { expect } from 'vitest';
import type { TestWorkspace } from '../../targets/target.ts';

export interface Message {
  id: string;
  from: string;
  text: string;
  at: string;
  code?: string;
}

export async function messagesOf(ws: TestWorkspace, person: string): Promise<Message[]> {
  const answer = await ws.phone(`/${person}/api/messages`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { messages: Message[] }).messages;
}

/** The one-time code that came last, as CI reads it. */
export async function codeOn(ws: TestWorkspace, person: string): Promise<string> {
  const [newest] = await messagesOf(ws, person);
  if (newest?.code === undefined) throw new Error(`no code on the phone of ${person}`);
  return newest.code;
}

export interface Approval {
  id: string;
  asks: string;
  expiresAt: string;
}

export async function approvalsOn(ws: TestWorkspace, person: string): Promise<Approval[]> {
  const answer = await ws.phone(`/${person}/api/approvals`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { approvals: Approval[] }).approvals;
}

export const decide = (ws: TestWorkspace, person: string, id: string, decision: 'approve' | 'refuse') =>
  ws.phone(`/${person}/api/approvals/${encodeURIComponent(id)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ decision }),
  });
